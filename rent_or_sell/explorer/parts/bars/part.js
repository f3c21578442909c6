// @ts-check
// Sizes bars that share one scale: results, parameters and stated figures.

import { setShare } from "../../marks.js";
import { bindValues } from "../../values.js";

/** @type {import("../../explorer.js").Bind} */
export const bind = (element, state, _history, settings) => {
  const shown = /** @type {(string | number)[]} */ (settings.bars); // a name, or a stated figure
  const bars = element.querySelectorAll(".bar");
  const writeValues = bindValues(element, state);
  return () => {
    const values = { ...state.values(), ...state.results() };
    const sizes = shown.map((one) => Math.abs(typeof one === "string" ? values[one] : one) || 0);
    const scale = Math.max(...sizes) || 1;
    bars.forEach((bar, place) => setShare(bar, "width", sizes[place] / scale));
    writeValues();
  };
};
