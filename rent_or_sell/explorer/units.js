// @ts-check
// Writes a number with its unit: the browser's half of `with_unit` in units.py.

/** @param {string} number @param {string} words the unit's, such as "$/chip" @returns {string} */
export const withUnit = (number, words) =>
  words.startsWith("$") ? number.replace(/\d/, "$$$&") + words.slice(1) : `${number} ${words}`.trim();
