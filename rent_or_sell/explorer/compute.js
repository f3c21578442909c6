// @ts-check
// Runs a generated model: one case or many at once, and no more of it than what is asked for.

import { cohortSum, defined, geometricSum, yearSum } from "./operators.js";

/**
 * What `javascript` in rent_or_sell/model/javascript.py prints, and explains.
 * @typedef {{
 *   parameters: string[], results: string[], yearly: string[], years: number,
 *   reads: Record<string, string[]>,
 *   run(operators: typeof OPERATORS, plan: Record<string, number>,
 *     input: Record<string, Float64Array>, output: Record<string, Float64Array>,
 *     count: number): void
 * }} GeneratedModel
 *
 * @typedef {number | Float64Array} Column one value for all cases, or one for each
 */

const OPERATORS = { cohortSum, defined, geometricSum, yearSum };

// How often something is computed.
const NEVER = 0;
const ONCE = 1;
const IN_EVERY_CASE = 2;

/**
 * Every result of one case.
 * @param {GeneratedModel} model @param {Record<string, number>} values of all its parameters
 * @returns {Record<string, any>} a number, or an array with one a year, by result
 */
export const evaluate = (model, values) => {
  const results = Object.entries(evaluateMany(model, values, 1));
  return Object.fromEntries(
    results.map(([name, column]) => [name, model.yearly.includes(name) ? [...column] : column[0]]),
  );
};

/**
 * The wanted results of many cases.
 * @param {GeneratedModel} model
 * @param {Record<string, Column>} columns of the parameters, or of those that are read at least
 * @param {number} count of cases @param {string[]} wanted
 * @returns {Record<string, Float64Array>} `count` numbers by result; of a yearly one those of the
 *   first year, then those of the second and so on
 */
export const evaluateMany = (model, columns, count, wanted = model.results) => {
  const plan = makePlan(model, columns, wanted);
  /** @type {Record<string, Float64Array>} */
  const input = {};
  for (const name of model.parameters) {
    if (plan[name] !== NEVER) input[name] = asArray(name, columns[name], count);
  }
  /** @type {Record<string, Float64Array>} */
  const output = {};
  for (const name of wanted) {
    output[name] = new Float64Array(model.yearly.includes(name) ? model.years * count : count);
  }
  model.run(OPERATORS, plan, input, output, count);
  return output;
};

/**
 * How often each parameter and each step of the model is computed: 0 if no wanted result reads it,
 * directly or not, 1 (once) if it is the same in all cases, otherwise 2 (in every case).
 * @param {GeneratedModel} model @param {Record<string, Column>} columns @param {string[]} wanted
 * @returns {Record<string, number>}
 */
export const makePlan = (model, columns, wanted) => {
  const needed = neededFor(model, wanted);
  /** @type {Record<string, number>} */
  const plan = {};
  for (const name of model.parameters) {
    const often = typeof columns[name] === "number" ? ONCE : IN_EVERY_CASE;
    plan[name] = needed.has(name) ? often : NEVER;
  }
  for (const [name, reads] of knownOf(model).steps) {
    let often = needed.has(name) ? ONCE : NEVER;
    for (let read = 0; often === ONCE && read < reads.length; read += 1) {
      if (plan[reads[read]] === IN_EVERY_CASE) often = IN_EVERY_CASE;
    }
    plan[name] = often;
  }
  return plan;
};

/**
 * What every plan of a model asks again: its steps, and what the results wanted before need.
 * @type {WeakMap<GeneratedModel, {steps: [string, string[]][], needed: Map<string, Set<string>>}>}
 */
const known = new WeakMap();

/** @param {GeneratedModel} model */
const knownOf = (model) => {
  const made = known.get(model) ?? { steps: Object.entries(model.reads), needed: new Map() };
  known.set(model, made);
  return made;
};

/** @param {GeneratedModel} model @param {string[]} wanted @returns {Set<string>} */
const neededFor = (model, wanted) => {
  const { needed } = knownOf(model);
  const question = wanted.join();
  const found = needed.get(question) ?? findNeeded(model, wanted);
  needed.set(question, found);
  return found;
};

/** @param {GeneratedModel} model @param {string[]} wanted @returns {Set<string>} */
const findNeeded = (model, wanted) => {
  for (const name of wanted) {
    if (!model.results.includes(name)) {
      const names = model.results.join(", ");
      throw new Error(`"${name}" is not a result of the model; known are: ${names}.`);
    }
  }
  const needed = new Set(wanted);
  for (const [step, names] of [...knownOf(model).steps].reverse()) {
    if (needed.has(step)) names.forEach((name) => needed.add(name));
  }
  return needed;
};

/** @param {string} name @param {Column | undefined} column @param {number} count */
const asArray = (name, column, count) => {
  if (typeof column === "number") return Float64Array.of(column);
  if (column?.length === count) return column;
  const given = column ? `${column.length} are given` : "none is given";
  throw new Error(`${name} needs a number, or ${count} in a Float64Array; ${given}.`);
};
