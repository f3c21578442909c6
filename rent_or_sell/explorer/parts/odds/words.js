// @ts-check
// How odds are said: the browser's half of words.py.

const WORLDS = 100;

/** A share of the worlds as a count of a hundred, such as "32".
 * @param {number} share @returns {string} */
export const counted = (share) => {
  const count = whole(share);
  if (count === 0 && share > 0) return "fewer than 1";
  return count === WORLDS && share < 1 ? "more than 99" : String(count);
};

/** @param {number} share @returns {number} */
export const whole = (share) => Math.floor(WORLDS * share + 0.5);
