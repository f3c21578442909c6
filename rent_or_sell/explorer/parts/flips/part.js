// @ts-check
// Lists what alone would turn the answer, the nearest first; a press tries it.

import { flipPoints } from "../../answers/flips.js";
import { setMark } from "../../marks.js";
import { closerFormat, exactNumber, formatApart } from "../../number_format.js";
import { partOfRange } from "../../range_words.js";
import { writeSentence } from "../../sentence.js";
import { writeText } from "../../values.js";

const NEVER = "never";
const TRIED_DIGITS = 6; // of a flip: more would crowd the box that shows it

/**
 * @typedef {import("../../answers/flips.js").Flip} Flip
 * @typedef {import("../../state.js").Parameter} Parameter
 */

/** @type {import("../../explorer.js").Bind} */
export const bind = (element, state, history, { answer, title }) => {
  const caption = /** @type {HTMLElement} */ (element.querySelector(".flips-title"));
  const fold = element.querySelector("details");
  const slots = /** @type {HTMLElement[]} */ ([...element.querySelectorAll(".flip")]);
  const inSight = slots.filter((slot) => !fold?.contains(slot)).length;

  const tryIt = (/** @type {string} */ name) => {
    const flip = flipPoints(state, answer).find((each) => each.name === name)?.flip ?? NaN;
    const { min, max } = state.spec.parameters[name];
    const value = Math.min(Math.max(Number(flip.toPrecision(TRIED_DIGITS)), min), max);
    history.apply(state, { ...state.changes(), [name]: value });
    // Rows have changed places: the keyboard goes along with the assumption.
    const moved = slots.find(({ dataset }) => dataset.flip === name);
    /** @type {HTMLElement | null | undefined} */ (moved?.querySelector(".flip-try"))?.focus();
  };
  for (const slot of slots) {
    slot.querySelector(".flip-try")?.addEventListener("click", () => tryIt(slot.dataset.flip ?? ""));
  }

  const update = () => {
    const flips = flipPoints(state, answer);
    const seen = fold?.open ? slots.length : inSight; // what is folded waits to be seen
    for (let place = 0; place < seen; place += 1) {
      write(slots[place], flips[place], state.spec.parameters[flips[place].name]);
    }
    writeText(element, ".fold-hint", foldHint(flips.slice(inSight)));
    writeSentence(caption, title, state);
  };
  fold?.addEventListener("toggle", update);
  return update;
};

/** @param {HTMLElement} slot @param {Flip} row @param {Parameter} parameter */
const write = (slot, { name, now, flip, distance }, { label, unit, format }) => {
  const isNever = Number.isNaN(flip);
  setMark(slot, "data-flip", name);
  setMark(slot, "data-value", isNever ? "" : String(flip));
  slot.classList.toggle("is-never", isNever);
  writeText(slot, ".flip-label", label);
  writeText(slot, ".flip-now", exactNumber(now, format));
  writeText(slot, ".flip-at", isNever ? NEVER : formatApart(flip, [now], closerFormat(format)));
  writeText(slot, ".flip-unit", isNever ? "" : unit);
  writeText(slot, ".flip-distance", isNever ? "" : partOfRange(distance));
  setMark(slot.querySelector(".flip-try"), "aria-label", `Try it: ${label}`);
};

/** How many are only further away, and how many never turn it. @param {Flip[]} folded */
const foldHint = (folded) => {
  const never = folded.filter(({ flip }) => Number.isNaN(flip)).length;
  const counts = [`${folded.length - never} further`, `${never} ${NEVER}`];
  return counts.filter((words) => !words.startsWith("0 ")).join(", ");
};
