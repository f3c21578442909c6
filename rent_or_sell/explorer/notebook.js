// @ts-check
// The notebook's host: an anywidget model holds the state, and undo is a button.

import { bindExplorer } from "./explorer.js";
import { createState } from "./state.js";
import { undoStack } from "./undo_stack.js";

/**
 * The anywidget contract: `model` carries the traits `_markup`, `_spec` and `changes`.
 * @param {{model: import("./state.js").HostModel, el: HTMLElement}} host
 * @param {import("./explorer.js").Parts} parts
 * @param {Record<string, import("./compute.js").GeneratedModel>} models
 * @returns {() => void} the clean-up
 */
export const render = ({ model, el }, parts, models) => {
  el.innerHTML = model.get("_markup"); // made by the package, every datum in it escaped
  const root = /** @type {HTMLElement} */ (el.querySelector(".explorer"));
  keepKeys(root);
  const state = createState(model, models);
  const stop = bindExplorer(root, state, undoStack(), parts);
  return () => {
    stop();
    state.close();
  };
};

/**
 * JupyterLab's shortcuts (arrows move between cells) leave alone whatever says that it has the keys.
 * @param {HTMLElement} root
 */
const keepKeys = (root) =>
  root.addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLElement) target.dataset.lmSuppressShortcuts = "true";
  });
