// @ts-check
// What it would be worth to know an assumption first: the browser's half of answers/evidence.py.

import { uniforms } from "./luck.js";

/**
 * By stream what knowing it is worth before acting for the payoff, and the most that chance finds
 * in as many idle streams.
 * @param {import("./draws.js").Worlds} worlds @param {string} payoff
 * @param {{seed: number, groups: number, idle: number}} settings
 * @returns {{values: Record<string, number>, chance: number}}
 */
export const valueOfKnowing = ({ values, streams, count }, payoff, { seed, groups, idle }) => {
  const paid = /** @type {Float64Array} */ (values[payoff]);
  const worth = (/** @type {string} */ stream) => {
    const luck = uniforms(stream, count, seed);
    const totals = new Float64Array(groups);
    for (let i = 0; i < count; i += 1) totals[Math.floor(luck[i] * groups)] += paid[i];
    const acting = totals.reduce((sum, total) => sum + total, 0);
    const knowing = totals.reduce((sum, total) => sum + Math.max(total, 0), 0);
    return (knowing - Math.max(acting, 0)) / count;
  };
  return {
    values: Object.fromEntries(streams.map((stream) => [stream, worth(stream)])),
    chance: Math.max(...Array.from({ length: idle }, (_, number) => worth(`idle ${number}`))),
  };
};
