// @ts-check
// The scenario buttons: each applies a patch over the base case; the one in force is pressed.

/**
 * @param {HTMLElement} root @param {import("./state.js").State} state
 * @param {import("./undo_stack.js").History} history
 */
export const bindScenarios = (root, state, history) => {
  const buttons = [...root.querySelectorAll("[data-scenario]")].map(
    (element) => /** @type {HTMLElement} */ (element),
  );
  const changesOf = (/** @type {HTMLElement} */ button) =>
    state.spec.scenarios[button.dataset.scenario ?? ""];
  for (const button of buttons) {
    button.addEventListener("click", () => history.apply(state, changesOf(button), true));
  }
  return () => {
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(sameChanges(changesOf(button), state.changes())));
    }
  };
};

/** @param {import("./state.js").Changes} one @param {import("./state.js").Changes} other */
export const sameChanges = (one, other) =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([name, value]) => other[name] === value);
