// @ts-check
// Asks for the answer to a lesson's question, says how far off it is, and gives a link that carries it.

import { copyLink } from "../clipboard.js";
import { shortened } from "../link.js";
import { formatNumber, parseNumber } from "../number_format.js";
import { distance } from "../parts/guess/words.js";
import { write } from "../values.js";

/** How near an answer is, as a share of what is right, and what it scores, of 100. */
const SCORES = [
  { within: 0.05, score: 100 },
  { within: 0.2, score: 50 },
];

/**
 * @param {HTMLElement} root the explorer @param {import("../state.js").State} state
 * @param {import("./lesson.js").Lesson} lesson
 * @param {{report?: (score: number, isShown: boolean) => void, link?: () => string}} host `report` is told
 *   whether the right answer is then shown
 * @returns {() => Partial<import("./lesson.js").Lesson>} what a link of the reader's own says
 */
export const bindAnswer = (root, state, { answer, predict, guess }, { report, link }) => {
  const find = (/** @type {string} */ selector) =>
    /** @type {HTMLElement} */ (document.querySelector(`.embed-answer ${selector}`));
  const shown = /** @type {HTMLElement | null} */ (
    answer && root.querySelector(`table.results [data-quantity="${answer}"]:not([data-year])`)
  );
  if (!shown) return () => ({});
  const { format = "" } = shown.dataset;
  const [form, box, said, complaint, skip] = ["form", "input", ".embed-said", ".complaint", ".embed-skip"].map(find);
  const given = state.results()[answer]; // of the case in the link
  const right = () => (predict ? state.results()[answer] : given);
  const hide = (/** @type {boolean} */ isHidden) => root.toggleAttribute("data-guessing", isHidden);
  const say = (/** @type {number} */ value) => {
    guess = value;
    write(said, predict ? both(value, right(), format) : near(value, right(), format));
    find(".embed-share").hidden = !link;
    form.hidden = predict;
    hide(false);
  };
  const complain = (/** @type {string} */ words) => {
    write(complaint, words);
    complaint.hidden = !words;
    box.setAttribute("aria-invalid", String(Boolean(words)));
  };

  write(find(".embed-asked"), labelOf(shown));
  /** @type {HTMLElement} */ (document.querySelector(".embed-answer")).hidden = false;
  skip.hidden = !predict;
  hide(predict && !Number.isFinite(guess));
  if (Number.isFinite(guess)) say(guess);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { value } = /** @type {HTMLInputElement} */ (box);
    const number = parseNumber(value, format, unitOf(shown));
    complain(Number.isFinite(number) ? "" : value.trim() ? `“${shortened(value)}” is not a number.` : "Type a number first.");
    if (!Number.isFinite(number)) return write(said, "");
    say(number);
    said.focus({ preventScroll: true });
    report?.(scoreOf(number, right(), format), predict);
  });
  skip.addEventListener("click", () => {
    hide(false);
    form.hidden = true;
    write(said, `The model says ${formatNumber(right(), format)}.`);
    said.focus({ preventScroll: true });
    report?.(0, true);
  });
  find(".embed-copy").addEventListener("click", async () => write(find(".copied"), await copyLink(link?.() ?? "")));
  return () => ({ answer, predict, guess });
};

/** What a result is called, and in which unit. @param {HTMLElement} shown */
const labelOf = (shown) => {
  const name = shown.closest("tr")?.querySelector("th")?.firstChild?.textContent?.trim() ?? "";
  const unit = unitOf(shown);
  return unit ? `${name}, in ${unit}` : name;
};

/** @param {HTMLElement} shown */
const unitOf = (shown) => shown.closest("tr")?.querySelector("td:last-child")?.textContent?.trim();

/** @param {number} value @param {number} right @param {string} format */
const both = (value, right, format) => {
  const [yours, ours] = [value, right].map((each) => formatNumber(each, format));
  return `You said ${yours}; the model says ${ours}: ${distance(value, right)}.`;
};

/** Without the answer: it is to be found. @param {number} value @param {number} right @param {string} format */
const near = (value, right, format) => {
  const yours = formatNumber(value, format);
  if (scoreOf(value, right, format) === 100) return `${yours} is right.`;
  return `Not yet: ${yours} is ${distance(value, right)}.`;
};

/** @param {number} value @param {number} right @param {string} format @returns {number} of 100 */
const scoreOf = (value, right, format) => {
  if (formatNumber(value, format) === formatNumber(right, format)) return 100;
  const off = Math.abs(value - right);
  return SCORES.find(({ within }) => off <= within * Math.abs(right))?.score ?? 0;
};
