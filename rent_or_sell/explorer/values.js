// @ts-check
// Writes results and given values where a frame names them: in full for machines, and in words.

import { setHidden, setMark } from "./marks.js";
import { formatApart, formatNumber } from "./number_format.js";

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
      const { quantity = "", year, format = "", apart } = shown.dataset;
      const result = state.results()[quantity];
      const value = year ? result[Number(year) - state.spec.years.first] : result;
      const others = apart ? apart.split(" ").map((name) => state.results()[name]) : [];
      writeNumber(shown, value, formatApart(value, others, format));
    }
    const values = state.values();
    for (const shown of given) {
      const { given: name = "", format = "" } = shown.dataset;
      write(shown, formatNumber(values[name], format));
    }
  };
};

/**
 * Write a text where it differs: what stays the same is not laid out, announced or selected anew.
 * A text that is there is changed and not replaced: the browser is quicker at that.
 * @param {Node | null | undefined} node @param {string} text
 */
export const write = (node, text) => {
  if (!node || node.textContent === text) return;
  const { firstChild, lastChild } = node;
  if (firstChild instanceof Text && firstChild === lastChild) firstChild.data = text;
  else node.textContent = text;
};

/** @param {Element} root @param {string} selector @param {string} text */
export const writeText = (root, selector, text) => write(root.querySelector(selector), text);

/** Write a number: in words, and in full for machines.
 * @param {Element | null} element @param {number} value @param {string} text */
export const writeNumber = (element, value, text) => {
  setMark(element, "data-value", Number.isFinite(value) ? String(value) : "");
  write(element, text);
};

/** Write a note that is there only while there is something to say.
 * @param {Element} root @param {string} selector @param {string} words */
export const writeNote = (root, selector, words) => {
  const note = /** @type {HTMLElement} */ (root.querySelector(selector));
  setHidden(note, !words);
  write(note, words);
};
