// @ts-check
// Piles up yearly results, a column a year; stacks side by side share their scale.

import { setShare } from "../../marks.js";
import { formatNumber } from "../../number_format.js";
import { writeText } from "../../values.js";

/**
 * @typedef {{names: string[], code: string, years: Element[]}} Stack
 * @typedef {import("../../state.js").Results} Results
 */

/** @type {import("../../explorer.js").Bind} */
export const bind = (element, state, _history, settings) => {
  /** @type {Stack[]} */
  const stacks = [...element.querySelectorAll("[data-stack]")].map((stack, place) => ({
    ...settings.stacks[place],
    years: [...stack.querySelectorAll(".year")],
  }));
  return () => {
    const results = state.results();
    const totals = stacks.map((stack) => totalsOf(stack, results));
    const scale = Math.max(...totals.flat()) || 1;
    stacks.forEach((stack, place) => pile(stack, results, totals[place], scale));
  };
};

/** @param {Stack} stack @param {Results} results @returns {number[]} one total a year */
const totalsOf = ({ names, years }, results) =>
  years.map((_, year) => names.reduce((sum, name) => sum + (results[name][year] || 0), 0));

/** @param {Stack} stack @param {Results} results @param {number[]} totals @param {number} scale */
const pile = ({ code, years }, results, totals, scale) =>
  years.forEach((column, year) => {
    for (const segment of column.querySelectorAll(".segment")) {
      const { bar = "" } = /** @type {SVGElement} */ (segment).dataset;
      setShare(segment, "height", (results[bar][year] || 0) / scale);
    }
    writeText(column, ".year-total", formatNumber(totals[year], code));
  });
