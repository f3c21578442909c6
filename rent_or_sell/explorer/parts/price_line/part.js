// @ts-check
// Places a floor, a ceiling, the price and another on one axis.

import { bindHandle } from "../../handle.js";
import { setShare } from "../../marks.js";
import { formatNumber } from "../../number_format.js";
import { bindValues, writeText } from "../../values.js";

/**
 * @typedef {{marks: Record<"floor" | "ceiling" | "price" | "other", string>, axis: number[], step: number,
 *   code: string, unit: string}} Settings
 */

/** @type {import("../../explorer.js").Bind} */
export const bind = (element, state, history, settings) => {
  const { marks, axis, step, code, unit } = /** @type {Settings} */ (settings);
  const writeValues = bindValues(element, state);
  const handles = /** @type {NodeListOf<HTMLInputElement>} */ (element.querySelectorAll(".handle"));
  const placeHandles = [...handles].map((handle) => bindHandle(handle, state, history));
  return () => {
    const values = { ...state.values(), ...state.results() };
    const prices = Object.entries(marks).map(([mark, name]) => ({ mark, price: values[name] }));
    const [low, high] = axisFor(axis, step, prices.map(({ price }) => price));
    const place = (/** @type {number} */ price) => (price - low) / (high - low);
    for (const { mark, price } of prices) placeMark(element, mark, place(price));
    for (const placeHandle of placeHandles) placeHandle(low, high, code);
    placeBand(element, place(values[marks.floor]), place(values[marks.ceiling]));
    element.classList.toggle("no-deal", !(values[marks.ceiling] > values[marks.floor]));
    writeText(element, "[data-end=low]", formatNumber(low, code));
    writeText(element, "[data-end=high]", `${formatNumber(high, code)} ${unit}`);
    writeValues();
  };
};

/** Prices beyond the axis widen it to the next full step.
 * @param {number[]} axis @param {number} step @param {number[]} prices */
const axisFor = (axis, step, prices) => {
  const defined = prices.filter(Number.isFinite);
  const low = Math.min(...defined);
  const high = Math.max(...defined);
  return [
    low < axis[0] ? Math.floor(low / step - 1) * step : axis[0],
    high > axis[1] ? Math.ceil(high / step + 1) * step : axis[1],
  ];
};

/** @param {HTMLElement} element @param {string} mark @param {number} share */
const placeMark = (element, mark, share) => {
  for (const row of element.querySelectorAll(`.at-${mark}`)) {
    row.classList.toggle("unseen", !Number.isFinite(share));
    setShare(row.querySelector(".ruler"), "width", share);
  }
};

/** @param {HTMLElement} element @param {number} floor @param {number} ceiling */
const placeBand = (element, floor, ceiling) => {
  const width = Math.abs(ceiling - floor);
  const band = element.querySelector("[data-band=width]");
  setShare(element.querySelector("[data-band=start]"), "width", Math.min(floor, ceiling));
  setShare(band, "width", width);
  band?.classList.toggle("unseen", !Number.isFinite(width));
};
