// @ts-check
// Runs a generated model: one case or many at once, and no more of it than what is asked for.

import { cohortSum, defined, geometricSum, yearSum } from "./operators.js";

/**
 * What `javascript` in rent_or_sell/model/javascript.py prints, and explains.
 * @typedef {{
 *   parameters: string[], results: string[], yearly: string[], years: number,
 *   reads: Record<string, string[]>,
 *   steps(operators: typeof OPERATORS): Record<string,
 *     (out: Float64Array, count: number, ...columns: Float64Array[]) => void>
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

/** So many cases are computed together, that what one step leaves is near when the next reads it. */
const BLOCK = 1024;

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
  run(model, planFor(model, columns, wanted), columns, count, wanted);

/**
 * What answers as `evaluateMany` does, for a question that is asked again and again: results that
 * differ between the cases are kept until a parameter that they read has another number or, for a
 * column, another buffer. Most moves of a control then compute a few results anew, not all, and in
 * the room of the old ones: an answer lasts until the next question.
 * @param {GeneratedModel} model
 * @returns {(columns: Record<string, Column>, count: number, wanted: string[]) =>
 *   Record<string, Float64Array>}
 */
export const keeping = (model) => {
  /** @type {Map<string, {sources: unknown[], column: Float64Array}>} */
  const kept = new Map();
  const { sources } = knownOf(model);
  const isKeepable = (/** @type {string} */ name) =>
    model.results.includes(name) && !model.yearly.includes(name);
  return (columns, count, wanted) => {
    const sourcesOf = (/** @type {string} */ result) =>
      (sources.get(result) ?? []).map((name) => {
        const column = columns[name];
        return typeof column === "object" ? column.buffer : column;
      });
    /** @type {Map<string, Float64Array>} */
    const given = new Map();
    /** @type {Map<string, Float64Array>} */
    const rooms = new Map();
    for (const [name, { sources, column }] of kept) {
      const now = sourcesOf(name);
      const isSame = now.every((source, place) => source === sources[place]);
      if (isSame && column.length >= count) given.set(name, column.subarray(0, count));
      else if (column.length === count) rooms.set(name, column);
    }
    const plan = planFor(model, columns, wanted, given);
    const fresh = plan.each.map(({ name }) => name).filter(isKeepable);
    const asked = [...new Set([...wanted, ...fresh])].filter((name) => !given.has(name));
    const found = run(model, plan, { ...columns, ...Object.fromEntries(given) }, count, asked, rooms);
    for (const name of fresh) kept.set(name, { sources: sourcesOf(name), column: found[name] });
    return Object.fromEntries(wanted.map((name) => [name, given.get(name) ?? found[name]]));
  };
};

/**
 * Runs the model as planned and hands out the results asked for.
 * @param {GeneratedModel} model @param {Plan} plan
 * @param {Record<string, Column>} columns of parameters, and of results that are read
 * @param {number} count of cases @param {string[]} asked
 * @param {Map<string, Float64Array>} [rooms] of results that may be written over
 */
const run = (model, { shared, given, once, each }, columns, count, asked, rooms) => {
  const { places, steps } = knownOf(model);
  /** @type {Float64Array[]} */
  const at = []; // by place what is given or computed: one value, or those of a block of cases
  const compute = (/** @type {Step} */ { place, reads, fill }, /** @type {Float64Array} */ out, size = 1) => {
    fill(out, size, ...reads.map((read) => at[read]));
    at[place] = out;
  };
  for (const name of shared) at[places[name]] = asArray(name, columns[name], count);
  for (const step of once) compute(step, step.single);
  const inputs = given.map((name) => asArray(name, columns[name], count));
  const output = asked.map((name) => rooms?.get(name) ?? new Float64Array(steps[name].years * count));
  for (let from = 0; from < count; from += BLOCK) {
    const size = Math.min(BLOCK, count - from);
    given.forEach((name, row) => {
      at[places[name]] = size < count ? inputs[row].subarray(from, from + size) : inputs[row];
    });
    for (const step of each) compute(step, step.block, size);
    asked.forEach((name, row) => handOut(at[places[name]], output[row], steps[name].years, from, size));
  }
  return Object.fromEntries(asked.map((name, row) => [name, output[row]]));
};

