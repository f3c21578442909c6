// @ts-check
// Says what the reader's case comes to: the verdict, its odds, and the nearest change that turns it.

import { drawing, share } from "../../answers/draws.js";
import { flipPoints } from "../../answers/flips.js";
import { setShare } from "../../marks.js";
import { closerFormat, formatNumber } from "../../number_format.js";
import { writeSentence } from "../../sentence.js";
import { bindValues, writeNumber, writeText } from "../../values.js";
import { counted } from "../odds/words.js";

const NOTHING_TURNS = "no single assumption, within its limits";

/** @type {import("../../explorer.js").Bind} */
export const bind = (element, state, _history, { title, asked, when, answer, count, seed }) => {
  const draw = drawing(state, seed);
  const words = /** @type {HTMLElement} */ (element.querySelector(".verdict-title"));
  const bar = element.querySelector(".verdict-worlds > .bar");
  const writeValues = bindValues(element, state);
  return () => {
    writeSentence(words, title, state);
    writeValues();
    const held = share(draw(asked, count), when);
    setShare(bar, "width", held);
    writeNumber(element.querySelector("[data-odds]"), held, counted(held));
    writeText(element, "[data-flip]", flipWords(flipPoints(state, answer)[0], state));
  };
};

/** @param {import("../../answers/flips.js").Flip} nearest @param {import("../../state.js").State} state */
const flipWords = ({ name, flip }, state) => {
  if (Number.isNaN(flip)) return NOTHING_TURNS;
  const { label, unit, format } = state.spec.parameters[name];
  return `${label}: ${formatNumber(flip, closerFormat(format))} ${unit}`.trim();
};
