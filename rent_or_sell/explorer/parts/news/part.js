// @ts-check
// Rehearses news: keeps the worlds in which one would hear it, and says what the answers become.

import { drawing, share, undefinedShare } from "../../answers/draws.js";
import { percentiles } from "../../answers/percentiles.js";
import { atRest, onceChanged } from "../../at_rest.js";
import { holdEach } from "../../conditions.js";
import { tellNews } from "../../heard_news.js";
import { formatNumber } from "../../number_format.js";
import { writeNote, writeNumber, writeText } from "../../values.js";
import { counted, missingSaid, oddsSaid } from "../odds/words.js";

/**
 * @typedef {import("../../answers/draws.js").Worlds} Worlds
 * @typedef {import("../../conditions.js").Condition} Condition
 * @typedef {{
 *   asked: string[], hint: string, news: {when: Condition[], reading: string}[],
 *   events: {when: Condition[], words: string}[],
 *   spreads: {name: string, code: string, without: string}[], count: number, seed: number
 * }} Settings
 */

const FEW = 300; // worlds, with which a share is not worth much

/** @type {import("../../explorer.js").Bind} */
export const bind = (element, state, _history, settings) => {
  const { asked, count, seed, news } = /** @type {Settings} */ (settings);
  const draw = drawing(state, seed);
  const buttons = /** @type {HTMLElement[]} */ ([...element.querySelectorAll("button")]);
  /** @type {Worlds | undefined} */
  let worlds;
  const resting = atRest([element]);
  const drawn = () => (worlds ??= draw(asked, count));
  const heard = () => news.filter((_, place) => isPressed(buttons[place]));
  for (const button of buttons) {
    button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", String(!isPressed(button)));
      resting.now(settle);
      tellNews(element, heard().map(({ when }) => when));
    });
  }
  const settle = () => {
    showAnswers(element, settings, drawn(), "before");
    writeNote(element, "[data-missing]", missingWords(settings, drawn(), "our worlds"));
    showNews(element, settings, drawn(), heard());
  };
  return onceChanged(state, () => {
    worlds = undefined;
    resting.later(settle);
  });
};

/** @param {HTMLElement} button */
const isPressed = (button) => button.getAttribute("aria-pressed") === "true";

/** @param {Settings} settings @param {Worlds} worlds @param {string} which
 * @param {Uint8Array} [among] the worlds that count @returns {string} */
const missingWords = ({ spreads }, worlds, which, among) =>
  missingSaid(spreads.map(({ name, without }) => [undefinedShare(worlds, name, among), without]), which);

/**
 * @param {HTMLElement} element @param {Settings} settings @param {Worlds} worlds
 * @param {Settings["news"]} heard
 */
const showNews = (element, settings, worlds, heard) => {
  const kept = holdEach(heard.flatMap(({ when }) => when), worlds.values, worlds.count);
  const left = sum(kept);
  const [lead, rest] = heard.length ? heardWords(settings, worlds, heard, kept) : ["", settings.hint];
  writeText(element, ".news-said > b", lead);
  writeText(element, ".news-said > span", rest);
  if (heard.length && left) showAnswers(element, settings, worlds, "after", kept);
  else element.querySelectorAll("[data-after]").forEach((cell) => writeNumber(cell, NaN, "–"));
};

/**
 * What the odds become, in the words of the odds, and what that rests on.
 * @param {Settings} settings @param {Worlds} worlds @param {Settings["news"]} heard
 * @param {Uint8Array} kept the worlds that are left @returns {[string, string]}
 */
const heardWords = (settings, worlds, heard, kept) => {
  const readings = heard.map(({ reading }) => reading).join("; ");
  const left = sum(kept);
  if (!left) return ["No world of ours has this. ", `What we looked for: ${readings}.`];
  const { events } = settings;
  const after = events.map(({ when }) => shareAmong(worlds, when, kept));
  const before = events.map(({ when }) => `in ${counted(share(worlds, when))}`).join(" and ");
  const counts = [left, worlds.count].map((count) => formatNumber(count, ",.0f"));
  const rest = [
    `Without the news ${before}.`,
    `We hear it in ${counts[0]} of ${counts[1]} worlds (${readings}).`,
    left < FEW ? "So few say little." : "",
    missingWords(settings, worlds, "them", kept),
  ];
  return [`Then ${oddsSaid(after, events)} `, rest.filter(Boolean).join(" ")];
};

/**
 * @param {HTMLElement} element @param {Settings} settings @param {Worlds} worlds
 * @param {"before" | "after"} column @param {Uint8Array} [among] the worlds that count
 */
const showAnswers = (element, { events, spreads }, worlds, column, among) => {
  const shares = events.map(({ when }) =>
    among ? shareAmong(worlds, when, among) : share(worlds, when),
  );
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

/** @param {Worlds} worlds @param {Condition[]} when @param {Uint8Array} among */
const shareAmong = (worlds, when, among) => {
  const held = holdEach(when, worlds.values, worlds.count);
  return sum(held.map((one, place) => one & among[place])) / sum(among);
};

/** @param {Uint8Array} flags */
const sum = (flags) => flags.reduce((total, one) => total + one, 0);
