// @ts-check
// Rewrites a sentence between pictures.

import { writeSentence } from "../../sentence.js";

/** @type {import("../../explorer.js").Bind} */
export const bind = (element, state, _history, { sentence }) => () =>
  writeSentence(element, sentence, state);
