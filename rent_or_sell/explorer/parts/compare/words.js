// @ts-check
// What is said of two cases: what their answers are, why they differ, and what would settle it.

import { agree } from "../../answers/compare.js";
import { exactNumber, formatNumber } from "../../number_format.js";
import { partOfRange } from "../../range_words.js";
import { withUnit } from "../../units.js";
import { signed } from "./waterfall.js";

/**
 * @typedef {import("../../answers/bridge.js").Bridge} Bridge
 * @typedef {import("../../answers/settle.js").Change} Change
 * @typedef {import("../../state.js").Parameter} Parameter
 *
 * What a sentence speaks of: the answer's words, its number format and that of the table, the bridge,
 * the cases' names and values.
 * @typedef {{
 *   label: string, format: string, exact: string, made: Bridge, ends: string[], a: Record<string, number>,
 *   b: Record<string, number>, parameters: Record<string, Parameter>
 * }} Told
 */

const SAME =
  "The two cases assume the same of all that this answer depends on, so that there is no " +
  "difference to explain. Move a control, choose another case, or paste a link.";

/** Below it a number that its control shows without digits is told with one. */
const FEW = 100;

const UNDEFINED = "There is no answer to compare.";

/** @param {Told} told @returns {string} what the two answers are, or why there is none */
export const saidOf = ({ made, ends, format, parameters }) => {
  const [one, other] = ends;
  const moved = made.undefinedWith?.map((name) => parameters[name].label);
  if (moved) return `${notDefined(made, ends, moved)}, so that there is no difference to explain.`;
  const numbers = [made.start, made.end].map((value) => formatNumber(value, format));
  if (!made.steps.length) return SAME;
  if (agree(made)) {
    const both = made.end > 0 ? "both are above zero" : "neither is above zero";
    return `${one}: ${numbers[0]}. ${other}: ${numbers[1]}. The answers agree: ${both}.`;
  }
  const only = made.end > 0 ? other : one;
  return `${one}: ${numbers[0]}. ${other}: ${numbers[1]}. They disagree: only “${only}” is above zero.`;
};

/** @param {Bridge} made @param {string[]} ends @param {string[]} moved labels */
const notDefined = (made, [one, other], moved) => {
  if (!moved.length) return `The answer is not defined in “${one}”`;
  if (Number.isNaN(made.end)) return `The answer is not defined in “${other}”`;
  return `The answer is not defined in “${one}” with what “${other}” has for ${moved.join(", ")}`;
};

/** @param {Told} told @returns {string} */
export const averaged = ({ made }) =>
  made.exact || made.undefinedWith
    ? ""
    : "More than ten assumptions differ: each step is the mean over one order of the changes and its reverse.";

/** @param {Told} told @returns {string} the cause of the gap */
export const causeOf = ({ made, ends, a, b, format, parameters }) => {
  if (made.undefinedWith) return UNDEFINED;
  if (!made.steps.length) return "There is no gap.";
  const [[name, amount]] = made.steps;
  const { label } = parameters[name];
  const [before, after] = [a, b].map((values) => inWords(values[name], parameters[name]));
  const whole = signed(made.end - made.start, format);
  const alone = `${label}: ${before} in “${ends[0]}”, ${after} in “${ends[1]}”.`;
  if (made.steps.length === 1) return `${alone} It makes all of the difference, ${whole}.`;
  return `${alone} It makes ${signed(amount, format)} of the difference, ${whole}.`;
};

/**
 * The smallest changes, of one assumption and of two.
 * @param {Told} told @param {{one: Change | null, two: Change | null}} changes
 * @returns {[string, string]}
 */
export const changesOf = (told, { one, two }) => {
  const { made } = told;
  if (made.undefinedWith) return [UNDEFINED, UNDEFINED];
  if (agree(made)) return ["None is needed.", "None is needed."];
  const alone = one
    ? changeWords(told, one)
    : "None of the assumptions on which they differ does it alone; decisions do not count.";
  if (two) return [alone, changeWords(told, two)];
  const together = one
    ? "To move a second one too makes the change no smaller."
    : "No two of those on which they differ do it together.";
  return [alone, made.steps.length > 1 ? together : "They differ in one only."];
};

/** @param {Told} told @param {Change} change @returns {string} */
const changeWords = ({ ends, a, parameters }, { values }) => {
  const moves = Object.entries(values).map(([name, value]) => {
    const parameter = parameters[name];
    const { label, low, high } = parameter;
    const far = partOfRange(Math.abs(value - a[name]) / (high - low));
    const given = inWords(a[name], parameter);
    return `“${label}” were about ${finer(value, parameter)} instead of ${given} (${far})`;
  });
  return `“${ends[0]}” would agree if ${moves.join(", and ")}.`;
};

/** @param {Told} told @param {string | null} name @returns {string} */
export const unknownWords = ({ made, parameters }, name) => {
  if (made.undefinedWith) return UNDEFINED;
  if (!made.steps.length) return "There is no gap.";
  if (!name) return "Nothing: they differ in decisions only, which no one can find out.";
  return `${parameters[name].label}: no other unknown explains more of the gap.`;
};

/** @param {number} value @param {Parameter} parameter @returns {string} as its control shows it */
const inWords = (value, { format, unit }) =>
  withUnit(exactNumber(Number(value.toPrecision(6)), format), unit);

/** One digit more than its control shows, where digits are few: near a flip each of them counts.
 * @param {number} value @param {Parameter} parameter @returns {string} */
const finer = (value, { format, unit }) => {
  const more = Math.abs(value) < FEW ? 1 : 0;
  const code = format.replace(/\.(\d)/, (_, digit) => `.${Math.min(Number(digit) + more, 9)}`);
  return withUnit(formatNumber(value, code), unit);
};
