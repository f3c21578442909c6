// @ts-check
// Hides the answer, takes a guess, and shows both with the distance between them.

import { shortened } from "../../link.js";
import { setMark } from "../../marks.js";
import { formatNumber, parseNumber } from "../../number_format.js";
import { write } from "../../values.js";
import { listen, tell } from "./guess.js";
import { distance } from "./words.js";

/** @type {import("../../explorer.js").Bind} */
export const bind = (element, state, _history, settings) => {
  const { result, code } = /** @type {{result: string, code: string}} */ (settings);
  const root = /** @type {HTMLElement} */ (element.closest(".explorer"));
  const find = (/** @type {string} */ selector) =>
    /** @type {HTMLElement} */ (element.querySelector(selector));
  const [row, first, said, form] = [".guess-row", ".guess-first", ".guess-said", ".guess-form"].map(find);
  const [skip, complaint] = [".guess-skip", ".complaint"].map(find);
  const slider = /** @type {HTMLInputElement} */ (find("input[type=range]"));
  const box = /** @type {HTMLInputElement} */ (find(".guess-value"));
  const answer = () => state.results()[result];
  let compared = NaN; // the answer beside which a guess is shown

  const show = (/** @type {number} */ value) => {
    slider.value = String(value);
    const text = formatNumber(slider.valueAsNumber, code);
    box.value = text;
    slider.setAttribute("aria-valuetext", text);
    complain("");
  };
  const complain = (/** @type {string} */ text) => {
    write(complaint, text);
    complaint.hidden = !text;
    box.setAttribute("aria-invalid", String(Boolean(text)));
  };
  const hide = (/** @type {boolean} */ isHidden) => {
    root.toggleAttribute("data-guessing", isHidden);
    form.hidden = !isHidden;
    row.hidden = isHidden;
  };
  const say = (/** @type {string} */ words) => {
    write(said, words);
    first.hidden = Boolean(words);
  };
  const fits = (/** @type {number} */ value) => value >= Number(slider.min) && value <= Number(slider.max);
  /** What was typed, in the unit that the box shows or in full. */
  const typed = () => {
    const unit = /M$/.test(code) ? "M" : "";
    return [box.value + unit, box.value].map((text) => parseNumber(text, code)).find(fits) ?? NaN;
  };
  const take = () => {
    const value = typed();
    const limits = [slider.min, slider.max].map((end) => formatNumber(Number(end), code)).join(" to ");
    if (fits(value)) tell(root, { result, value });
    else complain(`“${shortened(box.value)}” does not fit: give a number from ${limits}.`);
    return fits(value);
  };

  first.addEventListener("click", () => {
    // As high as what it takes the place of: nothing below moves.
    const top = root.querySelector(".kicker")?.getBoundingClientRect().top ?? NaN;
    setMark(find(".ruler-down"), "height", String(row.getBoundingClientRect().bottom - top));
    hide(true);
    tell(root, { result, value: 0 });
    slider.focus({ preventScroll: true });
  });
  slider.addEventListener("input", () => tell(root, { result, value: slider.valueAsNumber }));
  box.addEventListener("change", take);
  listen(root, (guess) => {
    if (guess?.result !== result) return;
    show(guess.value);
    const value = slider.valueAsNumber; // a step of the slider, within its ends
    if (value !== guess.value) tell(root, { result, value });
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!take()) return;
    const guess = slider.valueAsNumber;
    compared = answer();
    hide(false);
    const [yours, ours] = [guess, compared].map((value) => formatNumber(value, code));
    say(`You said ${yours}; the model says ${ours}: ${distance(guess, compared)}.`);
    said.focus({ preventScroll: true });
  });
  skip.addEventListener("click", () => {
    hide(false);
    tell(root, null);
    first.focus({ preventScroll: true });
  });

  return () => {
    // What was said was said of another case.
    if (!said.textContent || answer() === compared) return;
    say("");
    tell(root, null);
  };
};
