// @ts-check
// What a reader should know of a link that another edition of the book made.

import { editionWords } from "./link.js";

/**
 * Words, and a link to the page that says what changed; nothing for a link of this edition.
 * @param {string} made @param {import("./state.js").Edition} edition
 * @returns {(string | HTMLElement)[]}
 */
export const editionNotice = (made, edition) => {
  const words = editionWords(made, edition);
  if (!words) return [];
  return edition.page ? [words, " ", linkTo(edition.page), " "] : [words, " "];
};

/** @param {string} page */
const linkTo = (page) => {
  const anchor = document.createElement("a");
  anchor.href = page;
  anchor.textContent = "What changed.";
  return anchor;
};
