// @ts-check
// Draws a line over one parameter, with the reader's own case and, on a curve, its best point.

import { drawMarks, writeAxis } from "../../axis.js";
import { setMark, setShare } from "../../marks.js";
import { formatNumber } from "../../number_format.js";
import { writeText } from "../../values.js";

/**
 * @typedef {{result: string, over: string, low: number, high: number, x_code: string,
 *   y_code: string, y_unit: string, solve: string, level: number, best: string, points: number,
 *   highest: number}} Line
 * @typedef {import("../../state.js").State} State
 * @typedef {[number, number]} Point
 */

/** @type {import("../../explorer.js").Bind} */
export const bind = (element, state, _history, settings) => () => draw(element, settings, state);

/** @param {HTMLElement} figure @param {Line} line @param {State} state */
const draw = (figure, line, state) => {
  const points = linePoints(line, state);
  const values = { ...state.values(), ...state.results() };
  /** @type {Point} */
  const mine = [values[line.over], values[line.solve || line.result]];
  const shown = [...points, mine].filter(([, y]) => Number.isFinite(y));
  const [low, high] = extent(shown.map(([, y]) => y), line);
  const across = (/** @type {number} */ x) => (x - line.low) / (line.high - line.low);
  const down = (/** @type {number} */ y) => (high - y) / (high - low);
  const path = points
    .filter(([, y]) => Number.isFinite(y))
    .map(([x, y]) => `${100 * across(x)} ${100 * down(y)}`);
  setMark(figure.querySelector(".plot-line"), "d", path.length ? `M${path.join("L")}` : "");
  setMark(figure.querySelector(".plot-zero"), "d", `M0 ${100 * down(0)}H100`);
  const own = `${formatNumber(mine[1], line.y_code)} ${line.y_unit}`;
  mark(figure, "mine", across(mine[0]), down(mine[1]), own);
  const guides = [guide(across(mine[0]), down(mine[1]), 0)];
  if (line.best && shown.length) {
    const [x, y] = bestOf(points);
    mark(figure, "best", across(x), down(y), formatNumber(x, line.x_code));
    guides.push(guide(across(x), down(y), 1));
  }
  setMark(figure.querySelector(".plot-guides"), "d", guides.join(""));
  const find = (/** @type {string} */ selector) => /** @type {Element} */ (figure.querySelector(selector));
  const places = writeAxis(find(".axis-across"), [line.low, line.high], line.x_code, "x");
  drawMarks(find(".plot-ticks"), places, writeAxis(find(".axis-up"), [low, high], line.y_code, "y"));
};

/** A line from a mark to its words, at the top or the foot; none from what is beyond the picture.
 * @param {number} x @param {number} y @param {number} to */
const guide = (x, y, to) =>
  isSeen(x, y) ? `M${(100 * x).toFixed(2)} ${(100 * y).toFixed(2)}V${100 * to}` : "";

/** @param {number} x @param {number} y */
const isSeen = (x, y) => Number.isFinite(y) && x >= 0 && x <= 1 && y >= 0 && y <= 1;

/** @param {Line} line @param {State} state @returns {Point[]} */
const linePoints = ({ over, low, high, result, solve, level, points }, state) => {
  const xs = Float64Array.from({ length: points }, (_, point) => low + ((high - low) * point) / (points - 1));
  const ys = (/** @type {Record<string, Float64Array>} */ columns) => state.sweep({ [over]: xs, ...columns }, result);
  if (!solve) {
    const drawn = ys({});
    return [...xs].map((x, point) => [x, drawn[point]]);
  }
  const range = state.spec.parameters[solve];
  const [first, last] = [range.low, range.high].map((end) =>
    ys({ [solve]: new Float64Array(points).fill(end) }),
  );
  return [...xs].map((x, point) => [
    x,
    range.low + ((level - first[point]) * (range.high - range.low)) / (last[point] - first[point]),
  ]);
};

/** The smallest x that attains the highest y. @param {Point[]} line @returns {Point} */
const bestOf = (line) =>
  line.reduce((best, point) => (point[1] > best[1] + 1e-9 || Number.isNaN(best[1]) ? point : best));

/** Zero is in it, and the range of what is solved for. @param {number[]} values @param {Line} line */
const extent = (values, { solve, highest }) => {
  if (solve) return [0, highest];
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
  const seen = isSeen(x, y);
  const dot = figure.querySelector(`.plot-mark.plot-${name}`);
  const label = figure.querySelector(`.plot-label.plot-${name}`);
  for (const element of [dot, label]) element?.classList.toggle("unseen", !seen);
  if (!seen) return;
  setShare(dot, "cx", x);
  setShare(dot, "cy", y);
  setShare(label?.querySelector(".ruler") ?? null, "width", x);
  if (label) writeText(label, "b", text);
};
