// @ts-check
// Rewrites the lines of the answer, and reads it out once it rests.

import { writeSentence } from "../../sentence.js";
import { write } from "../../values.js";

/** How long the answer must rest before it is read out, in milliseconds. */
const SETTLE = 700;

/** @type {import("../../explorer.js").Bind} */
export const bind = (element, state, _history, { lines }) => {
  const elements = /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll("[data-line]"));
  const answer = element.querySelector(".answer");
  const announcement = element.querySelector(".announcement");
  let timer = 0;
  return () => {
    const before = answer?.textContent;
    elements.forEach((line, place) => writeSentence(line, lines[place], state));
    if (!announcement || answer?.textContent === before) return;
    clearTimeout(timer);
    timer = setTimeout(() => write(announcement, answer?.textContent ?? ""), SETTLE);
  };
};
