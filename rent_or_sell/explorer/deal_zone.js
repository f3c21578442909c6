// @ts-check
// Places Amazon's floor, the buyer's ceiling and the price on one axis of prices a chip.

import { formatNumber } from "./number_format.js";

/** Prices beyond the axis widen it to the next full step, in dollars a chip. */
const STEP = 2000;

/** @param {HTMLElement} root @param {import("./state.js").State} state */
export const bindDealZone = (root, state) => {
  const zone = /** @type {HTMLElement | null} */ (root.querySelector(".deal-zone"));
  if (!zone) return () => {};
  const base = [Number(zone.dataset.low), Number(zone.dataset.high)];
  return () => {
    const results = state.results();
    const marks = {
      floor: results.price_floor_per_chip,
      ceiling: results.price_ceiling_per_chip,
      price: state.values().sale_price_per_chip,
    };
    const [low, high] = axisFor(base, Object.values(marks));
    for (const [name, value] of Object.entries(marks)) {
      const place = Number.isFinite(value) ? (100 * (value - low)) / (high - low) : -100;
      zone.style.setProperty(`--${name}`, `${place.toFixed(3)}%`);
    }
    zone.classList.toggle("undefined-floor", !Number.isFinite(marks.floor));
    zone.classList.toggle("no-deal", !(marks.ceiling > marks.floor));
    writeEnd(zone, "low", formatNumber(low, "$,.0f"));
    writeEnd(zone, "high", `${formatNumber(high, "$,.0f")} a chip`);
  };
};

/** @param {number[]} base @param {number[]} prices */
const axisFor = (base, prices) => {
  const defined = prices.filter(Number.isFinite);
  const low = Math.min(...defined);
  const high = Math.max(...defined);
  return [
    low < base[0] ? Math.floor(low / STEP - 1) * STEP : base[0],
    high > base[1] ? Math.ceil(high / STEP + 1) * STEP : base[1],
  ];
};

/** @param {HTMLElement} zone @param {string} end @param {string} text */
const writeEnd = (zone, end, text) => {
  const element = zone.querySelector(`[data-end="${end}"]`);
  if (element) element.textContent = text;
};
