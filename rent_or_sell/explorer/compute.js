// @ts-check
// Runs a generated model: one case or many at once, and no more of it than what is asked for.

import { cohortSum, defined, geometricSum, yearSum } from "./operators.js";

/**
 * What the package's `javascript` prints; how `run` works is said there.
 * @typedef {{
 *   parameters: string[], results: string[], yearly: string[], years: number,
 *   reads: Record<string, string[]>,
 *   run(operators: object, plan: Record<string, number>, input: Record<string, Float64Array>,
 *     output: Record<string, Float64Array>, count: number): void
 * }} GeneratedModel
 *
 * A value for all cases, or one for each.
 * @typedef {number | Float64Array} Column
 */

const OPERATORS = { cohortSum, defined, geometricSum, yearSum };

/** How often a name is computed. */
const NEVER = 0;
const ONCE = 1;
const EACH = 2;

/**
 * Every result of one case.
 * @param {GeneratedModel} model @param {Record<string, number>} values every parameter's
 * @returns {Record<string, any>} a number, or an array of them, one a year, for a yearly result
 */
export const evaluate = (model, values) =>
  Object.fromEntries(
    Object.entries(evaluateMany(model, values, 1)).map(([name, column]) => [
      name,
      model.yearly.includes(name) ? [...column] : column[0],
    ]),
  );

/**
 * Wanted results of many cases.
 * @param {GeneratedModel} model
 * @param {Record<string, Column>} columns at least the parameters that the wanted results read
 * @param {number} count how many cases @param {string[]} wanted
 * @returns {Record<string, Float64Array>} `count` values for each; for a yearly result those of
 *   the first year, then those of the second and so on
 */
export const evaluateMany = (model, columns, count, wanted = model.results) => {
  const plan = makePlan(model, columns, wanted);
  const input = Object.fromEntries(
    model.parameters.filter((name) => plan[name]).map((name) => [name, toArray(name, columns[name], count)]),
  );
  const output = Object.fromEntries(
    wanted.map((name) => [name, new Float64Array(model.yearly.includes(name) ? model.years * count : count)]),
  );
  model.run(OPERATORS, plan, input, output, count);
  return output;
};

/**
 * How often each name is computed: never if no wanted result reads it, directly or not, and once
 * if it is the same in all cases.
 * @param {GeneratedModel} model @param {Record<string, Column>} columns @param {string[]} wanted
 * @returns {Record<string, number>}
 */
export const makePlan = (model, columns, wanted) => {
  const needed = new Set(wanted);
  const quantities = Object.entries(model.reads);
  for (const [name, reads] of quantities.toReversed()) {
    if (needed.has(name)) reads.forEach((read) => needed.add(read));
  }
  /** @type {Record<string, number>} */
  const plan = {};
  for (const name of model.parameters) {
    plan[name] = needed.has(name) ? (typeof columns[name] === "number" ? ONCE : EACH) : NEVER;
  }
  for (const [name, reads] of quantities) {
    plan[name] = needed.has(name) ? Math.max(ONCE, ...reads.map((read) => plan[read])) : NEVER;
  }
  return plan;
};

/** @param {string} name @param {Column} column @param {number} count @returns {Float64Array} */
const toArray = (name, column, count) => typeof column === "number" ? Float64Array.of(column) : column;
