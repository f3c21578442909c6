// @ts-check
// The distance of a guess from the answer, in words.

/** @type {[ratio: number, words: string][]} */
const RATIOS = [
  [0.1, "a tenth"],
  [0.2, "a fifth"],
  [0.25, "a quarter"],
  [1 / 3, "a third"],
  [0.5, "half"],
  [2 / 3, "two thirds"],
  [0.75, "three quarters"],
  [0.9, "a tenth too little"],
  [1, "the same"],
  [1.1, "a tenth too much"],
  [1.25, "a quarter too much"],
  [1.5, "one and a half times as much"],
  [2, "twice as much"],
  [2.5, "two and a half times as much"],
  [3, "three times as much"],
  [3.5, "three and a half times as much"],
  [4, "four times as much"],
  [5, "five times as much"],
  [7, "seven times as much"],
  [10, "ten times as much"],
];

/** How near is the ratio itself, and not about it. */
const NEAR = 0.02;

/** @param {number} guess @param {number} answer @returns {string} */
export const distance = (guess, answer) => {
  if (!Number.isFinite(answer)) return "there is nothing to compare";
  if (guess === answer) return "the same";
  const side = guess > answer ? "too high" : "too low";
  if (!guess || !answer) return side;
  if (guess * answer < 0) return `${side}, on the other side of zero`;
  const ratio = guess / answer;
  const [least, most] = [RATIOS[0][0], RATIOS[RATIOS.length - 1][0]];
  if (ratio < least * (1 - NEAR)) return "less than a tenth";
  if (ratio > most * (1 + NEAR)) return "more than ten times as much";
  const off = (/** @type {number} */ one) => Math.abs(Math.log(ratio / one));
  const [nearest, words] = RATIOS.reduce((best, one) => (off(one[0]) < off(best[0]) ? one : best));
  return Math.abs(ratio / nearest - 1) < NEAR ? words : `about ${words}`;
};
