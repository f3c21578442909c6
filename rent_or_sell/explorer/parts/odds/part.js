// @ts-check
// Draws the reader's case many times: how often something holds, and how far results spread.

import { held, pacedDraws, share, undefinedShare } from "../../answers/draws.js";
import { percentiles } from "../../answers/percentiles.js";
import { atRest, onceChanged } from "../../at_rest.js";
import { setMark, setShare } from "../../marks.js";
import { formatNumber } from "../../number_format.js";
import { bindValues, write, writeNote, writeNumber, writeText } from "../../values.js";
import { beyond, heights, outlines } from "./curve.js";
import { beyondSaid, counted, heldSaid, missingSaid, whole } from "./words.js";

/**
 * @typedef {import("../../answers/draws.js").Worlds} Worlds
 * @typedef {import("../../conditions.js").Condition} Condition
 * @typedef {{
 *   asked: string[], events: {when: Condition[], hue: string}[],
 *   spreads: {name: string, code: string, without: string}[], 
 *   curves: {name: string, label: string}[], mark: string,
 *   axis: [number, number], step: number, code: string, unit: string, percentiles: number[],
 *   count: number, seed: number
 * }} Settings
 */

/** @type {import("../../explorer.js").Bind} */
export const bind = (element, state, _history, settings) => {
  const { asked, count, events } = /** @type {Settings} */ (settings);
  const alone = /** @type {HTMLElement | null} */ (element.querySelector("[data-alone]"));
  const writeValues = bindValues(element, state);
  const resting = atRest(alone ? [alone] : []);
  const draws = pacedDraws(state, asked, settings, (worlds) =>
    showWorlds(element, settings, state.values(), worlds),
  );
  const settle = () => {
    draws.rest();
    if (alone) writeCount(alone, share(draws.draw(asked, count, true), events[0].when));
  };
  return onceChanged(state, () => {
    writeValues();
    writeNote(element, "[data-held]", heldSaid(held(state, asked)));
    draws.move();
    resting.later(settle);
  });
};

/**
 * @param {HTMLElement} element @param {Settings} settings
 * @param {Record<string, number>} given the reader's own case @param {Worlds} worlds
 */
const showWorlds = (element, settings, given, worlds) => {
  const shares = settings.events.map(({ when }) => share(worlds, when));
  shares.forEach((each, place) => writeCount(element.querySelector(`[data-event="${place}"]`), each));
  showDots(element, settings, shares.map(whole));
  const columns = settings.spreads.map(({ name }) =>
    percentiles(/** @type {Float64Array} */ (worlds.values[name]), settings.percentiles),
  );
  settings.spreads.forEach(({ name, code }, row) => {
    const cells = element.querySelectorAll(`[data-spread="${name}"] td`);
    cells.forEach((cell, place) =>
      writeNumber(cell, columns[row][place], formatNumber(columns[row][place], code)),
    );
  });
  const missing = settings.spreads.map(({ name, without }) => [undefinedShare(worlds, name), without]);
  writeNote(element, "[data-missing]", missingSaid(/** @type {[number, string][]} */ (missing)));
  showCurves(element, settings, worlds, columns, given[settings.mark]);
  writeNumber(element.querySelector("[data-count]"), worlds.count, formatNumber(worlds.count, ",.0f"));
};

/** @param {HTMLElement} element @param {Settings} settings @param {number[]} counts */
const showDots = (element, { events }, counts) => {
  const hueAt = (/** @type {number} */ place) =>
    events.findLast((_, event) => place < counts[event])?.hue ?? "other-pale";
  element.querySelectorAll(".odds-dots circle").forEach((dot, place) => {
    setMark(dot, "class", `odds-dot hue-${hueAt(place)}`);
  });
  const steps = [100, ...counts, 0];
  const kinds = [...counts, 0].map((next, place) => steps[place] - next).reverse();
  element.querySelectorAll("[data-key]").forEach((key, place) => {
    write(key, String(kinds[place]));
  });
};

/**
 * @param {HTMLElement} element @param {Settings} settings @param {Worlds} worlds
 * @param {number[][]} columns the percentiles of the spreads
 * @param {number | undefined} mark where the marked parameter stands
 */
const showCurves = (element, settings, worlds, columns, mark) => {
  const { curves, spreads, code, unit } = settings;
  const shown = curves.map(({ name }) => columns[spreads.findIndex((one) => one.name === name)]);
  const [low, high] = axisFor(settings, shown.flat(), mark);
  const place = (/** @type {number} */ value) => Math.min(Math.max((value - low) / (high - low), 0), 1);
  const values = curves.map(({ name }) => /** @type {Float64Array} */ (worlds.values[name]));
  const drawn = outlines(values.map((column) => heights(column, low, high)));
  const outside = values.map((column) => beyond(column, low, high));
  const words = curves.map(({ label }, at) => /** @type {[number, string]} */ ([outside[at], label]));
  writeText(element, ".odds-beyond", beyondSaid(words));
  element.querySelectorAll(".odds-curve").forEach((curve, at) => setMark(curve, "d", drawn[at]));
  element.querySelectorAll("[data-middle]").forEach((ruler, at) => {
    setShare(ruler, "width", place(shown[at][1]));
    ruler.parentElement?.classList.toggle("unseen", Number.isNaN(shown[at][1]));
  });
  if (mark !== undefined) {
    element.querySelectorAll("[data-mark]").forEach((ruler) => setShare(ruler, "width", place(mark)));
  }
  const ends = [formatNumber(low, code), `${formatNumber(high, code)} ${unit}`];
  element.querySelectorAll("[data-end]").forEach((end, at) => write(end, ends[at]));
};

/** The axis stays where it is until a percentile, or the mark, leaves it. It follows percentiles as
 * far as it is wide, on either side: a few that are very high would leave no room for the others.
 * @param {Settings} settings @param {number[]} percentiles @param {number} [mark] */
const axisFor = ({ axis: [start, end], step }, percentiles, mark) => {
  const width = end - start;
  const near = percentiles.map((value) => Math.min(Math.max(value, start - width), end + width));
  const defined = [...near, mark ?? NaN].filter(Number.isFinite);
  const [low, high] = [Math.min(...defined), Math.max(...defined)];
  return [
    low < start ? Math.floor(low / step - 1) * step : start,
    high > end ? Math.ceil(high / step + 1) * step : end,
  ];
};

/** @param {Element | null} element @param {number} each */
const writeCount = (element, each) => writeNumber(element, each, counted(each));
