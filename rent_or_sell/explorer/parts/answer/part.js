// @ts-check
// Rewrites the lines of the answer, and reads it out once it rests.

import { writeSentence } from "../../sentence.js";

/** How long the answer must rest before it is read out, in milliseconds. */
const SETTLE = 700;

/** @type {import("../../explorer.js").Bind} */
export const bind = (element, state, _history, { lines }) => {
  const elements = /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll("[data-line]"));
  const answer = element.querySelector(".answer");
  const announcement = element.querySelector(".announcement");
  let timer = 0;
  let started = false;
  return () => {
    elements.forEach((line, place) => writeSentence(line, lines[place], state));
    clearTimeout(timer);
    if (started && announcement && answer) {
      timer = setTimeout(() => (announcement.textContent = answer.textContent), SETTLE);
    }
    started = true;
  };
};
