// @ts-check
// Handles: what is dragged in a picture moves the parameter that a slider moves, by the same steps
// and within the same range.

import { setMark } from "./marks.js";
import { exactNumber, formatNumber } from "./number_format.js";
import { unitSaid } from "./units.js";

/** Steps that a key of a handle makes; Home and End go to the ends of the range. */
const KEYS = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, PageUp: 10, PageDown: -10 };

/**
 * A drag is one change, until the finger lets go wherever it is; so is a run of keys, until the
 * keyboard leaves what it moves.
 * @param {HTMLInputElement} slider @param {import("./undo_stack.js").History} history
 */
export const bindHold = (slider, history) => {
  const release = () => history.release(slider);
  let byKeys = false;
  slider.addEventListener("keydown", () => (byKeys = true));
  slider.addEventListener("keyup", () => history.save(slider));
  slider.addEventListener("pointerdown", () => {
    if (byKeys) release();
    byKeys = false;
    for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, release, { once: true });
  });
  slider.addEventListener("change", () => byKeys || release());
  slider.addEventListener("blur", release);
};

/**
 * Bind a range input that lies over a picture's axis. Its values are those of the parameter that it
 * moves; where the axis shows a result that falls as the parameter grows, it runs from the right.
 * @param {HTMLInputElement} handle @param {import("./state.js").State} state
 * @param {import("./undo_stack.js").History} history
 * @returns {(low: number, high: number, code: string) => void} what places it on an axis, whose
 *   numbers have the format
 */
export const bindHandle = (handle, state, history) => {
  const { handle: name = "", moves = "" } = handle.dataset;
  const { low, high, step, format, unit } = state.spec.parameters[name];
  const move = (/** @type {number} */ value) => {
    const stepped = low + Math.round((value - low) / step) * step;
    const kept = Number(Math.min(Math.max(stepped, low), high).toPrecision(12));
    history.apply(state, { ...state.changes(), [name]: kept }, handle);
    handle.value = String(kept); // also where no step was made
  };
  handle.addEventListener("input", () => move(handle.valueAsNumber));
  handle.addEventListener("keydown", (event) => {
    const steps = KEYS[/** @type {keyof typeof KEYS} */ (event.key)];
    const isAcross = event.key === "ArrowLeft" || event.key === "ArrowRight";
    const end = { Home: low, End: high }[event.key];
    if (!steps && end === undefined) return;
    event.preventDefault();
    move(end ?? state.values()[name] + (isAcross && handle.dir ? -steps : steps) * step);
  });
  bindHold(handle, history);
  return (left, right, code) => {
    const value = state.values()[name];
    const reached = moves === name ? [low, high] : state.sweep({ [name]: Float64Array.of(low, high) }, moves);
    const at = (/** @type {number} */ place) =>
      low + ((place - reached[0]) * (high - low)) / (reached[1] - reached[0]);
    const ends = [at(left), at(right)];
    handle.classList.toggle("unseen", !ends.every(Number.isFinite));
    setMark(handle, "dir", ends[1] < ends[0] ? "rtl" : "");
    setMark(handle, "min", String(Math.min(...ends)));
    setMark(handle, "max", String(Math.max(...ends)));
    handle.value = String(value);
    const said = `${exactNumber(value, format)} ${unitSaid(unit)}`.trim();
    const shown = moves === name ? "" : `: ${formatNumber(state.results()[moves], code)}`;
    handle.setAttribute("aria-valuetext", said + shown);
  };
};
