// @ts-check
// Rewrites the kicker and the answer: of each group of cases the first that holds is said.

import { formatNumber } from "./number_format.js";

/** @typedef {{text: string, when: [string | number, string, string | number][]}} Case */

/** How long the answer must rest before it is read out, in milliseconds. */
const SETTLE = 700;

/** @type {Record<string, (left: number, right: number) => boolean>} */
const COMPARISONS = {
  "<": (left, right) => left < right,
  "<=": (left, right) => left <= right,
  ">": (left, right) => left > right,
  ">=": (left, right) => left >= right,
};

/** @param {HTMLElement} root @param {import("./state.js").State} state */
export const bindSentences = (root, state) => {
  const lines = [...root.querySelectorAll("[data-sentence]")].map((element) => ({
    element: /** @type {HTMLElement} */ (element),
    groups: state.spec.sentences[/** @type {HTMLElement} */ (element).dataset.sentence ?? ""],
  }));
  const announcement = root.querySelector(".announcement");
  const answer = root.querySelector(".answer");
  let timer = 0;
  let started = false;
  return () => {
    const results = state.results();
    const values = { ...state.values(), ...results };
    for (const { element, groups } of lines) {
      element.replaceChildren(...groups.flatMap((group) => say(group, values, results)));
    }
    clearTimeout(timer);
    if (started && announcement && answer) {
      timer = setTimeout(() => (announcement.textContent = answer.textContent), SETTLE);
    }
    started = true;
  };
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
