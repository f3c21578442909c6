// @ts-check
// Places the steps of a total beside each other, each where the one before it ended.

import { setShare } from "../../marks.js";
import { formatNumber } from "../../number_format.js";
import { writeSentence } from "../../sentence.js";
import { bindValues, writeText } from "../../values.js";

/** @type {import("../../explorer.js").Bind} */
export const bind = (element, state, _history, settings) => {
  const { title, steps, totals, code } =
    /** @type {{title: any, steps: [string, number][], totals: string[], code: string}} */ (settings);
  const caption = /** @type {HTMLElement} */ (element.querySelector("figcaption"));
  const rows = [...element.querySelectorAll("tr")];
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
    bars([...amounts, left], ends).forEach(([start, length], place) => {
      setShare(rows[place].querySelector(".ruler"), "width", start);
      setShare(rows[place].querySelector(".bar"), "width", length);
    });
    ends.forEach((end, place) => rows[steps.length + 1 + place].classList.toggle("loss", end < 0));
    writeSentence(caption, title, state);
    writeValues();
  };
};

/**
 * Start and length of each bar, steps first, on an axis that holds all and zero.
 * @param {number[]} steps @param {number[]} ends @returns {[number, number][]}
 */
const bars = (steps, ends) => {
  let reached = 0;
  /** @type {[number, number][]} */
  const spans = steps.map((step) => {
    const from = reached;
    reached += step;
    return [Math.min(from, reached), Math.abs(step)];
  });
  for (const end of ends) spans.push([Math.min(0, end), Math.abs(end)]);
  const low = Math.min(0, ...spans.map(([start]) => start));
  const high = Math.max(...spans.map(([start, length]) => start + length));
  return spans.map(([start, length]) => [(start - low) / (high - low || 1), length / (high - low || 1)]);
};
