// @ts-check
// Sizes bars that share one scale: results, parameters and stated figures.

import { bindHandle } from "../../handle.js";
import { setShare } from "../../marks.js";
import { bindValues } from "../../values.js";

/** @type {import("../../explorer.js").Bind} */
export const bind = (element, state, history, settings) => {
  const { bars, wholes, code } =
    /** @type {{bars: (string | number)[], wholes: string[], code: string}} */ (settings);
  const rows = [...element.querySelectorAll("tbody tr")];
  const handles = /** @type {NodeListOf<HTMLInputElement>} */ (element.querySelectorAll(".handle"));
  const placeHandles = [...handles].map((handle) => bindHandle(handle, state, history));
  const writeValues = bindValues(element, state);
  return () => {
    const values = { ...state.values(), ...state.results() };
    const amounts = bars.map((one) => (typeof one === "string" ? values[one] : one));
    const shown = [...amounts, ...wholes.map((name) => values[name])];
    const { low, high } = extent(shown);
    const [zero, ...spans] = lay(shown);
    for (const placeHandle of placeHandles) placeHandle(low, high, code);
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
  const { low, high } = extent(amounts);
  const size = high - low || 1;
  return [0, ...amounts].map((amount) =>
    Number.isFinite(amount) ? [(Math.min(0, amount) - low) / size, Math.abs(amount) / size] : [0, 0],
  );
};

/** @param {number[]} amounts */
const extent = (amounts) => {
  const defined = amounts.filter(Number.isFinite);
  return { low: Math.min(0, ...defined), high: Math.max(0, ...defined) };
};
