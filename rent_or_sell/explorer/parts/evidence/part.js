// @ts-check
// What is worth knowing before the decision, and what the answers become if a piece of news comes.

import { drawing, held, share, undefinedShare } from "../../answers/draws.js";
import { valueOfKnowing } from "../../answers/evidence.js";
import { percentiles } from "../../answers/percentiles.js";
import { holdEach } from "../../conditions.js";
import { setShare } from "../../marks.js";
import { formatNumber } from "../../number_format.js";
import { writeNote, writeNumber, writeText } from "../../values.js";
import { counted, heldSaid, missingSaid } from "../odds/words.js";

/**
 * @typedef {import("../../answers/draws.js").Worlds} Worlds
 * @typedef {import("../../conditions.js").Condition} Condition
 * @typedef {{
 *   asked: string[], payoff: string, code: string, acting: string, resting: string, either: string,
 *   news: {when: Condition[], reading: string}[], events: Condition[][],
 *   spreads: {name: string, code: string, without: string}[],
 *   count: number, seed: number, groups: number, idle: number
 * }} Settings
 */

const SETTLED = 250; // milliseconds without a move
const FEW = 300; // worlds, with which a share is not worth much

/** @type {import("../../explorer.js").Bind} */
export const bind = (element, state, _history, settings) => {
  const { asked, count, seed } = /** @type {Settings} */ (settings);
  const draw = drawing(state, seed);
  const buttons = /** @type {HTMLElement[]} */ ([...element.querySelectorAll("button")]);
  /** @type {Worlds | undefined} */
  let worlds;
  let timer = 0;
  let isFresh = true; // the frame shows the base case already
  const drawn = () => (worlds ??= draw(asked, count));
  const hear = () => showNews(element, settings, drawn(), pressed(buttons));
  for (const button of buttons) {
    button.addEventListener("click", () => {
      const isPressed = button.getAttribute("aria-pressed") === "true";
      button.setAttribute("aria-pressed", String(!isPressed));
      hear();
    });
  }
  const settle = () => {
    showValues(element, settings, drawn());
    writeNote(element, "[data-held]", heldWords(held(state, asked), drawn().streams));
    if (pressed(buttons).length) hear();
    element.removeAttribute("aria-busy");
  };
  return () => {
    worlds = undefined;
    clearTimeout(timer);
    const isBase = !Object.keys(state.changes()).length;
    if (isFresh && isBase) return;
    isFresh = false;
    element.setAttribute("aria-busy", "true");
    timer = setTimeout(settle, SETTLED);
  };
};

/** @param {HTMLElement[]} buttons @returns {number[]} the places of the pressed ones */
const pressed = (buttons) =>
  buttons.flatMap((button, place) => (button.getAttribute("aria-pressed") === "true" ? [place] : []));

/** @param {HTMLElement} element @param {Settings} settings @param {Worlds} worlds */
const showValues = (element, settings, worlds) => {
  const { payoff, code, acting, resting, either } = settings;
  const mean = average(/** @type {Float64Array} */ (worlds.values[payoff]));
  const advice = mean > 0 ? acting : mean === 0 ? either : resting;
  const words = advice.replace("{mean}", formatNumber(Math.abs(mean), code));
  writeNumber(element.querySelector(".evidence-advice"), mean, Number.isNaN(mean) ? NO_MEAN : words);
  const { values, chance } = valueOfKnowing(worlds, payoff, settings);
  const scale = Math.max(...Object.values(values)) || 1;
  for (const row of /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll("[data-draw]"))) {
    const value = values[row.dataset.draw ?? ""];
    setShare(row.querySelector(".bar"), "width", value > chance ? value / scale : 0);
    writeNumber(row.querySelector(".amount"), value, shownValue(value, chance, code));
  }
  const note = /** @type {HTMLElement} */ (element.querySelector("[data-chance]"));
  note.hidden = !(chance > 0);
  writeText(note, "b", formatNumber(chance, code));
  writeNote(element, "[data-missing]", missingWords(settings, worlds, "our worlds"));
  showAnswers(element, settings, worlds, "before");
};

