// @ts-check
// Says a sentence of cases: of each group the first case that holds, its values as they are.

import { hold } from "./conditions.js";
import { formatApart } from "./number_format.js";
import { write, writeNumber } from "./values.js";

/**
 * @typedef {{text: string, when: import("./conditions.js").Condition[]}} Case
 * @typedef {{text: string, name: string, code: string, hue: string}} Piece words, or a value with its name
 */

/** What each element says, but for its values. @type {WeakMap<HTMLElement, string>} */
const outlines = new WeakMap();

/**
 * Rewrite an element as a sentence. Most moves change its values and no word: its nodes stay then.
 * @param {HTMLElement} element @param {Case[][]} groups @param {import("./state.js").State} state
 * @param {Record<string, number>} more values that the model does not know
 */
export const writeSentence = (element, groups, state, more = {}) => {
  const results = state.results();
  const values = { ...state.values(), ...results, ...more };
  const pieces = groups.flatMap((group) => say(group, values));
  const outline = JSON.stringify(pieces);
  if (outlines.get(element) !== outline) {
    outlines.set(element, outline);
    element.replaceChildren(...pieces.map((piece) => nodeOf(piece, piece.name in results)));
  }
  pieces.forEach(({ name, code }, place) => {
    const node = element.childNodes[place];
    const alike = code.endsWith("r") ? pieces.filter((one) => one.code === code) : [];
    const said = name && formatApart(values[name], alike.map((one) => values[one.name]), code);
    if (name in results) writeNumber(/** @type {Element} */ (node), values[name], said);
    else if (name) write(node, said);
  });
};

/** @param {Case[]} group @param {Record<string, any>} values @returns {Piece[]} */
const say = (group, values) => {
  const spoken = group.find(({ when }) => hold(when, values));
  if (!spoken) return [];
  return spoken.text.split(/(\{\w+:[^}]+\})/).map((text) => {
    const [, name = "", code = "", hue = ""] = /^\{(\w+):([^}@]+)(?:@(\w+))?\}$/.exec(text) ?? [];
    return { text, name, code, hue };
  });
};

/** @param {Piece} piece @param {boolean} isResult */
const nodeOf = ({ text, name, code, hue }, isResult) => {
  if (!name) return text;
  const span = document.createElement("span");
  span.className = `${isResult ? "answer-result" : "answer-given"}${hue && ` hue-${hue}`}`;
  if (isResult) {
    span.dataset.quantity = name;
    span.dataset.format = code;
  }
  return span;
};
