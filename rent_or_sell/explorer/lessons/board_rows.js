// @ts-check
// What the board of a class counts: rows of tables, and a sentence for some.

import { percentiles } from "../answers/percentiles.js";
import { exactNumber, formatNumber } from "../number_format.js";
import { counted, whole } from "../parts/odds/words.js";

/**
 * @typedef {import("./board.js").Known} Known
 * @typedef {import("./links.js").ClassModel} ClassModel
 * @typedef {{label: string, count: number, cells?: string[]}} Row
 */

const BINS = 8; // about so many
const FAR = 2; // times as far from the middle half as that is wide
const NEAR = 0.05; // of the answer: as good as right
const OWN_MIX = "Another mix of assumptions";

/** @param {Known[]} guessed @param {string} format @returns {string} */
export const guessWords = (guessed, format) => {
  const isNear = (/** @type {Known} */ { guess, right }) => Math.abs(guess - right) <= NEAR * Math.abs(right);
  const near = guessed.filter(isNear).length;
  const high = guessed.filter((one) => !isNear(one) && one.guess > one.right).length;
  const low = guessed.filter((one) => !isNear(one) && one.guess < one.right).length;
  const middle = formatNumber(middleOf(guessed.map(({ guess }) => guess)), format);
  const rights = new Set(guessed.map(({ right }) => formatNumber(right, format)));
  const model = rights.size === 1 ? ` The model says ${[...rights][0]}.` : " Each is held against its own case.";
  return `${near} within a twentieth of the answer, ${high} too high, ${low} too low; in the middle ${middle}.${model}`;
};

/** Equal steps, round ones; a few guesses that lie far out are counted at either end.
 * @param {Known[]} guessed @param {string} format @returns {Row[]} */
export const guessRows = (guessed, format) => {
  const values = guessed.map(({ guess }) => guess);
  const [quarter, most] = percentiles(Float64Array.from(values), [0.25, 0.75]);
  const reach = FAR * (most - quarter);
  const low = Math.max(Math.min(...values), quarter - reach);
  const high = Math.min(Math.max(...values), most + reach);
  const step = roundStep((high - low) / BINS || Math.abs(low) || 1);
  const [start, end] = [Math.floor(low / step), Math.floor(high / step) + 1];
  const said = (/** @type {number} */ steps) => formatNumber(steps * step, format);
  const count = (/** @type {number} */ from, /** @type {number} */ to) =>
    values.filter((value) => value >= from * step && value < to * step).length;
  const inside = Array.from({ length: end - start }, (_, place) => start + place).map((place) => ({
    label: `${said(place)} to ${said(place + 1)}`,
    count: count(place, place + 1),
  }));
  const below = { label: `less than ${said(start)}`, count: count(-Infinity, start) };
  const above = { label: `${said(end)} and more`, count: count(end, Infinity) };
  return [...(below.count ? [below] : []), ...inside, ...(above.count ? [above] : [])];
};

/** @param {number} rough @returns {number} 1, 2 or 5 and zeros, no smaller */
const roundStep = (rough) => {
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * ([1, 2, 5].find((times) => times * power >= rough) ?? 10);
};

/** Which world each student's case is. @param {Known[]} known @param {ClassModel} model @returns {Row[]} */
export const caseRows = (known, { spec, presets }) => {
  const worlds = Object.entries(spec.presets);
  const names = known.map(({ changes }) => {
    const world = worlds.find(([, preset]) => areSame(preset, changes));
    return world ? presets[world[0]] : OWN_MIX;
  });
  return [...Object.values(presets), OWN_MIX]
    .map((label) => ({ label, count: names.filter((name) => name === label).length }))
    .filter(({ count }) => count);
};

/** Which assumptions were changed, by how many, and how far: a table, where any was.
 * @param {Known[]} known @param {ClassModel} model @returns {import("./board.js").Table[]} */
export const changeRows = (known, { spec }) => {
  const rows = Object.entries(spec.parameters).map(([name, { label, unit, format }]) => {
    const values = known.flatMap(({ changes }) => (name in changes ? [changes[name]] : []));
    const shown = [Math.min(...values), middleOf(values), Math.max(...values)];
    const cells = shown.map((value) => (values.length ? exactNumber(value, format) : ""));
    return { label: unit ? `${label}, ${unit}` : label, count: values.length, cells };
  });
  const changed = rows.filter(({ count }) => count).sort((one, other) => other.count - one.count);
  const head = ["Assumption changed", "Students", "Lowest", "Middle", "Highest"];
  return changed.length ? [{ title: "What they changed", words: "", head, rows: changed }] : [];
};

/** @param {Known[]} known @returns {string} */
export const oddsWords = (known) => {
  const odds = known.map((one) => one.odds);
  const [low, high] = [Math.min(...odds), Math.max(...odds)].map(counted);
  return `From ${low} to ${high} of 100 assumed worlds, by the student’s case; in the middle ${counted(middleOf(odds))}.`;
};

/** By tenths of the worlds. @param {Known[]} known @returns {Row[]} */
export const oddsRows = (known) =>
  Array.from({ length: 10 }, (_, tenth) => {
    const inside = known.filter(({ odds }) => Math.min(Math.floor(whole(odds) / 10), 9) === tenth);
    return { label: `${10 * tenth} to ${tenth === 9 ? 100 : 10 * tenth + 9}`, count: inside.length };
  });

/** @param {number[]} values */
const middleOf = (values) => percentiles(Float64Array.from(values), [0.5])[0];

/** @param {Record<string, number>} one @param {Record<string, number>} other */
const areSame = (one, other) =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([name, value]) => other[name] === value);
