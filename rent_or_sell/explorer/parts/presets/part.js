// @ts-check
// The scenario buttons: each applies a patch over the base case; the one in force is explained.

import { setMark } from "../../marks.js";
import { write } from "../../values.js";

const OWN_MIX = "Your own mix of assumptions, none of the worlds above.";

/** @type {import("../../explorer.js").Bind} */
export const bind = (element, state, history) => {
  const buttons = /** @type {HTMLElement[]} */ ([...element.querySelectorAll("[data-scenario]")]);
  const changesOf = (/** @type {HTMLElement} */ button) =>
    state.spec.presets[button.dataset.scenario ?? ""];
  for (const button of buttons) {
    button.addEventListener("click", () => history.apply(state, changesOf(button)));
  }
  const meaning = /** @type {HTMLElement} */ (element.querySelector(".meaning"));
  const meaningOf = (/** @type {string} */ name) =>
    element.querySelector(`[data-meaning="${name}"]`)?.textContent ?? "";
  return () => {
    const pressed = buttons.find((button) => areSame(changesOf(button), state.changes()));
    for (const button of buttons) setMark(button, "aria-pressed", String(button === pressed));
    const words = pressed ? meaningOf(pressed.dataset.scenario ?? "") : OWN_MIX;
    write(meaning, words);
  };
};

/** @param {import("../../state.js").Changes} one @param {import("../../state.js").Changes} other */
const areSame = (one, other) =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([name, value]) => other[name] === value);
