// @ts-check
// Tips of a step: how far a parameter stretches it until a result changes sign. The browser's half
// of tips.py.

import { formatNumber } from "../../number_format.js";

/**
 * @typedef {{step: string, parameter: string, results: string[]}} Tips
 * @typedef {import("../../state.js").State} State
 */

/**
 * Of each result, for which values of the parameter it is above zero, and the step's size at the tip.
 * @param {Tips} tips @param {State} state @returns {[text: string, size: number][]}
 */
export const tipsOf = (tips, state) => {
  const { min, max, format } = state.spec.parameters[tips.parameter];
  const found = state.many({ [tips.parameter]: Float64Array.of(min, max) }, 2, tips.results);
  return tips.results.map((result) => {
    const [first, last] = found[result];
    const at = tip(first, last, min, max);
    return [saidOf(first, last, formatNumber(at, format)), sizeAt(tips, state, at)];
  });
};

/** The step where the parameter has a value. @param {Tips} tips @param {State} state @param {number} at */
export const sizeAt = ({ step, parameter }, state, at) =>
  Number.isNaN(at) ? at : state.sweep({ [parameter]: Float64Array.of(at) }, step)[0];

/**
 * Where a straight line from one end of a range to the other changes sign.
 * @param {number} first @param {number} last @param {number} low @param {number} high
 */
const tip = (first, last, low, high) => {
  const crosses = first > 0 !== last > 0 && Number.isFinite(first + last);
  return crosses ? low + (first * (high - low)) / (first - last) : NaN;
};

/** @param {number} first @param {number} last @param {string} at */
const saidOf = (first, last, at) => {
  if (!Number.isFinite(first + last)) return "not defined";
  if (first > 0 === last > 0) return first > 0 ? "always" : "never";
  return first > 0 ? `up to ${at}` : `above ${at}`;
};
