// @ts-check
// What news leaves of an answer's bars: where each assumption alone would still let one hear it.

import { holdEach, namesIn } from "../conditions.js";

/**
 * @typedef {import("../conditions.js").Condition} Condition
 * @typedef {import("../state.js").State} State
 */

const STEPS = 60; // of an assumption's range

/**
 * By assumption the lowest and the highest answer over that part of its range in which all of the
 * heard news would come, the others as they are. What the news does not bear on, or never or
 * always comes with, is left out.
 * @param {State} state @param {string} answer @param {Condition[][]} heard by piece
 * @returns {Map<string, [number, number]>}
 */
export const leftByNews = (state, answer, heard) => {
  const reads = state.reads(answer);
  const borne = heard.map((when) => new Set(namesIn(when).flatMap((name) => [...readBy(state, name)])));
  const names = [...reads].filter((name) => borne.some((bears) => bears.has(name)));
  if (!names.length) return new Map();
  const count = names.length * (STEPS + 1);
  const columns = swept(state, names, count);
  const asked = [answer, ...heard.flatMap(namesIn)].filter((name) => !(name in state.values()));
  const found = state.many(columns, count, [...new Set(asked)]);
  const values = { ...state.values(), ...columns, ...found };
  const held = heard.map((when) => holdEach(when, values, count));
  /** @type {[string, [number, number]][]} */
  const left = names.flatMap((name, row) => {
    const places = Array.from({ length: STEPS + 1 }, (_, step) => row * (STEPS + 1) + step);
    const bearing = held.filter((one) => isSplit(places.map((place) => one[place])));
    const kept = places.filter((place) => bearing.every((one) => one[place]));
    if (!bearing.length || !kept.length) return [];
    const answers = kept.map((place) => found[answer][place]).filter(Number.isFinite);
    return [[name, [Math.min(...answers), Math.max(...answers)]]];
  });
  return new Map(left);
};

/** @param {State} state @param {string} name of a parameter or a result */
const readBy = (state, name) => (name in state.values() ? [name] : state.reads(name));

/** Whether some hold and some do not. @param {number[]} flags */
const isSplit = (flags) => flags.includes(0) && flags.includes(1);

/** Columns in which each name in turn goes through its range, the others as they are.
 * @param {State} state @param {string[]} names @param {number} count */
const swept = (state, names, count) => {
  const values = state.values();
  return Object.fromEntries(
    names.map((name, row) => {
      const { low, high } = state.spec.parameters[name];
      const column = new Float64Array(count).fill(values[name]);
      for (let step = 0; step <= STEPS; step += 1) {
        column[row * (STEPS + 1) + step] = low + ((high - low) * step) / STEPS;
      }
      return [name, column];
    }),
  );
};
