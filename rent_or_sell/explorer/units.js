// @ts-check
// Writes a number with its unit, and says it: the browser's half of units.py.

/** @param {string} number @param {string} words the unit's, such as "$/chip" @returns {string} */
export const withUnit = (number, words) =>
  words.startsWith("$") ? number.replace(/\d/, "$$$&") + words.slice(1) : `${number} ${words}`.trim();

/** Spell a unit out, as it is said aloud: "dollars a chip". @param {string} words @returns {string} */
export const unitSaid = (words) =>
  words.replace(/^\$/, "dollars").replaceAll("$", "dollar").replace(/^mn /, "million ").replaceAll("/", " a ");
