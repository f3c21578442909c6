// @ts-check
// What explains the difference of one result between two cases: an amount for each change. The
// browser's half of answers/bridge.py, which says what the amounts are.

/**
 * @typedef {import("../state.js").Changes} Changes
 * @typedef {import("../compute.js").Column} Column
 *
 * A question about two cases: each a value for every parameter, in the order of the table.
 * @typedef {{
 *   answer: string, a: Changes, b: Changes, reads: Set<string>,
 *   many(columns: Record<string, Column>, count: number, wanted: string[]): Record<string, Float64Array>
 * }} Question
 *
 * `steps` has the largest first. Where the answer is not defined in a case that is needed,
 * `undefinedWith` names what of case b that case has, and there are no steps.
 * @typedef {{
 *   start: number, end: number, steps: [string, number][], exact: boolean,
 *   undefinedWith: string[] | null
 * }} Bridge
 */

export const EXACT_UP_TO = 10; // changes: 1,024 cases

/** @param {Question} question @returns {string[]} what the answer reads and the cases differ in */
export const differing = ({ a, b, reads }) =>
  Object.keys(a).filter((name) => reads.has(name) && a[name] !== b[name]);

/** @param {Question} question @returns {Bridge} */
export const bridge = (question) => {
  const names = differing(question);
  const exact = names.length <= EXACT_UP_TO;
  // Whether a change (by its place) has happened in a case (by its number).
  const happened = exact ? inSubset : onTheWay(names.length);
  const count = exact ? 2 ** names.length : 2 * (names.length + 1);
  const results = ask(question, names, happened, count);
  const last = exact ? count - 1 : names.length;
  const ends = { start: results[0], end: results[last], exact };
  const odd = results.findIndex(Number.isNaN);
  if (odd >= 0) {
    const undefinedWith = names.filter((_, place) => happened(odd, place));
    return { ...ends, steps: [], undefinedWith };
  }
  const amounts = exact ? shapley(results, names.length) : meanOfBoth(results, names.length);
  /** @type {[string, number][]} */
  const steps = names.map((name, place) => [name, amounts[place]]);
  steps.sort(([, one], [, other]) => Math.abs(other) - Math.abs(one));
  return { ...ends, steps, undefinedWith: null };
};

/** @param {number} subset @param {number} place */
const inSubset = (subset, place) => ((subset >> place) & 1) === 1;

/**
 * The cases on the way in the order of the changes, then in its reverse.
 * @param {number} changes
 * @returns {(number: number, place: number) => boolean}
 */
const onTheWay = (changes) => (number, place) =>
  number <= changes ? place < number : place >= changes - (number - changes - 1);

/**
 * The answer in every case, all in one evaluation.
 * @param {Question} question @param {string[]} names
 * @param {(number: number, place: number) => boolean} happened @param {number} count
 */
const ask = ({ answer, a, b, many }, names, happened, count) => {
  const moved = names.map((name, place) => [
    name,
    Float64Array.from({ length: count }, (_, number) => (happened(number, place) ? b : a)[name]),
  ]);
  return many({ ...a, ...Object.fromEntries(moved) }, count, [answer])[answer];
};

/**
 * The mean of what each change adds, over all orders, from the results of all subsets.
 * @param {Float64Array} results @param {number} changes @returns {number[]}
 */
const shapley = (results, changes) => {
  const weights = Array.from({ length: changes }, (_, size) => 1 / (changes * choose(changes - 1, size)));
  const sizes = [...results].map((_, subset) => bits(subset));
  return Array.from({ length: changes }, (_, change) => {
    let amount = 0;
    for (let subset = 0; subset < results.length; subset++) {
      if (inSubset(subset, change)) continue;
      amount += weights[sizes[subset]] * (results[subset | (1 << change)] - results[subset]);
    }
    return amount;
  });
};

/** @param {number} from @param {number} picked @returns {number} */
const choose = (from, picked) => (picked ? (choose(from - 1, picked - 1) * from) / picked : 1);

/** @param {number} subset @returns {number} how many changes it has */
const bits = (subset) => (subset ? (subset & 1) + bits(subset >> 1) : 0);

/** @param {Float64Array} results @param {number} changes @returns {number[]} */
const meanOfBoth = (results, changes) =>
  Array.from({ length: changes }, (_, change) => {
    const there = results[change + 1] - results[change];
    const before = 2 * changes - change; // on the way back the last change comes first
    return (there + results[before + 1] - results[before]) / 2;
  });
