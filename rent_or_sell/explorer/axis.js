// @ts-check
// The values beside a picture: few, round, with as many digits as they need. The browser's half of axis.py.

import { setMark, setShare } from "./marks.js";
import { formatNumber } from "./number_format.js";
import { write } from "./values.js";

const UNITS = { M: 1e6, "%": 0.01 };

/**
 * Round values from one end to the other, as many at most.
 * @param {number} low @param {number} high @param {number} most
 */
const ticks = (low, high, most) => {
  const rough = (high - low) / (most - 1);
  const power = 10 ** Math.floor(Math.log10(rough) + 1e-9);
  const step = power * ([1, 2, 5, 10].find((times) => times * power >= rough * (1 - 1e-9)) ?? 10);
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  return Array.from({ length: count }, (_, place) => (first + place) * step);
};

/** A number format with as many decimals as the steps need. @param {string} code @param {number} step */
const finer = (code, step) => {
  const kind = code[code.length - 1];
  const unit = UNITS[/** @type {"M" | "%"} */ (kind)];
  const decimals = Math.max(0, -Math.floor(Math.log10(step / (unit ?? 1)) + 1e-9));
  return `${code.replace(/\.\d.$/, "")}.${decimals}${unit ? kind : "f"}`;
};

/**
 * Write the values of an axis into its slots, each at its place; return them with their places.
 * @param {Element} axis whose children are the slots @param {[low: number, high: number]} ends
 * @param {string} code of its numbers @param {"x" | "y"} way it runs: across, or upwards
 * @returns {number[]} the places, in shares of the picture
 */
export const writeAxis = (axis, [low, high], code, way) => {
  const slots = [...axis.children];
  const values = ticks(low, high, slots.length);
  const written = finer(code, values[1] - values[0] || 1);
  const places = values.map((value) => (way === "x" ? value - low : high - value) / (high - low));
  slots.forEach((slot, place) => {
    setShare(slot, way, places[place]);
    write(slot, place in values ? formatNumber(values[place], written) : "");
  });
  return places;
};

/** Short ticks at the places of two axes, in a picture of 100 by 100.
 * @param {Element | null} path @param {number[]} across @param {number[]} up */
export const drawMarks = (path, across, up) =>
  setMark(
    path,
    "d",
    [...across.map((place) => `M${at(place)} 100v-2`), ...up.map((place) => `M0 ${at(place)}h1`)].join(""),
  );

const at = (/** @type {number} */ place) => (100 * place).toFixed(2);
