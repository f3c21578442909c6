// @ts-check
// The picture of a bridge: each step begins where the one before it ended; totals begin at zero.

import { setMark, setShare } from "../../marks.js";
import { formatNumber } from "../../number_format.js";
import { write, writeNumber } from "../../values.js";

/**
 * @typedef {{label: string, kind: "total" | "rise" | "fall", amount: number, from: number, to: number}} Row
 */

/**
 * The rows of a bridge that has more steps than room: the small ones are folded into one.
 * @param {import("../../answers/bridge.js").Bridge} made @param {string[]} ends labels of the cases
 * @param {(name: string) => string} labelOf @param {number} room for rows @returns {Row[]}
 */
export const rowsOf = ({ start, end, steps }, ends, labelOf, room) => {
  const space = room - ends.length;
  const shown = steps.length > space ? steps.slice(0, space - 1) : steps;
  const folded = steps.slice(shown.length);
  /** @type {[string, number][]} */
  const moves = shown.map(([name, amount]) => [labelOf(name), amount]);
  if (folded.length) {
    moves.push([`${folded.length} others`, folded.reduce((sum, [, amount]) => sum + amount, 0)]);
  }
  /** @type {Row[]} */
  const rows = [{ label: ends[0], kind: "total", amount: start, from: 0, to: start }];
  let sum = start;
  for (const [label, amount] of moves) {
    rows.push({ label, kind: amount < 0 ? "fall" : "rise", amount, from: sum, to: sum + amount });
    sum += amount;
  }
  rows.push({ label: ends[1], kind: "total", amount: end, from: 0, to: end });
  return rows;
};

/** @param {HTMLElement[]} elements @param {Row[]} rows @param {string} code */
export const drawRows = (elements, rows, code) => {
  const places = rows.flatMap(({ from, to }) => [from, to]).filter(Number.isFinite);
  const low = Math.min(0, ...places);
  const size = Math.max(0, ...places) - low || 1;
  const across = (/** @type {number} */ value) => (value - low) / size;
  elements.forEach((element, place) => {
    const row = rows[place];
    element.classList.toggle("unseen", !row);
    const zero = element.querySelector(".bridge-zero");
    setShare(zero, "x1", across(0));
    setShare(zero, "x2", across(0));
    if (!row) return;
    setMark(element, "data-kind", row.kind);
    const bar = element.querySelector(".bridge-bar");
    setShare(bar, "x", across(Math.min(row.from, row.to)));
    setShare(bar, "width", Math.abs(row.to - row.from) / size);
    const [label, amount] = /** @type {NodeListOf<HTMLElement>} */ (
      element.querySelectorAll(".bridge-label, .bridge-amount")
    );
    write(label, row.label);
    writeAmount(amount, row.amount, code, row.kind !== "total");
  });
};

/**
 * Write a number in words and, for machines, in full; a step with its sign.
 * @param {HTMLElement} element @param {number} value @param {string} code @param {boolean} isStep
 */
export const writeAmount = (element, value, code, isStep) =>
  writeNumber(element, value, isStep ? signed(value, code) : formatNumber(value, code));

/** A step with its sign: one too small for the format, to two digits.
 * @param {number} value @param {string} code @returns {string} */
export const signed = (value, code) => {
  const text = formatNumber(value, code);
  const isLost = value !== 0 && !/[1-9]/.test(text);
  return (value > 0 ? "+" : "") + (isLost ? formatNumber(value, code.startsWith("$") ? "$,.2r" : ",.2r") : text);
};
