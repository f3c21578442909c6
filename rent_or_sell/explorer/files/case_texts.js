// @ts-check
// A reader's case as texts: code in Python, tables for other programs, a sentence to cite.

import { exactNumber, formatNumber } from "../number_format.js";
import { withUnit } from "../units.js";

/**
 * @typedef {import("../state.js").State} State
 * What the part's `settings` in Python say of a model, in the author's units.
 * @typedef {{name: string, label: string, unit: string, code: string}} Result
 * @typedef {{
 *   load: string, book: string, title: string, as_of: string, results: Result[],
 *   inputs: Record<string, {unit: string, sources: string[]}>
 * }} Description
 */

/** Code that computes the case and prints every result. @param {State} state @param {Description} of */
export const pythonCode = (state, { load }) => {
  const changes = Object.entries(state.changes()).map(
    ([name, value]) => `    ${JSON.stringify(name)}: ${value},\n`,
  );
  return [
    load,
    "",
    `changes = {${changes.length ? `\n${changes.join("")}` : ""}}`,
    "for name, value in model.evaluate(changes).items():",
    "    print(name, value, model.quantity(name).unit)",
    "",
  ].join("\n");
};

/**
 * Inputs and results, each with its unit and its value in the base case; null is not defined.
 * @param {State} state @param {Description} of @param {string} link
 */
const taken = (state, { book, title, inputs, results }, link) => {
  const { spec } = state;
  const [values, found, atBase] = [state.values(), state.results(), baseResults(state)];
  return {
    about: { book, edition: spec.edition.number, model: spec.model, title, ...(link ? { link } : {}) },
    inputs: Object.entries(spec.parameters).map(([name, { label, base, low, high }]) => ({
      name, label, ...inputs[name], value: values[name], base, low, high,
    })),
    results: results.map(({ name, label, unit }) => ({
      name, label, unit, ...yearsOf(state, found[name]),
      value: plain(found[name]), base: plain(atBase[name]),
    })),
  };
};

/** Every result with all assumptions at their base values. @param {State} state */
const baseResults = (state) => {
  const { parameters, parts: _, ...spec } = state.spec;
  const base = Object.fromEntries(Object.entries(parameters).map(([name, each]) => [name, each.base]));
  const names = Object.keys(state.results());
  const found = state.many(base, 1, names);
  const isYearly = (/** @type {string} */ name) => Array.isArray(state.results()[name]);
  return Object.fromEntries(
    names.map((name) => [name, isYearly(name) ? [...found[name]].slice(0, spec.years.count) : found[name][0]]),
  );
};

/** @param {State} state @param {any} value @returns {{years?: number[]}} */
const yearsOf = ({ spec }, value) =>
  Array.isArray(value) ? { years: value.map((_, index) => spec.years.first + index) } : {};

/** @param {number | number[]} value @returns {any} with null for what is not defined */
const plain = (value) =>
  Array.isArray(value) ? value.map(plain) : Number.isFinite(value) ? value : null;

/** @param {State} state @param {Description} of @param {string} link @returns {string} */
export const toJson = (state, of, link) => `${JSON.stringify(taken(state, of, link), null, 2)}\n`;

const COLUMNS = ["kind", "name", "year", "label", "unit", "value", "base", "low", "high", "sources"];

/** One row an input, a result, or a year of one. @param {State} state @param {Description} of @param {string} link */
export const toCsv = (state, of, link) => {
  const { about, inputs, results } = taken(state, of, link);
  const rows = [
    ...Object.entries(about).map(([name, value]) => ({ kind: "about", name, value })),
    ...inputs.map((input) => ({ ...input, kind: "input", sources: input.sources.join(" ") })),
    ...results.flatMap(({ years, ...result }) =>
      years
        ? years.map((year, index) => ({
            ...result, kind: "result", year, value: result.value[index], base: result.base[index],
          }))
        : [{ ...result, kind: "result" }],
    ),
  ];
  const lines = rows.map((row) => COLUMNS.map((name) => csvCell(/** @type {any} */ (row)[name])));
  return [COLUMNS, ...lines].map((cells) => `${cells.join(",")}\r\n`).join("");
};

/** A text that a spreadsheet would take for a formula gets an apostrophe. @param {any} value */
const csvCell = (value) => {
  if (value === undefined || value === null) return "";
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/**
 * A sentence with a result, its unit, what was changed, the edition and the link.
 * @param {State} state @param {Description} of @param {Result} result @param {string} link
 */
export const citation = (state, { book, title }, { name, label, unit, code }, link) => {
  const { edition, years } = state.spec;
  const value = state.results()[name];
  const said = Array.isArray(value)
    ? value.map((one, index) => `${formatNumber(one, code)} in ${years.first + index}`).join(", ")
    : formatNumber(value, code);
  const source = `From ${book}, ${edition.name}, the model “${title}”, ${caseWords(state)}.`;
  return [`${label}: ${said} (${unit}).`, source, link].filter(Boolean).join(" ");
};

/** What a picture is of: the book, its edition, how new its facts are, the model and the case.
 * @param {State} state @param {Description} of @returns {string} */
export const pictureLine = (state, { book, title, as_of: asOf }) => {
  const facts = asOf ? `, facts to ${asOf}` : "";
  return `${book}, ${state.spec.edition.name}${facts}. The model “${title}”, ${caseWords(state)}.`;
};

/** @param {State} state @returns {string} */
const caseWords = ({ spec, changes }) => {
  const changed = Object.entries(changes()).map(([name, value]) => {
    const { label, base, format, unit } = spec.parameters[name];
    const [now, before] = [value, base].map((one) => withUnit(exactNumber(one, format), unit));
    return `${label} ${now} (base ${before})`;
  });
  return changed.length ? `with ${changed.join("; ")}` : "in its base case";
};

const MOST_NAMED = 2;

/** A file's name without its ending: the model and the case. @param {State} state @returns {string} */
export const fileName = ({ spec, changes }) => {
  const pairs = Object.entries(changes());
  const same = (/** @type {Record<string, number>} */ preset) =>
    pairs.length === Object.keys(preset).length && pairs.every(([name, value]) => preset[name] === value);
  const preset = Object.entries(spec.presets).find(([, each]) => same(each))?.[0];
  const named = pairs.map(([name, value]) => `${name}-${value}`).join("-");
  const words = preset ?? (pairs.length > MOST_NAMED ? `${pairs.length}-changes` : named || "base");
  return `${spec.model}-${words}`.replace(/[^\p{L}\p{N}_.-]/gu, "_");
};
