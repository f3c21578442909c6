// @ts-check
// Writes every shown result: its full value for machines, its words for people.

import { formatNumber } from "./number_format.js";

const FIRST_YEAR = 2026;

/** A result in a year, or the result itself where it has no years.
 * @param {any} value @param {string | undefined} year @returns {number} */
export const yearOf = (value, year) => (year ? value[Number(year) - FIRST_YEAR] : value);

/** @param {HTMLElement} root @param {import("./state.js").State} state */
export const bindResults = (root, state) => {
  const shown = [...root.querySelectorAll("[data-quantity]")]
    .map((element) => /** @type {HTMLElement} */ (element))
    .filter((element) => !element.closest("[data-sentence]"));
  const given = [...root.querySelectorAll("[data-given]")].map(
    (element) => /** @type {HTMLElement} */ (element),
  );
  return () => {
    const results = state.results();
    for (const element of shown) {
      const { quantity = "", year, format = "" } = element.dataset;
      const value = yearOf(results[quantity], year);
      element.dataset.value = Number.isFinite(value) ? String(value) : "";
      element.textContent = formatNumber(value, format);
    }
    const values = state.values();
    for (const element of given) {
      const { given: name = "", format = "" } = element.dataset;
      element.textContent = formatNumber(values[name], format);
    }
  };
};
