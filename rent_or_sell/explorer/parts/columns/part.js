// @ts-check
// Sizes the terms of each total on one scale; what named terms leave over is "Other".

import { setShare } from "../../marks.js";
import { formatNumber } from "../../number_format.js";
import { bindValues, writeText } from "../../values.js";

/** @typedef {[total: string, terms: [name: string, sign: number][]]} Total */

/** @type {import("../../explorer.js").Bind} */
export const bind = (element, state, _history, { totals, code }) => {
  const bars = /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll("[data-bar]"));
  const writeValues = bindValues(element, state);
  return () => {
    const results = state.results();
    const sizes = [...bars].map(({ dataset }) => Math.abs(results[dataset.bar ?? ""]) || 0);
    const scale = Math.max(...sizes) || 1;
    bars.forEach((bar, place) => setShare(bar, "width", sizes[place] / scale));
    for (const total of totals) showOther(element, total, results, code);
    writeValues();
  };
};

/**
 * @param {HTMLElement} element @param {Total} total
 * @param {import("../../state.js").Results} results @param {string} code
 */
const showOther = (element, [total, terms], results, code) => {
  const row = /** @type {HTMLElement} */ (element.querySelector(`[data-column="${total}"] .other`));
  const named = terms.reduce((sum, [name, sign]) => sum + sign * results[name], 0);
  const size = terms.reduce((sum, [name]) => sum + Math.abs(results[name]), 0);
  const other = results[total] - named;
  row.hidden = !(Math.abs(other) > 1e-9 * size);
  writeText(row, ".amount", row.hidden ? "" : formatNumber(other, code));
};
