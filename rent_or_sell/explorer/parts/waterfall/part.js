// @ts-check
// Places the steps of a total beside each other, each where the one before it ended.

import { setShare } from "../../marks.js";
import { formatNumber } from "../../number_format.js";
import { writeSentence } from "../../sentence.js";
import { bindValues, writeText } from "../../values.js";
import { sizeAt, tipsOf } from "./tips.js";

/** @typedef {import("./tips.js").Tips} Tips */

/** @type {import("../../explorer.js").Bind} */
export const bind = (element, state, _history, settings) => {
  const { title, steps, totals, code, tips } =
    /** @type {{title: any, steps: [string, number][], totals: string[], code: string, tips: Tips | null}} */ (settings);
  const caption = /** @type {HTMLElement} */ (element.querySelector("figcaption"));
  const rows = [...element.querySelectorAll("tr:not(.tip)")];
  const tipRows = [...element.querySelectorAll(".tip")];
  const tipped = steps.findIndex(([name]) => name === tips?.step);
  const other = /** @type {HTMLElement} */ (element.querySelector(".other"));
  const writeValues = bindValues(element, state);
  return () => {
    const results = state.results();
    const amounts = steps.map(([name, sign]) => sign * results[name]);
    const named = amounts.reduce((sum, amount) => sum + amount, 0);
    const ends = totals.map((name) => results[name]);
    const left = ends[0] - named;
    const size = amounts.reduce((sum, amount) => sum + Math.abs(amount), 0);
    other.hidden = !(Math.abs(left) > 1e-9 * size);
    writeText(other, ".amount", other.hidden ? "" : formatNumber(left, code));
    const said = tips ? tipsOf(tips, state) : [];
    const high = tips ? [sizeAt(tips, state, state.spec.parameters[tips.parameter].high)] : [];
    const [spans, wide] = bars([...amounts, left], ends, tipped, [...said.map(([, size]) => size), ...high]);
    spans.forEach((span, place) => setSpan(rows[place], span));
    said.forEach(([text], place) => {
      setSpan(tipRows[place], wide[place]);
      writeText(tipRows[place], ".amount", text);
    });
    ends.forEach((end, place) => rows[steps.length + 1 + place].classList.toggle("loss", end < 0));
    writeSentence(caption, title, state);
    writeValues();
  };
};

/** @param {Element} row @param {[number, number]} span */
const setSpan = (row, [start, length]) => {
  setShare(row.querySelector(".ruler"), "width", start);
  setShare(row.querySelector(".bar"), "width", length);
};

/**
 * Start and length of each bar, steps first, on an axis that holds all and zero; then of the step
 * at a place as it is stretched: the axis holds the last of those, too.
 * @param {number[]} steps @param {number[]} ends @param {number} place @param {number[]} stretched
 * @returns {[number, number][][]}
 */
const bars = (steps, ends, place, stretched) => {
  const reached = [0];
  /** @type {[number, number][]} */
  const spans = steps.map((step) => {
    const from = reached[reached.length - 1];
    reached.push(from + step);
    return [Math.min(from, from + step), Math.abs(step)];
  });
  for (const end of ends) spans.push([Math.min(0, end), Math.abs(end)]);
  /** @type {[number, number][]} */
  const wide = stretched.map((size) => [reached[place], size]);
  const held = [...spans, ...wide.slice(-1)];
  const low = Math.min(0, ...held.map(([start]) => start));
  const high = Math.max(...held.map(([start, length]) => start + length));
  const size = high - low || 1;
  return [spans, wide].map((all) =>
    all.map(([start, length]) => [(start - low) / size, Math.min(length, high - start) / size]),
  );
};
