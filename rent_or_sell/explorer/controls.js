// @ts-check
// The controls: a slider and a box for each assumption, its small curve, its reset.

import { drawCurve } from "./curve.js";
import { exactNumber, formatNumber, parseNumber } from "./number_format.js";

/** @typedef {import("./undo_stack.js").History} History */

/** @param {HTMLElement} root @param {import("./state.js").State} state @param {History} history */
export const bindControls = (root, state, history) => {
  const controls = [...root.querySelectorAll("[data-parameter]")].map((element) =>
    bindControl(/** @type {HTMLElement} */ (element), state, history),
  );
  bindOrigins(root);
  for (const fold of root.querySelectorAll(".more-assumptions")) {
    fold.addEventListener("toggle", () => controls.forEach((update) => update()));
  }
  return () => controls.forEach((update) => update());
};

/** @param {HTMLElement} control @param {import("./state.js").State} state @param {History} history */
const bindControl = (control, state, history) => {
  const name = control.dataset.parameter ?? "";
  const parameter = state.spec.parameters[name];
  const slider = /** @type {HTMLInputElement} */ (control.querySelector("input[type=range]"));
  const box = /** @type {HTMLInputElement} */ (control.querySelector(".control-value"));
  const reset = /** @type {HTMLButtonElement} */ (control.querySelector(".control-reset"));
  const complaint = /** @type {HTMLElement} */ (control.querySelector(".complaint"));
  const curve = /** @type {SVGElement} */ (control.querySelector(".curve"));

  const apply = (/** @type {number} */ value, /** @type {boolean} */ settled) =>
    history.apply(state, { ...state.changes(), [name]: value }, settled);
  const complain = (/** @type {string} */ text) => {
    complaint.textContent = text;
    complaint.hidden = !text;
    box.setAttribute("aria-invalid", String(Boolean(text)));
  };
  // Sliders count in binary steps: 0.8 + 7 × 0.05 must still be 1.15.
  const slid = () => Number(slider.valueAsNumber.toPrecision(12));

  slider.addEventListener("input", () => apply(slid(), false));
  slider.addEventListener("change", () => apply(slid(), true));
  box.addEventListener("change", () => {
    const value = parseNumber(box.value, parameter.format);
    if (value >= parameter.min && value <= parameter.max) apply(value, true);
    else complain(`“${box.value}” does not fit: ${limitsOf(parameter)}.`);
  });
  reset.addEventListener("click", () => {
    apply(parameter.base, true);
    slider.focus();
  });

  let shown = NaN;
  return () => {
    const value = state.values()[name];
    if (value !== shown || complaint.hidden) {
      slider.value = String(value);
      box.value = exactNumber(value, parameter.format);
      complain("");
      shown = value;
    }
    slider.setAttribute("aria-valuetext", exactNumber(value, parameter.format));
    reset.hidden = !(name in state.changes());
    control.classList.toggle("is-changed", name in state.changes());
    if (parameter.curve && !curve.closest("details:not([open])")) drawCurve(curve, state, name, parameter);
  };
};

/** @param {import("./state.js").Parameter} parameter */
const limitsOf = ({ min, max, format }) =>
  `give a number from ${formatNumber(min, format)} to ${formatNumber(max, format)}`;

/** Notes close when the reader turns elsewhere. @param {HTMLElement} root */
const bindOrigins = (root) => {
  const close = (/** @type {Element | null} */ except) => {
    for (const open of root.querySelectorAll(".origin[open]")) {
      if (open !== except) open.removeAttribute("open");
    }
  };
  root.addEventListener("click", (event) =>
    close(event.target instanceof Element ? event.target.closest(".origin") : null),
  );
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close(null);
  });
};
