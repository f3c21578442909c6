// @ts-check
// Draws the bars of the two columns on one scale, and what the named parts leave over as "Other".

import { formatNumber } from "./number_format.js";

/** @param {HTMLElement} root @param {import("./state.js").State} state */
export const bindColumns = (root, state) => {
  const bars = [...root.querySelectorAll("[data-bar]")].map(
    (element) => /** @type {HTMLElement} */ (element),
  );
  return () => {
    const results = state.results();
    const sizes = bars.map((bar) => Math.abs(results[bar.dataset.bar ?? ""]) || 0);
    const scale = Math.max(...sizes) || 1;
    bars.forEach((bar, index) => (bar.style.width = `${(100 * sizes[index]) / scale}%`));
    for (const column of state.spec.columns) showOther(root, column, results);
  };
};

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
  if (amount) amount.textContent = formatNumber(other, "$.2M");
};
