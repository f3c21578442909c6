// @ts-check
// What an explorer knows: the changes over the base case, kept by its host, and their results.

import { cohortSum, defined, everyYear, geometricSum, yearSum } from "./operators.js";

/**
 * A host's model: anywidget's in a notebook, the page's own stand-in on the site.
 * @typedef {{
 *   get(name: string): any, set(name: string, value: any): void, save_changes(): void,
 *   on(event: string, listener: () => void): void, off(event: string, listener: () => void): void
 * }} HostModel
 *
 * @typedef {{label: string, limits: string, low: number, base: number, high: number, min: number,
 *   max: number, format: string, curve: string}} Parameter
 * @typedef {Record<string, number>} Changes
 * @typedef {{
 *   id: string, model: string, code: string, parameters: Record<string, Parameter>,
 *   scenarios: Record<string, Changes>,
 *   sentences: Record<string, import("./sentence.js").Case[][]>,
 *   plots: import("./plots.js").Plot[],
 *   columns: {title: string, hue: string, total: string, parts: [string, number][]}[]
 * }} Spec
 * @typedef {Record<string, any>} Results numbers, and arrays of them for yearly results
 * @typedef {{
 *   spec: Spec, changes(): Changes, values(): Changes, results(): Results,
 *   resultsWith(changes: Changes): Results,
 *   set(changes: Changes): void, subscribe(listener: () => void): () => void
 * }} State
 */

/** @param {HostModel} model @returns {State} */
export const createState = (model) => {
  /** @type {Spec} */
  const spec = JSON.parse(model.get("_spec"));
  const evaluate = compileModel(spec.code);
  const base = Object.fromEntries(
    Object.entries(spec.parameters).map(([name, parameter]) => [name, parameter.base]),
  );
  const changes = () => model.get("changes");
  const values = () => ({ ...base, ...changes() });
  return {
    spec,
    changes,
    values,
    results: () => evaluate(values()),
    resultsWith: (others) => evaluate({ ...values(), ...others }),
    set(next) {
      const kept = Object.entries(next).filter(([name, value]) => value !== base[name]);
      model.set("changes", Object.fromEntries(kept));
      model.save_changes();
    },
    subscribe(listener) {
      model.on("change:changes", listener);
      return () => model.off("change:changes", listener);
    },
  };
};

/**
 * The generated model: its text is part of the page or of the widget, never of a link.
 * @param {string} code @returns {(values: Changes) => Results}
 */
export const compileModel = (code) =>
  new Function(`return ${code}`)()({ geometricSum, cohortSum, yearSum, everyYear, defined });
