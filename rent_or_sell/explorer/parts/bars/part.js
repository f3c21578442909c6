// @ts-check
// Sizes bars that share one scale: results, parameters and stated figures.

import { setShare } from "../../marks.js";
import { bindValues } from "../../values.js";

/** @type {import("../../explorer.js").Bind} */
export const bind = (element, state, _history, settings) => {
  const { bars, wholes } = /** @type {{bars: (string | number)[], wholes: string[]}} */ (settings);
  const rows = [...element.querySelectorAll("tbody tr")];
  const writeValues = bindValues(element, state);
  return () => {
    const values = { ...state.values(), ...state.results() };
    const amounts = bars.map((one) => (typeof one === "string" ? values[one] : one));
    const [zero, ...spans] = lay([...amounts, ...wholes.map((name) => values[name])]);
    rows.forEach((row, place) => {
      setPlace(row.querySelector(".bar-zero"), [0, zero[0]]);
      setPlace(row.querySelector(".bar"), spans[place]);
      setPlace(row.querySelector(".bar-whole"), spans[bars.length + place]);
      row.classList.toggle("loss", amounts[place] < 0);
    });
    writeValues();
  };
};

/** @param {Element | null} mark @param {[start: number, length: number]} span */
const setPlace = (mark, [start, length]) => {
  setShare(mark?.previousElementSibling ?? null, "width", start);
  setShare(mark, "width", length);
};

/**
 * Start and length of zero and of each amount, in shares of an axis that holds all.
 * @param {number[]} amounts @returns {[start: number, length: number][]}
 */
const lay = (amounts) => {
  const defined = amounts.filter(Number.isFinite);
  const low = Math.min(0, ...defined);
  const size = Math.max(0, ...defined) - low || 1;
  return [0, ...amounts].map((amount) =>
    Number.isFinite(amount) ? [(Math.min(0, amount) - low) / size, Math.abs(amount) / size] : [0, 0],
  );
};
