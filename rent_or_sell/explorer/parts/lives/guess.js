// @ts-check
// A reader's guess of where a line ends: drawn, and dragged while it is made.

import { setMark, setShare } from "../../marks.js";
import { formatNumber } from "../../number_format.js";
import { write } from "../../values.js";
import { listen, tell } from "../guess/guess.js";

/**
 * The picture's scale, and where each line ends, as a share of its width.
 * @typedef {{low: number, high: number, ends: number[]}} Scale
 */

/**
 * @param {HTMLElement} element @param {{code: string, lives: import("./part.js").Life[]}} settings
 * @returns {(scale: Scale) => void} what draws the guess on another scale
 */
export const bindGuess = (element, { code, lives }) => {
  const root = /** @type {HTMLElement} */ (element.closest(".explorer"));
  const find = (/** @type {string} */ selector) =>
    /** @type {HTMLElement} */ (element.querySelector(selector));
  const [plot, line, end, words] = [".plot", ".guess-line", ".guess-end", ".guess-words"].map(find);
  /** @type {Scale} */
  let scale = { low: 0, high: 1, ends: [] };
  /** @type {import("../guess/guess.js").Guessed} */
  let guess = null;

  const draw = () => {
    const place = lives.findIndex(({ result }) => result === guess?.result);
    element.classList.toggle("is-guessed", place >= 0);
    for (const mark of [line, end, words]) mark.classList.toggle("unseen", place < 0);
    if (!guess || place < 0) return;
    for (const kind of [".plot-line[data-life]", ".life-start", ".life-words", ".life-end"]) {
      element.querySelectorAll(kind)[place].classList.add("guessed");
    }
    const { low, high, ends } = scale;
    const down = Math.min(Math.max((high - guess.value) / (high - low), 0), 1);
    setMark(line, "d", `M0 ${100 * down}H${100 * ends[place]}`);
    setShare(end, "cx", ends[place]);
    setShare(end, "cy", down);
    setShare(words.querySelector(".ruler-down"), "height", down);
    write(words.querySelector("b"), formatNumber(guess.value, code));
  };
  const drag = (/** @type {PointerEvent} */ { clientY }) => {
    if (!guess) return;
    const { top, height } = plot.getBoundingClientRect();
    const { low, high } = scale;
    tell(root, { result: guess.result, value: high - ((clientY - top) / height) * (high - low) });
  };
  listen(root, (told) => {
    guess = told;
    draw();
  });
  plot.addEventListener("pointerdown", (event) => {
    if (!root.hasAttribute("data-guessing") || !element.classList.contains("is-guessed")) return;
    event.preventDefault(); // selects no text
    plot.setPointerCapture(event.pointerId);
    drag(event);
  });
  plot.addEventListener("pointermove", (event) => {
    if (plot.hasPointerCapture(event.pointerId)) drag(event);
  });
  return (next) => {
    scale = next;
    draw();
  };
};
