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
const READ = 3; // in every case, from what was computed before

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
export const evaluateMany = (model, columns, count, wanted = model.results) =>
  run(model, makePlan(model, columns, wanted), columns, count, wanted);

/**
 * What answers as `evaluateMany` does, for a question that is asked again and again: results that
 * differ between the cases are kept until a parameter that they read has another number or, for a
 * column, another buffer. Most moves of a control then compute a few results anew, not all.
 * @param {GeneratedModel} model
 * @returns {(columns: Record<string, Column>, count: number, wanted: string[]) =>
 *   Record<string, Float64Array>}
 */
export const keeping = (model) => {
  /** @type {Map<string, {sources: unknown[], column: Float64Array}>} */
  const kept = new Map();
  const { sources } = knownOf(model);
  const keepable = model.results.filter((name) => !model.yearly.includes(name));
  return (columns, count, wanted) => {
    const sourcesOf = (/** @type {string} */ result) =>
      (sources.get(result) ?? []).map((name) => {
        const column = columns[name];
        return typeof column === "object" ? column.buffer : column;
      });
    /** @type {Map<string, Float64Array>} */
    const given = new Map();
    for (const [name, { sources, column }] of kept) {
      const now = sourcesOf(name);
      const isSame = now.every((source, place) => source === sources[place]);
      if (isSame && column.length >= count) given.set(name, column.subarray(0, count));
    }
    const plan = makePlan(model, columns, wanted, given);
    const fresh = keepable.filter((name) => plan[name] === IN_EVERY_CASE);
    const asked = [...new Set([...wanted, ...fresh])].filter((name) => !given.has(name));
    const found = run(model, plan, { ...columns, ...Object.fromEntries(given) }, count, asked);
    for (const name of fresh) kept.set(name, { sources: sourcesOf(name), column: found[name] });
    return Object.fromEntries(wanted.map((name) => [name, given.get(name) ?? found[name]]));
  };
};

/**
 * Runs the model as planned and hands out the results asked for.
 * @param {GeneratedModel} model @param {Record<string, number>} plan
 * @param {Record<string, Column>} columns of parameters, and of results that are read
 * @param {number} count of cases @param {string[]} asked
 */
const run = (model, plan, columns, count, asked) => {
  /** @type {Record<string, Float64Array>} */
  const input = {};
  const read = [
    ...model.parameters.filter((name) => plan[name] !== NEVER),
    ...model.results.filter((name) => plan[name] === READ),
  ];
  for (const name of read) input[name] = asArray(name, columns[name], count);
  /** @type {Record<string, Float64Array>} */
  const output = {};
  for (const name of asked) {
    output[name] = new Float64Array(model.yearly.includes(name) ? model.years * count : count);
  }
  model.run(OPERATORS, plan, input, output, count);
  return output;
};

/**
 * How often each parameter and each step of the model is computed: 0 if no wanted result reads it,
 * directly or not, 1 (once) if it is the same in all cases, otherwise 2 (in every case), or 3 if it
 * is given for every case, so that what it reads need not be computed.
 * @param {GeneratedModel} model @param {Record<string, Column>} columns @param {string[]} wanted
 * @param {Map<string, Float64Array>} given results
 * @returns {Record<string, number>}
 */
export const makePlan = (model, columns, wanted, given = new Map()) => {
  const needed = neededFor(model, wanted, given);
  /** @type {Record<string, number>} */
  const plan = {};
  for (const name of model.parameters) {
    const often = typeof columns[name] === "number" ? ONCE : IN_EVERY_CASE;
    plan[name] = needed.has(name) ? often : NEVER;
  }
  for (const [name, reads] of knownOf(model).steps) {
    let often = needed.has(name) ? ONCE : NEVER;
    for (let read = 0; often === ONCE && read < reads.length; read += 1) {
      if (plan[reads[read]] >= IN_EVERY_CASE) often = IN_EVERY_CASE;
    }
    plan[name] = often !== NEVER && given.has(name) ? READ : often;
  }
  return plan;
};

/**
 * What every plan of a model asks again: its steps, the parameters that each of them reads, directly
 * or not, and what the results wanted before need.
 * @typedef {{
 *   steps: [string, string[]][], sources: Map<string, string[]>, needed: Map<string, Set<string>>
 * }} Known
 * @type {WeakMap<GeneratedModel, Known>}
 */
const known = new WeakMap();

/** @param {GeneratedModel} model */
const knownOf = (model) => {
  const made = known.get(model) ?? findKnown(model);
  known.set(model, made);
  return made;
};

/** @param {GeneratedModel} model @returns {Known} */
const findKnown = (model) => {
  const steps = Object.entries(model.reads);
  /** @type {Map<string, string[]>} */
  const sources = new Map();
  for (const [name, reads] of steps) {
    sources.set(name, [...new Set(reads.flatMap((read) => sources.get(read) ?? [read]))]);
  }
  return { steps, sources, needed: new Map() };
};

/** @param {GeneratedModel} model @param {string[]} wanted @param {Map<string, Float64Array>} given
 * @returns {Set<string>} */
const neededFor = (model, wanted, given) => {
  const { needed } = knownOf(model);
  const question = `${wanted.join()} ${[...given.keys()].join()}`;
  const found = needed.get(question) ?? findNeeded(model, wanted, given);
  needed.set(question, found);
  return found;
};

/** @param {GeneratedModel} model @param {string[]} wanted @param {Map<string, Float64Array>} given
 * @returns {Set<string>} */
const findNeeded = (model, wanted, given) => {
  for (const name of wanted) {
    if (!model.results.includes(name)) {
      const names = model.results.join(", ");
      throw new Error(`"${name}" is not a result of the model; known are: ${names}.`);
    }
  }
  const needed = new Set(wanted);
  for (const [step, names] of [...knownOf(model).steps].reverse()) {
    if (needed.has(step) && !given.has(step)) names.forEach((name) => needed.add(name));
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
