// @ts-check
// How far an assumption moves, as people say it: the browser's half of range_words.py.

import { formatNumber } from "./number_format.js";

/** @type {[number, string][]} */
const PARTS = [
  [1 / 100, "a hundredth"],
  [1 / 50, "a fiftieth"],
  [1 / 20, "a twentieth"],
  [1 / 10, "a tenth"],
  [1 / 6, "a sixth"],
  [1 / 5, "a fifth"],
  [1 / 4, "a quarter"],
  [1 / 3, "a third"],
  [2 / 5, "two fifths"],
  [1 / 2, "half"],
  [3 / 5, "three fifths"],
  [2 / 3, "two thirds"],
  [3 / 4, "three quarters"],
  [4 / 5, "four fifths"],
  [9 / 10, "nine tenths"],
  [1, "all"],
];
const MOST = 1.05; // of a range that is said to be all of it
const MANY = 9.95; // ranges, from which on tenths say nothing

/** A distance in ranges in words, such as "a sixth of its range".
 * @param {number} share @returns {string} */
export const partOfRange = (share) => {
  if (share > MOST) return `${formatNumber(share, share < MANY ? ".1f" : ",.0f")} times its range`;
  const [[least, fewest]] = PARTS;
  if (share < least / 2) return `less than ${fewest} of its range`;
  const [, words] = PARTS.reduce((best, part) =>
    Math.abs(part[0] - share) < Math.abs(best[0] - share) ? part : best,
  );
  return `${words} of its range`;
};
