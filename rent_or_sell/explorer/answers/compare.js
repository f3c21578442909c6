// @ts-check
// Why two cases differ in a result, and what would settle it: the browser's half of
// answers/compare.py.

import { changeOne, changeTwo, roomAround } from "./settle.js";

/**
 * @typedef {import("./bridge.js").Question} Question
 * @typedef {import("./bridge.js").Bridge} Bridge
 * @typedef {import("./settle.js").Change} Change
 */

/** @param {Bridge} made @returns {boolean} whether the answer is above zero in both cases, or in neither */
export const agree = ({ start, end }) => start > 0 === end > 0;

/**
 * The smallest change of one assumption of case a, and of two, that gives it the sign of case b.
 * Decisions settle nothing.
 * @param {Question} question @param {Bridge} made
 * @param {Record<string, {low: number, high: number, draw: string}>} parameters
 * @returns {{one: Change | null, two: Change | null}}
 */
export const settle = (question, made, parameters) => {
  if (made.undefinedWith || agree(made)) return { one: null, two: null };
  const room = roomAround(question, parameters, made.end > 0);
  const differ = new Set(made.steps.map(([name]) => name));
  const names = Object.keys(parameters).filter((name) => differ.has(name) && parameters[name].draw);
  const one = changeOne(room, names);
  const two = changeTwo(room, names, one ? one.ranges : Infinity);
  return { one, two };
};

/**
 * The assumption most worth finding out: the largest step that is no decision.
 * @param {Bridge} made @param {string[]} decisions @returns {string | null}
 */
export const unknownOf = ({ steps }, decisions) =>
  steps.find(([name]) => !decisions.includes(name))?.[0] ?? null;
