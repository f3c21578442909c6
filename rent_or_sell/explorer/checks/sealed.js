// @ts-check
// Opens the key of a check: the browser's half of classroom/sealed.py.

/**
 * Of a choice the place of the right answer, of an order the places in the right order, of a number
 * the results that it may be, the right one first; and what is said of each answer.
 * @typedef {{name: string, at: number | null, base: number}} Asked
 * @typedef {{
 *   right: number, order: number[], code: string, unit: string, numbers: Asked[], whys: string[],
 *   otherwise: string
 * }} Key
 */

/** @param {string} sealed @param {string} question @returns {Key} */
export const opened = (sealed, question) => {
  const mask = new TextEncoder().encode(question);
  const bytes = Uint8Array.from(atob(sealed), (one, at) => one.charCodeAt(0) ^ mask[at % mask.length]);
  return JSON.parse(new TextDecoder().decode(bytes));
};
