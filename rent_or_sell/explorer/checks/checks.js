// @ts-check
// Judges the answers to a page's checks of understanding, and says why. Nothing is kept or sent.

import { formatNumber, parseNumber } from "../number_format.js";
import { opened } from "./sealed.js";

/** @typedef {import("./sealed.js").Key} Key */
/** @typedef {import("./sealed.js").Asked} Asked */
/** What is said, and whether the answer was right. @typedef {{isRight: boolean, words: string}} Judged */

/**
 * What a page's scripts have left: the keys of its checks in order, and the explorers' own.
 * @type {{checksHere: string[], explorersHere?: {resultOf?: (name: string) => any}}}
 */
const { checksHere, explorersHere } = /** @type {any} */ (globalThis);

/** As in classroom/checks.py: how far from it a number may lie, as a share. */
const NEAR = 0.02;

/** In the reader's case where an explorer of the page has it, at the base values elsewhere.
 * @param {Asked} asked @returns {number} */
const valueOf = ({ name, at, base }) => {
  const found = explorersHere?.resultOf?.(name);
  return found === undefined ? base : at === null ? found : found[at];
};

/** @param {HTMLElement} check @param {Key} key @returns {Judged} */
const judgeChoice = (check, { right, whys }) => {
  const chosen = [...check.querySelectorAll("input")].findIndex(({ checked }) => checked);
  if (chosen < 0) return { isRight: false, words: "Choose an answer first." };
  return judged(chosen === right, whys[chosen]);
};

/** @param {HTMLElement} check @param {Key} key @returns {Judged} */
const judgeOrder = (check, { order, whys }) => {
  const places = [...check.querySelectorAll("select")].map(({ value }) => Number(value));
  if (new Set(places).size < places.length || places.includes(0)) {
    return { isRight: false, words: "Give each a place of its own." };
  }
  const wrong = order.findIndex((shown, place) => places[shown] !== place + 1);
  if (wrong >= 0) return judged(false, whys[order[wrong]]);
  return judged(true, order.map((shown) => whys[shown]).join(" "));
};

/** @param {HTMLElement} check @param {Key} key @returns {Judged} */
const judgeNumber = (check, { code, unit, numbers, whys, otherwise }) => {
  const [{ value }] = check.querySelectorAll("input");
  const typed = parseNumber(value, code, unit);
  if (!Number.isFinite(typed)) return { isRight: false, words: "Type a number first." };
  const right = formatNumber(valueOf(numbers[0]), code);
  if (!Number.isFinite(valueOf(numbers[0]))) {
    return { isRight: false, words: `In your own case it is ${right}: move an assumption above, then answer.` };
  }
  const found = numbers.findIndex((asked) => isNear(typed, valueOf(asked), code));
  if (found < 0) return judged(false, otherwise);
  if (found > 0) return judged(false, whys[found]);
  return judged(true, `The model says ${right}. ${whys[0]}`);
};

/** @param {number} typed @param {number} value @param {string} code */
const isNear = (typed, value, code) =>
  Math.abs(typed - value) <= NEAR * Math.abs(value) || formatNumber(typed, code) === formatNumber(value, code);

/** @param {boolean} isRight @param {string} why @returns {Judged} */
const judged = (isRight, why) => ({ isRight, words: `${isRight ? "Right." : "Not quite."} ${why}` });

/** @type {Record<string, (check: HTMLElement, key: Key) => Judged>} */
const JUDGES = { choice: judgeChoice, order: judgeOrder, number: judgeNumber };

/** @param {HTMLElement} check @param {string} sealed */
const bind = (check, sealed) => {
  const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (check.querySelector(selector));
  const key = opened(sealed, find("legend").textContent ?? "");
  const [button, said] = ["button", ".check-said"].map(find);
  const judge = () => {
    const { isRight, words } = JUDGES[check.dataset.kind ?? ""](check, key);
    check.toggleAttribute("data-right", isRight);
    said.textContent = words;
  };
  button.addEventListener("click", judge);
  check.addEventListener("keydown", ({ key, target }) => key === "Enter" && target !== button && judge());
  // what was said was said of another answer
  check.addEventListener("input", () => {
    check.removeAttribute("data-right");
    said.textContent = "";
  });
  button.hidden = false;
  check.dataset.live = "";
};

document.querySelectorAll(".check").forEach((check, place) => {
  bind(/** @type {HTMLElement} */ (check), checksHere[place]);
});
