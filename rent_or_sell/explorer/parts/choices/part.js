// @ts-check
// Buttons that choose among worlds, each with what a result would be there.

import { formatNumber } from "../../number_format.js";
import { writeNumber } from "../../values.js";

/** @type {import("../../explorer.js").Bind} */
export const bind = (element, state, history, settings) => {
  const { choices, result, code } =
    /** @type {{choices: Record<string, number>[], result: string, code: string}} */ (settings);
  const buttons = [...element.querySelectorAll("button")];
  const names = [...new Set(choices.flatMap((one) => Object.keys(one)))];
  /** What a choice sets: its own values, and the base value of what others set. @param {number} place */
  const setBy = (place) =>
    Object.fromEntries(names.map((name) => [name, choices[place][name] ?? state.spec.parameters[name].base]));
  buttons.forEach((button, place) =>
    button.addEventListener("click", () =>
      history.apply(state, { ...state.changes(), ...setBy(place) }),
    ),
  );
  return () => {
    const values = state.values();
    const columns = Object.fromEntries(
      names.map((name) => [name, Float64Array.from(choices, (_, place) => setBy(place)[name])]),
    );
    const found = state.many(columns, choices.length, [result])[result];
    buttons.forEach((button, place) => {
      const isChosen = Object.entries(setBy(place)).every(([name, value]) => values[name] === value);
      button.setAttribute("aria-pressed", String(isChosen));
      writeNumber(button.querySelector(".choice-value"), found[place], formatNumber(found[place], code));
    });
  };
};
