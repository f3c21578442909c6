// @ts-check
// What would change an answer: the browser's half of answers/flips.py.

import { crossings, sample } from "./crossings.js";

/**
 * @typedef {import("../state.js").State} State
 * @typedef {{name: string, now: number, flip: number, distance: number}} Flip `flip` is NaN: never
 */

/**
 * For every parameter that the answer reads the nearest value at which it crosses the level, the
 * nearest first, in units of the parameter's range.
 * @param {State} state @param {string} answer @returns {Flip[]}
 */
export const flipPoints = (state, answer, level = 0) =>
  state.once(`flips ${answer} ${level}`, () => {
    const values = state.values();
    const samples = [...state.reads(answer)].map((name) => sample(state, answer, name, level));
    /** @type {Record<string, number[]>} */
    const found = Object.fromEntries(samples.map(({ name }) => [name, []]));
    for (const { name, x } of crossings(state, answer, samples, level)) found[name].push(x);
    const flips = Object.entries(found).map(([name, at]) => {
      const { low, high } = state.spec.parameters[name];
      const [now, flip] = [values[name], nearest(at, values[name])];
      return { name, now, flip, distance: Math.abs(flip - now) / (high - low) };
    });
    return flips.sort(byDistance);
  });

/**
 * The nearest value of a parameter that gives the wanted answer; NaN if none within its limits does.
 * @param {State} state @param {string} answer @param {number} value @param {string} name
 */
export const solve = (state, answer, value, name) => {
  const samples = sample(state, answer, name, value);
  const found = crossings(state, answer, [samples], value, true).filter(({ isLeap }) => !isLeap);
  const on = samples.x.filter((_, place) => samples.sides[place] === 0);
  return nearest([...found.map(({ x }) => x), ...on], state.values()[name]);
};

/** @param {number[]} found @param {number} now */
const nearest = (found, now) =>
  found.reduce((best, at) => (Math.abs(at - now) >= Math.abs(best - now) ? best : at), NaN);

/** What never flips comes last. @param {Flip} one @param {Flip} other */
const byDistance = (one, other) => {
  const rank = (/** @type {Flip} */ { distance }) => (Number.isNaN(distance) ? Infinity : distance);
  return rank(one) === rank(other) ? 0 : rank(one) - rank(other);
};
