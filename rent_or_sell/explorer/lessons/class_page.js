// @ts-check
// Brings the page for a class to life: the form that makes links, and the board that counts answers.

import { bindBoard } from "./board.js";
import { bindLinks } from "./links.js";

const [form, board] = [".teacher-links", ".class-board"].map((each) => document.querySelector(each));
/** @type {import("./links.js").ClassData} */
const data = /** @type {any} */ (globalThis).classHere;
for (const [each, bind] of /** @type {const} */ ([[form, bindLinks], [board, bindBoard]])) {
  if (!(each instanceof HTMLFormElement)) continue;
  bind(each, data);
  each.dataset.live = "";
}
