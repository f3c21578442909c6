// @ts-check
// The scenario buttons: each applies a patch over the base case; the one in force is pressed.

/** @type {import("../../explorer.js").Bind} */
export const bind = (element, state, history) => {
  const buttons = /** @type {HTMLElement[]} */ ([...element.querySelectorAll("[data-scenario]")]);
  const changesOf = (/** @type {HTMLElement} */ button) =>
    state.spec.presets[button.dataset.scenario ?? ""];
  for (const button of buttons) {
    button.addEventListener("click", () => history.apply(state, changesOf(button), true));
  }
  return () => {
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(areSame(changesOf(button), state.changes())));
    }
  };
};

/** @param {import("../../state.js").Changes} one @param {import("../../state.js").Changes} other */
const areSame = (one, other) =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([name, value]) => other[name] === value);
