// @ts-check
// The notebook's host: an anywidget model holds the state, and undo is a button.

import { bindExplorer } from "./explorer.js";
import { files } from "./files/take.js";
import { WORKBOOK } from "./files/workbook.js";
import { createState } from "./state.js";
import { undoStack } from "./undo_stack.js";

/**
 * What anywidget's model can do besides: talk with Python.
 * @typedef {import("./state.js").HostModel & {
 *   send(message: any): void,
 *   on(event: "msg:custom", listener: (message: any, buffers: DataView<ArrayBuffer>[]) => void): void
 *   off(event: "msg:custom", listener: (message: any, buffers: DataView<ArrayBuffer>[]) => void): void
 * }} NotebookModel
 */

/**
 * The anywidget contract: `model` carries the traits `_markup`, `_spec` and `changes`.
 * @param {{model: NotebookModel, el: HTMLElement}} host
 * @param {import("./explorer.js").Parts} parts
 * @param {Record<string, import("./compute.js").GeneratedModel>} models
 * @returns {() => void} the clean-up
 */
export const render = ({ model, el }, parts, models) => {
  el.innerHTML = model.get("_markup"); // made by the package, every datum in it escaped
  const root = /** @type {HTMLElement} */ (el.querySelector(".explorer"));
  keepKeys(root);
  const state = createState(model, models);
  const stop = bindExplorer(root, state, { ...undoStack(), ...workbooks(model), files: async () => files }, parts);
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

/** A kernel that is busy or gone does not answer. */
const PATIENCE = 20_000;

/**
 * The model as a workbook, which Python writes.
 * @param {NotebookModel} model @returns {Pick<import("./undo_stack.js").History, "workbook">}
 */
const workbooks = (model) => ({
  workbook: () =>
    new Promise((resolve, reject) => {
      const end = () => {
        clearTimeout(timer);
        model.off("msg:custom", hear);
      };
      const hear = (/** @type {any} */ message, /** @type {DataView<ArrayBuffer>[]} */ [file]) => {
        if (message?.workbook === undefined) return;
        end();
        resolve(new Blob([file], { type: WORKBOOK }));
      };
      const timer = setTimeout(() => {
        end();
        reject(new Error("Python did not answer; is the kernel running?"));
      }, PATIENCE);
      model.on("msg:custom", hear);
      model.send({ workbook: true });
    }),
});
