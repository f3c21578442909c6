// @ts-check
// What is worth knowing before the decision.

import { drawing, held } from "../../answers/draws.js";
import { valueOfKnowing } from "../../answers/evidence.js";
import { atRest, onceChanged } from "../../at_rest.js";
import { setShare } from "../../marks.js";
import { formatNumber } from "../../number_format.js";
import { writeNote, writeNumber, writeText } from "../../values.js";
import { heldSaid } from "../odds/words.js";

/**
 * @typedef {import("../../answers/draws.js").Worlds} Worlds
 * @typedef {{
 *   payoff: string, code: string, acting: string, resting: string, either: string,
 *   count: number, seed: number, groups: number, idle: number
 * }} Settings
 */

/** @type {import("../../explorer.js").Bind} */
export const bind = (element, state, _history, settings) => {
  const { payoff, count, seed } = /** @type {Settings} */ (settings);
  const draw = drawing(state, seed);
  const resting = atRest([element]);
  const settle = () => {
    const worlds = draw([payoff], count);
    showValues(element, settings, worlds);
    writeNote(element, "[data-held]", heldWords(held(state, [payoff]), worlds.streams));
  };
  return onceChanged(state, () => resting.later(settle));
};

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
};

/** What is held as the reader set it, and what that means for the values.
 * @param {import("../../state.js").Parameter[]} all @param {string[]} streams @returns {string} */
const heldWords = (all, streams) => {
  if (!all.length) return "";
  const isPartly = all.some(({ draw }) => streams.includes(draw));
  const rest = isPartly ? " The value of several that move together is then that of the others." : "";
  return `${heldSaid(all)} About what is held there is nothing to find out.${rest}`;
};

const NO_MEAN = "In some of our assumed worlds this is not defined: there is no average to decide by.";

/** What chance finds too is nothing.
 * @param {number | undefined} value @param {number} chance @param {string} code */
const shownValue = (value, chance, code) => {
  if (value === undefined) return "held";
  return value <= chance ? "nothing" : formatNumber(value, code);
};

/** @param {Float64Array} column */
const average = (column) => column.reduce((sum, value) => sum + value, 0) / column.length;