/**
 * Hands out a block of a result, or the one value of all cases.
 * @param {Float64Array} column @param {Float64Array} output @param {number} years
 * @param {number} from @param {number} size
 */
const handOut = (column, output, years, from, size) => {
  const [room, count] = [column.length / years, output.length / years];
  for (let year = 0; year < years; year += 1) {
    const start = year * count + from;
    if (room === 1) output.fill(column[year], start, start + size);
    else output.set(column.subarray(year * room, year * room + size), start);
  }
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
  for (const [name, reads] of Object.entries(model.reads)) {
    let often = needed.has(name) ? ONCE : NEVER;
    for (let read = 0; often === ONCE && read < reads.length; read += 1) {
      if (plan[reads[read]] >= IN_EVERY_CASE) often = IN_EVERY_CASE;
    }
    plan[name] = often !== NEVER && given.has(name) ? READ : often;
  }
  return plan;
};

/**
 * The parameters that are the same in all cases, what is given for every case, the steps that are
 * computed once, and those that are computed in every case.
 * @typedef {{shared: string[], given: string[], once: Step[], each: Step[]}} Plan
 */

/** @param {GeneratedModel} model @param {Record<string, Column>} columns @param {string[]} wanted
 * @param {Map<string, Float64Array>} given results @returns {Plan} */
const planFor = (model, columns, wanted, given = new Map()) => {
  const { plans } = knownOf(model);
  const varied = model.parameters.filter((name) => typeof columns[name] !== "number");
  const question = `${varied.join()} ${wanted.join()} ${[...given.keys()].join()}`;
  const made = plans.get(question) ?? sorted(model, makePlan(model, columns, wanted, given));
  plans.set(question, made);
  return made;
};

/** @param {GeneratedModel} model @param {Record<string, number>} often @returns {Plan} */
const sorted = (model, often) => {
  const { steps } = knownOf(model);
  const all = (/** @type {string[]} */ names, /** @type {number} */ wanted) =>
    names.filter((name) => often[name] === wanted);
  const names = Object.keys(steps);
  return {
    shared: all(model.parameters, ONCE),
    given: [...all(model.parameters, IN_EVERY_CASE), ...all(names, READ)],
    once: all(names, ONCE).map((name) => steps[name]),
    each: all(names, IN_EVERY_CASE).map((name) => steps[name]),
  };
};

/**
 * What computes a step, its place and those of what it reads, and room for its values: of all cases,
 * and of a block of them.
 * @typedef {{
 *   name: string, place: number, reads: number[], years: number,
 *   fill: ReturnType<GeneratedModel["steps"]>[string], single: Float64Array, block: Float64Array
 * }} Step
 *
 * What every run of a model asks again: the places of parameters and steps, the parameters that each
 * step reads, directly or not, and the plans of before.
 * @typedef {{
 *   places: Record<string, number>, steps: Record<string, Step>, sources: Map<string, string[]>,
 *   plans: Map<string, Plan>
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
  const functions = model.steps(OPERATORS);
  const names = [...model.parameters, ...Object.keys(model.reads)];
  const places = Object.fromEntries(names.map((name, place) => [name, place]));
  /** @type {Record<string, Step>} */
  const steps = {};
  /** @type {Map<string, string[]>} */
  const sources = new Map();
  for (const [name, reads] of Object.entries(model.reads)) {
    const years = model.yearly.includes(name) ? model.years : 1;
    steps[name] = {
      name,
      place: places[name],
      reads: reads.map((read) => places[read]),
      years,
      fill: functions[name],
      single: new Float64Array(years),
      block: new Float64Array(years * BLOCK),
    };
    sources.set(name, [...new Set(reads.flatMap((read) => sources.get(read) ?? [read]))]);
  }
  return { places, steps, sources, plans: new Map() };
};

/** @param {GeneratedModel} model @param {string[]} wanted @param {Map<string, Float64Array>} given
 * @returns {Set<string>} */
const neededFor = (model, wanted, given) => {
  for (const name of wanted) {
    if (!model.results.includes(name)) {
      const names = model.results.join(", ");
      throw new Error(`"${name}" is not a result of the model; known are: ${names}.`);
    }
  }
  const needed = new Set(wanted);
  for (const [step, reads] of Object.entries(model.reads).reverse()) {
    if (needed.has(step) && !given.has(step)) reads.forEach((name) => needed.add(name));
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
