// @ts-check
// The controls: a slider and a box for each assumption, its small curve, its reset.

import { bindHold } from "../../handle.js";
import { shortened } from "../../link.js";
import { setHidden, setMark, setShare } from "../../marks.js";
import { exactNumber, formatNumber, parseNumber } from "../../number_format.js";
import { writeSentence } from "../../sentence.js";
import { unitSaid } from "../../units.js";
import { write } from "../../values.js";
import { drawCurve } from "./curve.js";

/** @type {import("../../explorer.js").Bind} */
export const bind = (element, state, history, { curves, signs, stops }) => {
  const controls = [...element.querySelectorAll("[data-parameter]")].map((control) =>
    bindControl(/** @type {HTMLElement} */ (control), state, history, curves, signs),
  );
  for (const [name, stop] of Object.entries(stops)) {
    const control = /** @type {HTMLElement} */ (element.querySelector(`[data-parameter="${name}"]`));
    controls.push(() => placeStop(control, stop, state));
  }
  bindOrigins(element);
  const update = () => controls.forEach((each) => each());
  element.addEventListener("toggle", update); // curves of folded controls wait to be seen
  return update;
};

/**
 * @param {HTMLElement} control @param {import("../../state.js").State} state
 * @param {import("../../undo_stack.js").History} history @param {Record<string, string>} curves
 * @param {Record<string, string[]>} signs before and behind the values of a curve's scale
 */
const bindControl = (control, state, history, curves, signs) => {
  const name = control.dataset.parameter ?? "";
  const parameter = state.spec.parameters[name];
  const slider = /** @type {HTMLInputElement} */ (control.querySelector("input[type=range]"));
  const box = /** @type {HTMLInputElement} */ (control.querySelector(".control-value"));
  const reset = /** @type {HTMLButtonElement} */ (control.querySelector(".control-reset"));
  const complaint = /** @type {HTMLElement} */ (control.querySelector(".complaint"));
  const curve = /** @type {SVGElement | null} */ (control.querySelector(".curve"));
  /** @type {[number, number]} */
  const range = [Number(slider.min), Number(slider.max)];
  const scale = control.querySelectorAll(".curve-scale > span");
  const full = control.querySelector(".tens-full");

  const apply = (/** @type {number} */ value, /** @type {object | null} */ hold = null) =>
    history.apply(state, { ...state.changes(), [name]: value }, hold);
  const complain = (/** @type {string} */ text) => {
    write(complaint, text);
    setHidden(complaint, !text);
    setMark(box, "aria-invalid", String(Boolean(text)));
  };
  const typed = () => parseNumber(box.value, parameter.format, parameter.unit);
  const fits = (/** @type {number} */ value) => value >= parameter.min && value <= parameter.max;
  // Sliders count in binary steps: 0.8 + 7 × 0.05 must still be 1.15.
  const slid = () => Number(slider.valueAsNumber.toPrecision(12));

  slider.addEventListener("input", () => apply(slid(), slider));
  bindHold(slider, history);
  box.addEventListener("change", () => {
    const value = typed();
    if (fits(value)) {
      apply(value);
      show(value); // also what was typed for the value that it has already
    } else complain(complaintOf(box.value, value, parameter));
  });
  box.addEventListener("input", () => fits(typed()) && complain(""));
  box.addEventListener("keydown", ({ key }) => key === "Escape" && show(state.values()[name]));
  reset.addEventListener("click", () => {
    apply(parameter.base);
    slider.focus();
  });

  let shown = NaN;
  let written = "";
  const show = (/** @type {number} */ value) => {
    const text = exactNumber(value, parameter.format);
    slider.value = String(value);
    written = box.value = text;
    slider.setAttribute("aria-valuetext", `${text} ${unitSaid(parameter.unit)}`.trim());
    complain("");
    setMark(full, "d", tenThings(value));
    shown = value;
  };
  return () => {
    const value = state.values()[name];
    // Also what was typed and not taken goes when something else is chosen.
    if (value !== shown || box.value !== written) show(value);
    const isChanged = name in state.changes();
    setHidden(reset, !isChanged);
    control.classList.toggle("is-changed", isChanged);
    if (!curve || curve.closest("details:not([open])")) return;
    const ends = drawCurve(curve, state, name, curves[name], range);
    scale.forEach((end, place) => write(end, endWords(ends[place], signs[curves[name]])));
  };
};

/** An end of a curve's scale, short; none where no curve is. @param {number} end @param {string[]} signs */
const endWords = (end, [before, behind]) => {
  if (!Number.isFinite(end)) return "";
  const code = Math.abs(end) >= 1e5 ? ".2M" : ",.2r";
  return formatNumber(end, before + code) + behind;
};

/**
 * The mark on ten boxes stands where they would be filled to; without words there is none.
 * @param {HTMLElement} control @param {{result: string, words: import("../../sentence.js").Case[][]}} stop
 * @param {import("../../state.js").State} state
 */
const placeStop = (control, { result, words }, state) => {
  const said = /** @type {HTMLElement} */ (control.querySelector(".stop-words"));
  writeSentence(said, words, state);
  const place = said.textContent ? along(state.results()[result]) : 0;
  setShare(control.querySelector(".stop .ruler"), "width", place);
  setMark(control.querySelector(".tens-stop"), "d", said.textContent ? `M${(100 * place).toFixed(2)} 0V20` : "");
};

/** Where ten boxes filled to a share end, as a part of the picture's width. @param {number} share */
const along = (share) => {
  const full = Math.min(Math.floor(10 * share), 9);
  return (10 * full + 1 + 8 * (10 * share - full)) / 100;
};

/** Ten boxes of which a share is there, in a picture of 100 by 20. @param {number} share */
const tenThings = (share) =>
  Array.from({ length: 10 }, (_, place) => Math.min(Math.max(10 * share - place, 0), 1))
    .map((count, place) => count && `M${10 * place + 1} 1h${(8 * count).toFixed(2)}v18h-${(8 * count).toFixed(2)}z`)
    .filter(Boolean)
    .join("");

/**
 * What was typed, how it was read if it is a number, and what would fit.
 * @param {string} text @param {number} value @param {import("../../state.js").Parameter} parameter
 */
const complaintOf = (text, value, { min, max, format, unit }) => {
  const read = Number.isNaN(value) ? "is not a number" : `is read as ${exactNumber(value, format)}`;
  const limits = `${formatNumber(min, format)} to ${formatNumber(max, format)}`;
  return `“${shortened(text)}” ${read}, which does not fit: give a number from ${limits}${unit && ` ${unit}`}.`;
};

/** Notes close when the reader turns elsewhere, with the keyboard too: they lie over the next control. @param {HTMLElement} element */
const bindOrigins = (element) => {
  const root = element.closest(".explorer") ?? element;
  const close = (/** @type {Element | null} */ except) => {
    for (const open of element.querySelectorAll(".origin[open]")) {
      if (open !== except) open.removeAttribute("open");
    }
  };
  for (const turn of ["click", "focusin"]) {
    root.addEventListener(turn, ({ target }) =>
      close(target instanceof Element ? target.closest(".origin") : null),
    );
  }
  root.addEventListener("keydown", (event) => {
    if (/** @type {KeyboardEvent} */ (event).key !== "Escape") return;
    const left = document.activeElement?.closest(".origin[open]")?.querySelector("summary");
    close(null);
    left?.focus();
  });
};