/** What is held as the reader set it, and what that means for the values.
 * @param {import("../../state.js").Parameter[]} all @param {string[]} streams @returns {string} */
const heldWords = (all, streams) => {
  if (!all.length) return "";
  const isPartly = all.some(({ draw }) => streams.includes(draw));
  const rest = isPartly ? " The value of several that move together is then that of the others." : "";
  return `${heldSaid(all)} About what is held there is nothing to find out.${rest}`;
};

/** @param {Settings} settings @param {Worlds} worlds @param {string} which
 * @param {Uint8Array} [among] the worlds that count @returns {string} */
const missingWords = ({ spreads }, worlds, which, among) =>
  missingSaid(spreads.map(({ name, without }) => [undefinedShare(worlds, name, among), without]), which);

const NO_MEAN = "In some of our assumed worlds this is not defined: there is no average to decide by.";

/** What chance finds too is nothing.
 * @param {number | undefined} value @param {number} chance @param {string} code */
const shownValue = (value, chance, code) => {
  if (value === undefined) return "held";
  return value <= chance ? "nothing" : formatNumber(value, code);
};

/**
 * @param {HTMLElement} element @param {Settings} settings @param {Worlds} worlds
 * @param {number[]} heard the places of the news
 */
const showNews = (element, settings, worlds, heard) => {
  const news = heard.map((place) => settings.news[place]);
  const kept = holdEach(news.flatMap(({ when }) => when), worlds.values, worlds.count);
  const left = kept.reduce((sum, one) => sum + one, 0);
  const readings = news.map(({ reading }) => reading).join("; ");
  const missing = missingWords(settings, worlds, "them", kept);
  const words = heard.length ? leftWords(left, worlds.count, readings, missing) : UNHEARD;
  writeText(element, ".evidence-left", words);
  if (heard.length && left) showAnswers(element, settings, worlds, "after", kept);
  else element.querySelectorAll("[data-after]").forEach((cell) => writeNumber(cell, NaN, "–"));
};

const UNHEARD = "Press a piece of news to hear it; press it again to forget it.";

/** @param {number} left @param {number} count @param {string} readings @param {string} missing */
const leftWords = (left, count, readings, missing) => {
  const worlds = `${formatNumber(left, ",.0f")} of ${formatNumber(count, ",.0f")} worlds`;
  if (!left) return `No world of ours has this (${readings}).`;
  const few = left < FEW ? " So few say little." : "";
  return `Heard in ${worlds} (${readings}).${few} ${missing}`.trim();
};

/**
 * @param {HTMLElement} element @param {Settings} settings @param {Worlds} worlds
 * @param {"before" | "after"} column @param {Uint8Array} [among] the worlds that count
 */
const showAnswers = (element, { events, spreads }, worlds, column, among) => {
  const shares = events.map((when) => {
    const all = among ? among.reduce((sum, one) => sum + one, 0) : worlds.count;
    if (!among) return share(worlds, when);
    const held = holdEach(when, worlds.values, worlds.count);
    return held.reduce((sum, one, place) => sum + (one & among[place]), 0) / all;
  });
  const medians = spreads.map(
    ({ name }) => percentiles(/** @type {Float64Array} */ (worlds.values[name]), [0.5], among)[0],
  );
  const texts = [
    ...shares.map((each) => `${counted(each)} of 100`),
    ...spreads.map(({ code }, place) => formatNumber(medians[place], code)),
  ];
  [...shares, ...medians].forEach((value, place) =>
    writeNumber(element.querySelector(`[data-${column}="${place}"]`), value, texts[place]),
  );
};

/** @param {Float64Array} column */
const average = (column) => column.reduce((sum, value) => sum + value, 0) / column.length;
