// @ts-check
// Says a sentence of cases: of each group the first case that holds, its values as they are.

import { hold } from "./conditions.js";
import { formatNumber } from "./number_format.js";

/** @typedef {{text: string, when: import("./conditions.js").Condition[]}} Case */

/**
 * Rewrite an element as a sentence.
 * @param {HTMLElement} element @param {Case[][]} groups @param {import("./state.js").State} state
 * @param {Record<string, number>} more values that the model does not know
 */
export const writeSentence = (element, groups, state, more = {}) => {
  const results = state.results();
  const values = { ...state.values(), ...results, ...more };
  element.replaceChildren(...groups.flatMap((group) => say(group, values, results)));
};

/** @param {Case[]} group @param {Record<string, any>} values @param {Record<string, any>} results */
const say = (group, values, results) => {
  const spoken = group.find(({ when }) => hold(when, values));
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
