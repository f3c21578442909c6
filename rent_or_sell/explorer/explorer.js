// @ts-check
// Brings an explorer's frame to life: the host's model holds the state, every part mirrors it.

/**
 * What a part's module exports: it is given its element and returns what updates it.
 * @typedef {(element: HTMLElement, state: import("./state.js").State,
 *   history: import("./undo_stack.js").History, settings: any) => () => void} Bind
 * @typedef {Record<string, Bind>} Parts by kind
 */

/**
 * Bind a frame that is on the page.
 * @param {HTMLElement} root
 * @param {import("./state.js").State} state
 * @param {import("./undo_stack.js").History} history
 * @param {Parts} parts
 * @returns {() => void} the clean-up
 */
export const bindExplorer = (root, state, history, parts) => {
  const elements = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-part]"));
  // The frame and the spec have the parts in the same order.
  const updates = state.spec.parts.map(({ kind, settings }, place) =>
    parts[kind](elements[place], state, history, settings),
  );
  const update = () => updates.forEach((each) => each());
  const stop = state.subscribe(update);
  root.dataset.live = "";
  update();
  return stop;
};
