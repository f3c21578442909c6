// @ts-check
// News that a reader rehearses, told by one part of an explorer to the others.

/** @typedef {import("./conditions.js").Condition} Condition */

const NEWS = "explorer-news";

/** @param {HTMLElement} element of the part that tells @param {Condition[][]} heard by piece */
export const tellNews = (element, heard) =>
  element.closest(".explorer")?.dispatchEvent(new CustomEvent(NEWS, { detail: heard }));

/** @param {HTMLElement} element of the part that listens @param {(heard: Condition[][]) => void} hear */
export const hearNews = (element, hear) =>
  element
    .closest(".explorer")
    ?.addEventListener(NEWS, (event) => hear(/** @type {CustomEvent<Condition[][]>} */ (event).detail));
