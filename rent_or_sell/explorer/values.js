// @ts-check
// Writes results and given values where a frame names them: in full for machines, and in words.

import { formatNumber } from "./number_format.js";

/**
 * Find what of a part shows a result or a given value; return what rewrites all of it.
 * @param {HTMLElement} element @param {import("./state.js").State} state @returns {() => void}
 */
export const bindValues = (element, state) => {
  const find = (/** @type {string} */ selector) =>
    /** @type {HTMLElement[]} */ ([...element.querySelectorAll(selector)]);
  const results = find("[data-quantity]");
  const given = find("[data-given]");
  return () => {
    for (const shown of results) {
      const { quantity = "", year, format = "" } = shown.dataset;
      const result = state.results()[quantity];
      const value = year ? result[Number(year) - state.spec.years.first] : result;
      shown.dataset.value = Number.isFinite(value) ? String(value) : "";
      shown.textContent = formatNumber(value, format);
    }
    const values = state.values();
    for (const shown of given) {
      const { given: name = "", format = "" } = shown.dataset;
      shown.textContent = formatNumber(values[name], format);
    }
  };
};

/**
 * Write a text where it differs: what stays the same is not announced or selected anew.
 * @param {Element} root @param {string} selector @param {string} text
 */
export const writeText = (root, selector, text) => {
  const element = root.querySelector(selector);
  if (element && element.textContent !== text) element.textContent = text;
};
