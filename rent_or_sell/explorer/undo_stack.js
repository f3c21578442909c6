// @ts-check
// Undo for hosts that have no address bar, such as JupyterLab.

/**
 * @typedef {import("./state.js").Changes} Changes
 * What remembers changes. `apply` makes one. What a hand does while it holds something, a slider, is
 * one change: such moves name what is held, until it is let go by `release`; `save` keeps what has
 * come of it so far.
 * `files` loads what makes files of a case. A host that can give `workbook` gives the model as a file with the reader's values, and one that
 * has `carried` takes the reader's case along to other pages.
 * @typedef {{
 *   apply(state: import("./state.js").State, changes: Changes, hold?: object | null): void,
 *   save(hold: object): void, release(hold: object): void,
 *   undo?: (state: import("./state.js").State) => void, canUndo?: () => boolean,
 *   link?: (state: import("./state.js").State) => string,
 *   files(): Promise<typeof import("./files/take.js").files>,
 *   workbook?: (state: import("./state.js").State) => Promise<Blob>,
 *   carried?: import("./carried_case.js").CarriedCase
 * }} History
 */

/** Whether changes would alter the reader's case. @param {import("./state.js").State} state @param {Changes} changes */
export const differ = (state, changes) =>
  Object.entries(state.values()).some(
    ([name, value]) => value !== (changes[name] ?? state.spec.parameters[name].base),
  );

/** @returns {Omit<History, "files">} */
export const undoStack = () => {
  /** @type {Changes[]} */
  const earlier = [];
  /** @type {object | null} */
  let held = null;
  return {
    apply(state, wanted, hold = null) {
      const changes = state.adjusted(wanted);
      if ((!hold || hold !== held) && differ(state, changes)) {
        earlier.push({ ...state.changes() });
        held = hold;
      }
      state.set(changes);
    },
    save() {},
    release(hold) {
      if (hold === held) held = null;
    },
    undo(state) {
      held = null;
      const last = earlier.pop();
      if (last) state.set(last);
    },
    canUndo: () => earlier.length > 0,
  };
};
