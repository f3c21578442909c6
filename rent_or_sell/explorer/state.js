// @ts-check
// What an explorer knows: the changes over the base case, kept by its host, and their results.

import { evaluate, evaluateMany, keeping, makePlan } from "./compute.js";

/**
 * A host's model: anywidget's in a notebook, the page's own stand-in on the site.
 * @typedef {{
 *   get(name: string): any, set(name: string, value: any): void, save_changes(): void,
 *   on(event: string, listener: () => void): void, off(event: string, listener: () => void): void
 * }} HostModel
 *
 * @typedef {{label: string, unit: string, low: number, base: number, high: number, min: number, max: number,
 *   step: number, format: string, draw: string}} Parameter
 * @typedef {Record<string, number>} Changes
 * @typedef {{
 *   number: number, name: string, page: string, since: Record<string, {name: string, words: string}>
 * }} Edition which edition the book is, and what changed since each earlier one
 * @typedef {{
 *   id: string, model: string, code: string, years: {first: number, count: number},
 *   parameters: Record<string, Parameter>, presets: Record<string, Changes>, edition: Edition,
 *   parts: {kind: string, settings: any}[]
 * }} Spec
 * @typedef {Record<string, any>} Results numbers, and arrays of them for yearly results
 * @typedef {{
 *   spec: Spec, changes(): Changes, values(): Changes, results(): Results,
 *   sweep(columns: Record<string, Float64Array>, wanted: string): Float64Array,
 *   many(columns: Record<string, import("./compute.js").Column>, count: number, wanted: string[]):
 *     Record<string, Float64Array>,
 *   keeping(): State["many"],
 *   reads(result: string): Set<string>, once<T>(question: string, answer: () => T): T,
 *   set(changes: Changes): void, adjust(how: (next: Changes) => Changes): void,
 *   adjusted(next: Changes): Changes,
 *   subscribe(listener: () => void): () => void, close(): void
 * }} State
 */

/**
 * Of a state, `many` gives the wanted results of cases that differ from the reader's own by the
 * columns, `keeping` what does so and keeps what a change leaves as it was, `sweep` one result of
 * them, `reads` the parameters that a result depends on, and `once`
 * keeps an answer until an assumption changes: parts that ask the same question share it. By `adjust` a
 * part says how it alters changes that a reader's hand is about to make, so that what it holds stays
 * true; `adjusted` are changes so altered. What a link or Back sets is not.
 * @param {HostModel} host @param {Record<string, import("./compute.js").GeneratedModel>} models
 * @returns {State}
 */
export const createState = (host, models) => {
  /** @type {Spec} */
  const spec = JSON.parse(host.get("_spec"));
  const model = models[spec.code];
  const base = Object.fromEntries(
    Object.entries(spec.parameters).map(([name, parameter]) => [name, parameter.base]),
  );
  const changes = () => host.get("changes");
  const values = () => ({ ...base, ...changes() });
  /** @type {Results | undefined} */
  let results;
  /** @type {Map<string, unknown>} */
  const answers = new Map();
  /** @type {((next: Changes) => Changes)[]} */
  const adjustments = [];
  const forget = () => {
    results = undefined;
    answers.clear();
  };
  /** @type {State["many"]} */
  const many = (columns, count, wanted) =>
    evaluateMany(model, { ...values(), ...columns }, count, wanted);
  host.on("change:changes", forget); // before any part asks for results
  return {
    spec,
    changes,
    values,
    results: () => (results ??= evaluate(model, values())),
    sweep(columns, wanted) {
      const [{ length }] = Object.values(columns);
      return many(columns, length, [wanted])[wanted];
    },
    many,
    keeping() {
      const ask = keeping(model);
      return (columns, count, wanted) => ask({ ...values(), ...columns }, count, wanted);
    },
    reads(result) {
      const plan = makePlan(model, base, [result]);
      return new Set(model.parameters.filter((name) => plan[name]));
    },
    once(question, answer) {
      if (!answers.has(question)) answers.set(question, answer());
      return /** @type {any} */ (answers.get(question));
    },
    adjust: (how) => adjustments.push(how),
    adjusted: (next) => adjustments.reduce((changes, how) => how(changes), next),
    set(next) {
      const kept = Object.entries(next).filter(([name, value]) => value !== base[name]);
      host.set("changes", Object.fromEntries(kept));
      host.save_changes();
    },
    subscribe(listener) {
      host.on("change:changes", listener);
      return () => host.off("change:changes", listener);
    },
    close: () => host.off("change:changes", forget),
  };
};
