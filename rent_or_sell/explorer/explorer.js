// @ts-check
// Brings an explorer's markup to life: the host's model holds the state, the page mirrors it.

import { bindBars } from "./bars.js";
import { bindChanged } from "./changed.js";
import { bindControls } from "./controls.js";
import { bindDealZone } from "./deal_zone.js";
import { bindPlots } from "./plots.js";
import { bindResults } from "./results.js";
import { bindScenarios } from "./scenarios.js";
import { bindSentences } from "./sentence.js";
import { createState } from "./state.js";
import { undoStack } from "./undo_stack.js";

/**
 * The anywidget contract: `model` carries the traits `_markup`, `_spec` and `changes`.
 * @param {{model: import("./state.js").HostModel, el: HTMLElement}} host
 * @returns {() => void} the clean-up
 */
export function render({ model, el }) {
  el.innerHTML = model.get("_markup"); // made by the package, every datum in it escaped
  const root = /** @type {HTMLElement} */ (el.querySelector(".explorer"));
  keepKeys(root);
  return bindExplorer(root, createState(model), undoStack());
}

/**
 * Bind markup that is already on the page.
 * @param {HTMLElement} root
 * @param {import("./state.js").State} state
 * @param {import("./undo_stack.js").History} history
 * @returns {() => void} the clean-up
 */
export function bindExplorer(root, state, history) {
  const parts = [
    bindSentences,
    bindControls,
    bindBars,
    bindDealZone,
    bindPlots,
    bindResults,
    bindScenarios,
    bindChanged,
  ].map((bind) => bind(root, state, history));
  const update = () => parts.forEach((part) => part());
  const stop = state.subscribe(update);
  root.dataset.live = "";
  update();
  return stop;
}

/**
 * JupyterLab's shortcuts (arrows move between cells) leave alone whatever says that it has the keys.
 * @param {HTMLElement} root
 */
const keepKeys = (root) =>
  root.addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLElement) target.dataset.lmSuppressShortcuts = "true";
  });
