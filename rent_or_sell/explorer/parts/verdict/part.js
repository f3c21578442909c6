// @ts-check
// Says what the reader's case comes to: the verdict and its odds; at rest, the smallest change that turns it.

import { drawing, pace, share } from "../../answers/draws.js";
import { turn } from "../../answers/turn.js";
import { setShare } from "../../marks.js";
import { formatApart } from "../../number_format.js";
import { partOfRange } from "../../range_words.js";
import { writeSentence } from "../../sentence.js";
import { bindValues, write, writeNumber } from "../../values.js";
import { counted } from "../odds/words.js";

const NOTHING_TURNS = "none, within its range";
const MOVING = 8; // milliseconds for the draws while a control moves
const SETTLED = 200; // milliseconds without a move

/** @type {import("../../explorer.js").Bind} */
export const bind = (element, state, _history, settings) => {
  const { words, meaning, results, drawn, events, undecided, count, seed } = settings;
  const draw = drawing(state, seed);
  const title = /** @type {HTMLElement} */ (element.querySelector(".verdict-title"));
  const said = /** @type {HTMLElement} */ (element.querySelector(".verdict-meaning"));
  const bar = element.querySelector(".verdict-worlds > .bar");
  const turned = /** @type {HTMLElement} */ (element.querySelector("[data-turn]"));
  const writeValues = bindValues(element, state);
  const speed = pace(count, MOVING);
  let timer = 0;
  let isFresh = true; // the frame shows the base case already
  let shown = 0; // draws
  const show = (/** @type {number} */ fit) => {
    shown = fit;
    const worlds = speed.timed(fit, () => draw(drawn, fit));
    events.forEach((/** @type {import("../../conditions.js").Condition[]} */ when, /** @type {number} */ place) => {
      const held = share(worlds, when);
      if (place === 0) setShare(bar, "width", held);
      writeNumber(element.querySelector(`[data-odds="${place}"]`), held, counted(held));
    });
  };
  const settle = () => {
    if (shown < count) show(count);
    write(turned, turnWords(turn(state, words[0], results, undecided), state));
    turned.removeAttribute("aria-busy");
  };
  return () => {
    writeSentence(title, words, state);
    writeSentence(said, meaning, state);
    writeValues();
    clearTimeout(timer);
    if (isFresh && !Object.keys(state.changes()).length) return;
    isFresh = false;
    timer = setTimeout(settle, SETTLED);
    show(speed.count());
    turned.setAttribute("aria-busy", "true");
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
