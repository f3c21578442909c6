// @ts-check
// Says what the reader's case comes to: the verdict, its odds, and the smallest change that turns it.

import { drawing, share } from "../../answers/draws.js";
import { turn } from "../../answers/turn.js";
import { setShare } from "../../marks.js";
import { formatApart } from "../../number_format.js";
import { partOfRange } from "../../range_words.js";
import { writeSentence } from "../../sentence.js";
import { bindValues, writeNumber, writeText } from "../../values.js";
import { counted } from "../odds/words.js";

const NOTHING_TURNS = "none, within its range";

/** @type {import("../../explorer.js").Bind} */
export const bind = (element, state, _history, settings) => {
  const { words, meaning, results, drawn, events, undecided, count, seed } = settings;
  const draw = drawing(state, seed);
  const title = /** @type {HTMLElement} */ (element.querySelector(".verdict-title"));
  const said = /** @type {HTMLElement} */ (element.querySelector(".verdict-meaning"));
  const bar = element.querySelector(".verdict-worlds > .bar");
  const writeValues = bindValues(element, state);
  return () => {
    writeSentence(title, words, state);
    writeSentence(said, meaning, state);
    writeValues();
    const worlds = draw(drawn, count);
    events.forEach((/** @type {import("../../conditions.js").Condition[]} */ when, /** @type {number} */ place) => {
      const held = share(worlds, when);
      if (place === 0) setShare(bar, "width", held);
      writeNumber(element.querySelector(`[data-odds="${place}"]`), held, counted(held));
    });
    writeText(element, "[data-turn]", turnWords(turn(state, words[0], results, undecided), state));
  };
};

/** @param {import("../../answers/turn.js").Turn | null} found @param {import("../../state.js").State} state */
const turnWords = (found, state) => {
  if (!found) return NOTHING_TURNS;
  const { label, unit, format, low, high } = state.spec.parameters[found.name];
  const now = state.values()[found.name];
  const given = `${formatApart(now, [found.value], format)} ${unit}`.trim();
  const far = partOfRange(Math.abs(found.value - now) / (high - low));
  return `${label}: ${found.said} instead of ${given}, ${far}, would make it “${found.word}”`;
};
