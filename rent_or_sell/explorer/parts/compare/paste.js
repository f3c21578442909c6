// @ts-check
// The field for another's link, and what is said of the text that was pasted.

import { named } from "../../link.js";

/**
 * @param {HTMLElement} element
 * @param {(text: string) => ReturnType<typeof import("./cases.js").readCase>} read takes a text
 */
export const bindPaste = (element, read) => {
  const form = /** @type {HTMLFormElement} */ (element.querySelector(".paste"));
  const field = /** @type {HTMLInputElement} */ (element.querySelector(".paste-text"));
  const notice = /** @type {HTMLElement} */ (element.querySelector(".paste-notice"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { lines, ignored } = read(field.value);
    const said = document.createElement("p");
    said.append(...lines);
    notice.replaceChildren(said, ...(ignored.length ? listOf(ignored) : []));
    notice.hidden = false;
  });
};

/** @param {string[]} ignored */
const listOf = (ignored) => {
  const words = document.createElement("p");
  const count = ignored.length === 1 ? "1 thing in it was" : `${ignored.length} things in it were`;
  words.textContent = `${count} ignored:`;
  const list = document.createElement("ul");
  for (const each of named(ignored)) {
    const item = document.createElement("li");
    item.textContent = each;
    list.append(item);
  }
  return [words, list];
};
