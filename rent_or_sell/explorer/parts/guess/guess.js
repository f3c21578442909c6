// @ts-check
// What the parts of an explorer tell each other of a reader's guess: of which result it is, and its
// value; null once there is none.

/** @typedef {{result: string, value: number} | null} Guessed */

const EVENT = "guess";

/** @param {HTMLElement} root @param {Guessed} guess */
export const tell = (root, guess) => root.dispatchEvent(new CustomEvent(EVENT, { detail: guess }));

/** @param {HTMLElement} root @param {(guess: Guessed) => void} listener */
export const listen = (root, listener) =>
  root.addEventListener(EVENT, (event) => listener(/** @type {CustomEvent} */ (event).detail));
