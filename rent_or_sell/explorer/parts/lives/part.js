// @ts-check
// Draws two lines of what has come in over the years, and marks where one overtakes the other.

import { drawMarks, writeAxis } from "../../axis.js";
import { setMark, setShare } from "../../marks.js";
import { writeSentence } from "../../sentence.js";
import { bindValues } from "../../values.js";
import { bindGuess } from "./guess.js";

/**
 * @typedef {import("../../state.js").State} State
 * @typedef {[number, number]} Point
 * @typedef {{name: string, result: string, years: string, start: [string, number][], delay: string,
 *   last: string[], words: import("../../sentence.js").Case[][]}} Life
 */

/** @type {import("../../explorer.js").Bind} */
export const bind = (element, state, _history, settings) => {
  const { title, code, lives } =
    /** @type {{title: import("../../sentence.js").Case[][], code: string, lives: Life[]}} */ (settings);
  const writeValues = bindValues(element, state);
  const drawGuess = bindGuess(element, settings);
  const find = (/** @type {string} */ selector) =>
    /** @type {HTMLElement} */ (element.querySelector(selector));
  return () => {
    const lines = lives.map((life) => pointsOf(life, state));
    const right = Math.max(...lines.flat().map(([x]) => x));
    const [low, high] = extent(lines.flat().map(([, y]) => y));
    const across = (/** @type {number} */ x) => x / right;
    const down = (/** @type {number} */ y) => (high - y) / (high - low);
    const overtakes = overtaking(lines[0], lines[1]);
    /** @type {Record<string, number>} */
    const more = { overtakes };
    lives.forEach(({ name }, place) => (more[`${name}_start`] = lines[place][0][1]));
    writeSentence(find(".lives-said"), title, state, more);
    setMark(find(".plot-zero"), "d", `M0 ${fixed(100 * down(0))}H100`);
    const years = writeAxis(find(".axis-across"), [0, right], ".0f", "x");
    drawMarks(find(".plot-ticks"), years, writeAxis(find(".axis-up"), [low, high], code, "y"));
    const highest = Math.max(...lines.map((line) => line[line.length - 1][1]));
    lives.forEach(({ name, words }, place) => {
      const line = lines[place];
      const path = line.map(([x, y]) => `${fixed(100 * across(x))} ${fixed(100 * down(y))}`);
      setMark(find(`.plot-line[data-life="${name}"]`), "d", `M${path.join("L")}`);
      const [start, end] = [line[0], line[line.length - 1]];
      const dot = find(`.life-start[data-life="${name}"]`);
      setShare(dot, "cx", across(start[0]));
      setShare(dot, "cy", down(start[1]));
      writeSentence(find(`[data-words="${name}"]`), words, state, more);
      const [said, ended] = [".life-words", ".life-end"].map(
        (kind) => element.querySelectorAll(kind)[place],
      );
      placeLabel(said, across(start[0]), down(start[1]));
      placeLabel(ended, 1, down(end[1]));
      ended.classList.toggle("over", end[1] >= highest);
      ended.classList.toggle("under", end[1] < highest);
    });
    const crossing = find(".life-crossing");
    crossing.classList.toggle("unseen", Number.isNaN(overtakes));
    setShare(crossing, "cx", across(overtakes));
    setShare(crossing, "cy", overtakes ? down(valueAt(lines[0], overtakes)) : NaN);
    drawGuess({ low, high, ends: lines.map((line) => across(line[line.length - 1][0])) });
    writeValues();
  };
};

const fixed = (/** @type {number} */ share) => share.toFixed(2);

/** @param {Element} label @param {number} x @param {number} y */
const placeLabel = (label, x, y) => {
  setShare(label.querySelector(".ruler"), "width", x);
  setShare(label.querySelector(".ruler-down"), "height", y);
};

/** @param {Life} life @param {State} state @returns {Point[]} */
const pointsOf = ({ result, years, start, delay, last }, state) => {
  const results = state.results();
  const values = { ...state.values(), ...results };
  const begin = start.reduce((sum, [name, sign]) => sum + sign * values[name], 0);
  const after = delay ? values[delay] : 0;
  const whole = Array.from({ length: Math.max(0, Math.ceil(values[years]) - 1) }, (_, y) => y + 1);
  const found = whole.length
    ? state.many(
        {
          [years]: Float64Array.from(whole),
          ...Object.fromEntries(last.map((name) => [name, new Float64Array(whole.length)])),
        },
        whole.length,
        [result],
      )[result]
    : [];
  return [
    [0, begin],
    ...(after ? [/** @type {Point} */ ([after, begin])] : []),
    ...whole.map((y, place) => /** @type {Point} */ ([after + y, found[place]])),
    [after + values[years], results[result]],
  ];
};

/** Zero is in it, with room above and below. @param {number[]} values @returns {Point} */
const extent = (values) => {
  const defined = values.filter(Number.isFinite);
  const [low, high] = [Math.min(0, ...defined), Math.max(0, ...defined)];
  const margin = 0.12 * (high - low) || 1;
  return [low - margin, high + margin];
};

/** What a line stands at; it stays where it ends. @param {Point[]} line @param {number} x */
const valueAt = (line, x) => {
  const next = line.findIndex(([at]) => at > x);
  if (next <= 0) return line[next === 0 ? 0 : line.length - 1][1];
  const [[from, low], [to, high]] = [line[next - 1], line[next]];
  return low + ((high - low) * (x - from)) / (to - from);
};

/** Where the second line, from below, first meets the first one; NaN if it never does.
 * @param {Point[]} first @param {Point[]} second */
const overtaking = (first, second) => {
  const end = second[second.length - 1][0];
  const places = [...new Set([...first, ...second].map(([x]) => x))].filter((x) => x <= end);
  places.sort((a, b) => a - b);
  const leads = places.map((x) => valueAt(second, x) - valueAt(first, x));
  const place = leads.findIndex((lead, at) => lead < 0 && leads[at + 1] >= 0);
  if (place < 0) return NaN;
  const [lead, next] = [leads[place], leads[place + 1]];
  return places[place] + ((places[place + 1] - places[place]) * lead) / (lead - next);
};
