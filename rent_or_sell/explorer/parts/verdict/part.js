// @ts-check
// Says what the reader's case comes to: the verdict and its odds; at rest, the smallest change that turns it.

import { pacedDraws, share } from "../../answers/draws.js";
import { turn } from "../../answers/turn.js";
import { atRest, onceChanged } from "../../at_rest.js";
import { setShare } from "../../marks.js";
import { formatApart, formatNumber } from "../../number_format.js";
import { partOfRange } from "../../range_words.js";
import { writeSentence } from "../../sentence.js";
import { withUnit } from "../../units.js";
import { bindValues, write, writeNumber } from "../../values.js";
import { counted } from "../odds/words.js";

const NOTHING_TURNS = "none, within its range";

/** @type {import("../../explorer.js").Bind} */
export const bind = (element, state, _history, settings) => {
  const { words, meaning, results, drawn, events, undecided } = settings;
  const title = /** @type {HTMLElement} */ (element.querySelector(".verdict-title"));
  const said = /** @type {HTMLElement} */ (element.querySelector(".verdict-meaning"));
  const bar = element.querySelector(".verdict-worlds > .bar");
  const turned = /** @type {HTMLElement} */ (element.querySelector("[data-turn]"));
  const writeValues = bindValues(element, state);
  const resting = atRest([turned]);
  const draws = pacedDraws(state, drawn, settings, (worlds) => {
    events.forEach((/** @type {import("../../conditions.js").Condition[]} */ when, /** @type {number} */ place) => {
      const held = share(worlds, when);
      if (place === 0) setShare(bar, "width", held);
      writeNumber(element.querySelector(`[data-odds="${place}"]`), held, counted(held));
    });
    writeNumber(element.querySelector("[data-count]"), worlds.count, formatNumber(worlds.count, ",.0f"));
  });
  const settle = () => {
    draws.rest();
    write(turned, turnWords(turn(state, words[0], results, undecided), state));
  };
  return onceChanged(state, () => {
    writeSentence(title, words, state);
    writeSentence(said, meaning, state);
    writeValues();
    draws.move();
    resting.later(settle);
  });
};

/** @param {import("../../answers/turn.js").Turn | null} found @param {import("../../state.js").State} state */
const turnWords = (found, state) => {
  if (!found) return NOTHING_TURNS;
  const { label, unit, format, low, high } = state.spec.parameters[found.name];
  const now = state.values()[found.name];
  const given = withUnit(formatApart(now, [found.value], format), unit);
  const far = partOfRange(Math.abs(found.value - now) / (high - low));
  return `${label}: ${withUnit(found.said, unit)} instead of ${given}, ${far}, would make it “${found.word}”`;
};
