// @ts-check
// Draws a line over one parameter, with the reader's own case and, on a curve, its best point.

import { formatNumber } from "./number_format.js";

/**
 * @typedef {{result: string, over: string, low: number, high: number, x_code: string,
 *   y_code: string, y_unit: string, solve: string, level: number, best: string}} Plot
 * @typedef {import("./state.js").State} State
 * @typedef {[number, number]} Point
 */

const LINE_POINTS = 81;

/** @param {HTMLElement} root @param {State} state */
export const bindPlots = (root, state) => {
  const figures = [...root.querySelectorAll("[data-plot]")].map((element) => ({
    figure: /** @type {HTMLElement} */ (element),
    plot: state.spec.plots[Number(/** @type {HTMLElement} */ (element).dataset.plot)],
  }));
  return () => figures.forEach(({ figure, plot }) => draw(figure, plot, state));
};

/** @param {HTMLElement} figure @param {Plot} plot @param {State} state */
const draw = (figure, plot, state) => {
  const values = state.values();
  const line = linePoints(plot, state);
  /** @type {Point} */
  const mine = [values[plot.over], plot.solve ? values[plot.solve] : state.results()[plot.result]];
  const shown = [...line, mine].filter(([, y]) => Number.isFinite(y));
  const [low, high] = extent(shown.map(([, y]) => y), plot, state);
  const across = (/** @type {number} */ x) => (100 * (x - plot.low)) / (plot.high - plot.low);
  const down = (/** @type {number} */ y) => (100 * (high - y)) / (high - low);
  const path = line.filter(([, y]) => Number.isFinite(y)).map(([x, y]) => `${across(x)} ${down(y)}`);
  figure.querySelector(".plot-line")?.setAttribute("d", path.length ? `M${path.join("L")}` : "");
  figure.querySelector(".plot-zero")?.setAttribute("d", `M0 ${down(0)}H100`);
  mark(figure, "mine", across(mine[0]), down(mine[1]), `${formatNumber(mine[1], plot.y_code)} ${plot.y_unit}`);
  if (plot.best && shown.length) {
    const [x, y] = bestOf(line);
    mark(figure, "best", across(x), down(y), formatNumber(x, plot.x_code));
  }
};

/** @param {Plot} plot @param {State} state @returns {Point[]} */
const linePoints = ({ over, low, high, result, solve, level }, state) =>
  Array.from({ length: LINE_POINTS }, (_, point) => {
    const x = low + ((high - low) * point) / (LINE_POINTS - 1);
    if (!solve) return [x, state.resultsWith({ [over]: x })[result]];
    const range = state.spec.parameters[solve];
    const at = (/** @type {number} */ value) =>
      state.resultsWith({ [over]: x, [solve]: value })[result];
    const [first, last] = [at(range.low), at(range.high)];
    return [x, range.low + ((level - first) * (range.high - range.low)) / (last - first)];
  });

/** The smallest x that attains the highest y. @param {Point[]} line @returns {Point} */
const bestOf = (line) =>
  line.reduce((best, point) => (point[1] > best[1] + 1e-9 || Number.isNaN(best[1]) ? point : best));

/** Zero is in it, and a slider's range if it has one.
 * @param {number[]} values @param {Plot} plot @param {State} state */
const extent = (values, { solve }, state) => {
  if (solve) return [0, 1.25 * state.spec.parameters[solve].high];
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const margin = 0.12 * (high - low) || 1;
  return [low < 0 ? low - margin : low, high + margin];
};

/**
 * @param {HTMLElement} figure @param {string} name @param {number} x @param {number} y
 * @param {string} text
 */
const mark = (figure, name, x, y, text) => {
  const seen = Number.isFinite(y) && x >= 0 && x <= 100 && y >= 0 && y <= 100;
  for (const element of figure.querySelectorAll(`.plot-${name}`)) {
    const { style } = /** @type {HTMLElement} */ (element);
    style.top = `${y}%`;
    style.visibility = seen ? "" : "hidden";
    if (element.classList.contains("plot-label")) style.setProperty("--at", `${x}%`);
    else style.left = `${x}%`;
  }
  const words = figure.querySelector(`.plot-label.plot-${name} b`);
  if (words) words.textContent = text;
};
