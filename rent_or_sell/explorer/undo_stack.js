// @ts-check
// Undo for hosts that have no address bar, such as JupyterLab.

/**
 * @typedef {import("./state.js").Changes} Changes
 * What remembers changes. `apply` makes one: while a control moves the change is not yet `settled`.
 * A host that can give `workbook` gives the model as a file with the reader's values.
 * @typedef {{
 *   apply(state: import("./state.js").State, changes: Changes, settled: boolean): void,
 *   undo?: (state: import("./state.js").State) => void, canUndo?: () => boolean,
 *   link?: (state: import("./state.js").State) => string,
 *   workbook?: (state: import("./state.js").State) => Promise<Blob>
 * }} History
 */

/** @returns {History} */
export const undoStack = () => {
  /** @type {Changes[]} */
  const earlier = [];
  let moving = false;
  return {
    apply(state, changes, settled) {
      if (!moving) earlier.push({ ...state.changes() });
      moving = !settled;
      state.set(changes);
    },
    undo(state) {
      const last = earlier.pop();
      if (last) state.set(last);
    },
    canUndo: () => earlier.length > 0,
  };
};
