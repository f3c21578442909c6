// @ts-check
// The smallest change of one assumption that turns a verdict: the browser's half of answers/turn.py.

import { hold } from "../conditions.js";
import { formatNumber, moreDigits } from "../number_format.js";
import { changeOne } from "./settle.js";

const MORE_DIGITS = 6;

/**
 * @typedef {import("../state.js").State} State
 * @typedef {import("../sentence.js").Case} Word
 * @typedef {{name: string, value: number, said: string, word: string}} Turn
 */

/** The word of the first case that holds. @param {Word[]} words @param {Record<string, any>} values */
const wordOf = (words, values) => words.find(({ when }) => hold(when, values))?.text ?? "";

/**
 * The smallest change within an assumption's range that turns the verdict, into a word that is none of
 * the undecided ones; null if there is none.
 * @param {State} state @param {Word[]} words @param {string[]} results that the conditions name
 * @param {string[]} undecided @returns {Turn | null}
 */
export const turn = (state, words, results, undecided) => {
  const { parameters } = state.spec;
  const a = state.values();
  const now = wordOf(words, { ...a, ...state.results() });
  const isTurned = (/** @type {string} */ word) => word !== now && !undecided.includes(word);
  const all = Object.entries(parameters);
  const room = {
    a,
    many: state.many,
    results,
    goal: (/** @type {Record<string, number>} */ values) => isTurned(wordOf(words, values)),
    widths: Object.fromEntries(all.map(([name, { low, high }]) => [name, high - low])),
    bounds: /** @type {Record<string, [number, number]>} */ (
      Object.fromEntries(
        all.map(([name, { low, high }]) => [name, [Math.min(low, a[name]), Math.max(high, a[name])]]),
      )
    ),
  };
  const names = all.filter(([, { draw }]) => draw).map(([name]) => name);
  const found = changeOne(room, names);
  if (!found) return null;
  const [[name, value]] = Object.entries(found.values);
  const [low, high] = room.bounds[name];
  let last = { name, value, said: "", word: now };
  for (const [at, code] of rounded(value, a[name], parameters[name].format)) {
    const moved = Math.min(Math.max(at, low), high);
    const answers = state.many({ [name]: Float64Array.of(moved) }, 1, results);
    const found = Object.fromEntries(results.map((result) => [result, answers[result][0]]));
    const word = wordOf(words, { ...a, [name]: moved, ...found });
    last = { name, value: moved, said: formatNumber(moved, code), word };
    if (isTurned(word)) break;
  }
  return last;
};

/** The value as its control shows it, then with more digits, rounded away from now, and their formats.
 * @param {number} value @param {number} now @param {string} code @returns {[number, string][]} */
const rounded = (value, now, code) => {
  const away = value > now ? Math.ceil : Math.floor;
  const decimals = Number(code.at(-2)) + (code.endsWith("%") ? 2 : 0);
  return Array.from({ length: MORE_DIGITS }, (_, more) => {
    const scale = 10 ** (decimals + more);
    return [Number((away(value * scale) / scale).toPrecision(12)), moreDigits(code, more)];
  });
};
