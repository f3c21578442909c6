// @ts-check
// Sizes bars: those of a group share one scale, and what named parts leave over is "Other".

import { formatNumber } from "./number_format.js";
import { yearOf } from "./results.js";

/** @param {HTMLElement} root @param {import("./state.js").State} state */
export const bindBars = (root, state) => {
  const groups = [...root.querySelectorAll("[data-scale]")].map((element) =>
    bindGroup(/** @type {HTMLElement} */ (element)),
  );
  return () => {
    const results = state.results();
    const values = { ...state.values(), ...results };
    groups.forEach((resize) => resize(values));
    for (const column of state.spec.columns) showOther(root, column, results);
  };
};

/** @param {HTMLElement} group @returns {(values: Record<string, any>) => void} */
const bindGroup = (group) => {
  const side = group.dataset.scale === "height" ? "height" : "width";
  const bars = [...group.querySelectorAll(".bar, .segment")].map(
    (element) => /** @type {HTMLElement} */ (element),
  );
  const totals = [...group.querySelectorAll("[data-total]")].map(
    (element) => /** @type {HTMLElement} */ (element),
  );
  return (values) => {
    const sizes = bars.map((bar) => Math.abs(barValue(bar, values)) || 0);
    const sums = totals.map((total) => totalOf(total, values));
    const scale = Math.max(...(totals.length ? sums : sizes)) || 1;
    bars.forEach((bar, index) => (bar.style[side] = `${(100 * sizes[index]) / scale}%`));
    totals.forEach((total, index) => {
      total.textContent = formatNumber(sums[index], total.dataset.format ?? "");
    });
  };
};

/** @param {HTMLElement} bar @param {Record<string, any>} values @returns {number} */
const barValue = ({ dataset }, values) =>
  dataset.fixed ? Number(dataset.fixed) : yearOf(values[dataset.bar ?? ""], dataset.year);

/** @param {HTMLElement} total @param {Record<string, any>} values @returns {number} */
const totalOf = ({ dataset }, values) =>
  (dataset.total ?? "")
    .split(" ")
    .reduce((sum, name) => sum + (yearOf(values[name], dataset.year) || 0), 0);

/**
 * @param {HTMLElement} root @param {import("./state.js").Spec["columns"][number]} column
 * @param {import("./state.js").Results} results
 */
const showOther = (root, { total, parts }, results) => {
  const row = /** @type {HTMLElement} */ (root.querySelector(`[data-column="${total}"] .other`));
  const named = parts.reduce((sum, [name, sign]) => sum + sign * results[name], 0);
  const size = parts.reduce((sum, [name]) => sum + Math.abs(results[name]), 0);
  const other = results[total] - named;
  row.hidden = !(Math.abs(other) > 1e-9 * size);
  const amount = row.querySelector(".amount");
  if (amount) amount.textContent = row.hidden ? "" : formatNumber(other, "$.2M");
};
