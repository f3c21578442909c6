// @ts-check
// Buttons that choose among worlds, each with what results would be there.

import { formatNumber } from "../../number_format.js";
import { writeNumber } from "../../values.js";

/**
 * @typedef {[parameter: string, result: string, to: string]} Cap
 * @typedef {{choices: Record<string, number>[], caps: (Cap | null)[], shows: [name: string, code: string][]}} Settings
 * @typedef {import("../../state.js").State} State
 */

const FINE = 10_000; // a cap is a whole number of so many parts of the parameter's range

/** @type {import("../../explorer.js").Bind} */
export const bind = (element, state, history, settings) => {
  const { choices, caps, shows } = /** @type {Settings} */ (settings);
  const buttons = [...element.querySelectorAll("button")];
  const names = [...new Set(choices.flatMap((one) => Object.keys(one)))];
  /** What a choice sets, and the base value of what others set. @param {number} place */
  const setBy = (place) => {
    const made = Object.fromEntries(
      names.map((name) => [name, choices[place][name] ?? state.spec.parameters[name].base]),
    );
    const cap = caps[place];
    return cap ? { ...made, [cap[0]]: capped(state, cap, made) } : made;
  };
  /** What each choice sets: what another caps is the reader's own, until it is at the cap. */
  const allSet = () => {
    const made = choices.map((_, place) => setBy(place));
    caps.forEach((cap, place) => {
      if (!cap) return;
      const [name] = cap;
      const own = state.values()[name];
      const isCapped = own === made[place][name];
      for (const one of made) one[name] ??= isCapped ? state.spec.parameters[name].base : own;
    });
    return made;
  };
  let picked = -1; // of choices that come to the same, the one that was pressed
  /** @param {Record<string, number>[]} made @param {Record<string, number>} values */
  const chosen = (made, values) => {
    const matches = made.map((one) => Object.entries(one).every(([name, value]) => values[name] === value));
    return matches[picked] ? picked : matches.indexOf(true);
  };
  buttons.forEach((button, place) =>
    button.addEventListener("click", () => {
      const made = allSet()[place];
      picked = place;
      history.apply(state, { ...state.changes(), ...made });
    }),
  );
  // A cap that is chosen follows what it hangs on, while the reader moves neither it nor who it is.
  state.adjust((next) => {
    const place = chosen(allSet(), state.values());
    const cap = caps[place];
    const values = { ...baseValues(state), ...next };
    const set = cap ? Object.entries(setBy(place)) : [];
    if (!cap || set.some(([name, value]) => values[name] !== value)) return next;
    return { ...next, [cap[0]]: capped(state, cap, values) };
  });
  return () => {
    const values = state.values();
    const made = allSet();
    const pressed = (picked = chosen(made, values));
    const columns = Object.fromEntries(
      Object.keys(made[0]).map((name) => [name, Float64Array.from(made, (one) => one[name])]),
    );
    const found = state.many(columns, choices.length, shows.map(([name]) => name));
    buttons.forEach((button, place) => {
      button.setAttribute("aria-pressed", String(place === pressed));
      const written = button.querySelectorAll(".choice-value");
      shows.forEach(([name, code], at) =>
        writeNumber(written[at], found[name][place], formatNumber(found[name][place], code)),
      );
    });
  };
};

/** @param {State} state @returns {Record<string, number>} */
const baseValues = (state) =>
  Object.fromEntries(Object.entries(state.spec.parameters).map(([name, { base }]) => [name, base]));

/**
 * The value, at most its base, at which a result that grows with a parameter, in a line, is another.
 * @param {State} state @param {Cap} cap @param {Record<string, number>} made
 */
const capped = (state, [parameter, result, to], made) => {
  const { low, high, base, min } = state.spec.parameters[parameter];
  const found = state.many({ ...made, [parameter]: Float64Array.of(low, high) }, 2, [result, to]);
  const [first, last] = [0, 1].map((end) => found[result][end] - found[to][end]);
  if (!(last > first)) return base;
  const unit = (high - low) / FINE;
  const level = Math.floor(low / unit - (first / (last - first)) * FINE) * unit;
  return Math.max(min, Math.min(base, Number(level.toPrecision(12))));
};
