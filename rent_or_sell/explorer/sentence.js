// @ts-check
// Says a sentence of cases: of each group the first case that holds, its values as they are.

import { formatNumber } from "./number_format.js";

/** @typedef {{text: string, when: [string | number, string, string | number][]}} Case */

/** @type {Record<string, (left: number, right: number) => boolean>} */
const COMPARISONS = {
  "<": (left, right) => left < right,
  "<=": (left, right) => left <= right,
  ">": (left, right) => left > right,
  ">=": (left, right) => left >= right,
};

/**
 * Rewrite an element as a sentence.
 * @param {HTMLElement} element @param {Case[][]} groups @param {import("./state.js").State} state
 */
export const writeSentence = (element, groups, state) => {
  const results = state.results();
  const values = { ...state.values(), ...results };
  element.replaceChildren(...groups.flatMap((group) => say(group, values, results)));
};

/** @param {Case[]} group @param {Record<string, any>} values @param {Record<string, any>} results */
const say = (group, values, results) => {
  const side = (/** @type {string | number} */ operand) =>
    typeof operand === "string" ? values[operand] : operand;
  const spoken = group.find(({ when }) =>
    when.every(([left, comparison, right]) => COMPARISONS[comparison](side(left), side(right))),
  );
  if (!spoken) return [];
  return spoken.text.split(/(\{\w+:[^}]+\})/).map((piece) => {
    const [, name, code] = /^\{(\w+):([^}]+)\}$/.exec(piece) ?? [];
    return name ? figure(name, code, values[name], name in results) : piece;
  });
};

/** @param {string} name @param {string} code @param {number} value @param {boolean} isResult */
const figure = (name, code, value, isResult) => {
  const span = document.createElement("span");
  span.className = isResult ? "answer-result" : "answer-given";
  span.textContent = formatNumber(value, code);
  if (isResult) {
    span.dataset.quantity = name;
    span.dataset.value = Number.isFinite(value) ? String(value) : "";
    span.dataset.format = code;
  }
  return span;
};
