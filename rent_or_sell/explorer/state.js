// @ts-check
// What an explorer knows: the changes over the base case, kept by its host, and their results.

import { evaluate, evaluateMany } from "./compute.js";

/**
 * A host's model: anywidget's in a notebook, the page's own stand-in on the site.
 * @typedef {{
 *   get(name: string): any, set(name: string, value: any): void, save_changes(): void,
 *   on(event: string, listener: () => void): void, off(event: string, listener: () => void): void
 * }} HostModel
 *
 * @typedef {{label: string, unit: string, low: number, base: number, high: number, min: number, max: number,
 *   format: string}} Parameter
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
 *   set(changes: Changes): void, subscribe(listener: () => void): () => void, close(): void
 * }} State
 */

/**
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
  const forget = () => (results = undefined);
  host.on("change:changes", forget); // before any part asks for results
  return {
    spec,
    changes,
    values,
    results: () => (results ??= evaluate(model, values())),
    sweep(columns, wanted) {
      const [{ length }] = Object.values(columns);
      return evaluateMany(model, { ...values(), ...columns }, length, [wanted])[wanted];
    },
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
