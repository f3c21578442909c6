// @ts-check
// Brings an explorer's frame to life: the host's model holds the state, every part mirrors it.

import { restAll } from "./at_rest.js";

/**
 * What a part's module exports: it is given its element and returns what updates it.
 * @typedef {(element: HTMLElement, state: import("./state.js").State,
 *   history: import("./undo_stack.js").History, settings: any) => () => void} Bind
 * @typedef {Record<string, Bind>} Parts by kind
 */

/** What is out of sight follows when the reader's hand rests this long: milliseconds. */
const REST = 100;

/** How a reader turns to a part. */
const TURNS = ["pointerover", "focusin"];

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
  /** @type {Map<Element, () => void>} */
  const updates = new Map(
    state.spec.parts.map(({ kind, settings }, place) => [
      elements[place],
      parts[kind](elements[place], state, history, settings),
    ]),
  );
  const { start, update, close } = inSightFirst(root, updates);
  const stop = state.subscribe(update);
  root.dataset.live = "";
  if (Object.keys(state.changes()).length) update();
  else start(); // the frame shows the base case already
  return () => {
    stop();
    close();
  };
};

/** What has no box of its own, but its children have, is in sight for all that a browser can tell.
 * @param {Element} element */
const isBoxless = (element) => getComputedStyle(element).display === "contents";

/**
 * Updates what is in sight at once, and the rest at leisure: a move of a slider waits for nothing
 * that its reader does not see. The rest comes part after part, that another move finds a gap. While
 * a part is behind, the explorer is `data-waiting`.
 * @param {HTMLElement} root @param {Map<Element, () => void>} updates by element
 */
const inSightFirst = (root, updates) => {
  const inSight = new Set(updates.keys()); // until the browser says what is not
  /** @type {Set<Element>} */
  const waiting = new Set();
  let timer = 0;
  const bring = (/** @type {Element[]} */ elements) => {
    for (const element of elements) {
      waiting.delete(element);
      updates.get(element)?.();
    }
    root.toggleAttribute("data-waiting", waiting.size > 0);
  };
  const bringAll = () => bring([...waiting]);
  const beReady = () => {
    bringAll();
    restAll();
  };
  const bringRest = () => {
    const [next] = waiting;
    if (next) bring([next]);
    if (waiting.size) timer = setTimeout(bringRest);
  };
  const wait = () => {
    clearTimeout(timer);
    for (const element of updates.keys()) waiting.add(element);
    timer = setTimeout(bringRest, REST);
  };
  // Where the keyboard is, the reader is, though the browser may not have told yet.
  const isSeen = (/** @type {Element} */ element) =>
    inSight.has(element) || element.contains(document.activeElement);
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      inSight[isIntersecting || isBoxless(target) ? "add" : "delete"](target);
    }
    bring([...waiting].filter(isSeen));
  });
  for (const element of updates.keys()) observer.observe(element);
  window.addEventListener("beforeprint", beReady);
  // What a reader points at, or turns the keyboard to, is up to date: a late update would move it
  // away from under the hand. What a press does may speak of any part.
  const bringTarget = (/** @type {Event} */ { target }) =>
    bring([...waiting].filter((element) => element.contains(/** @type {Node} */ (target))));
  for (const turn of TURNS) root.addEventListener(turn, bringTarget, true);
  root.addEventListener("click", bringAll, true);
  return {
    start: () => {
      wait();
      bring([]);
    },
    update() {
      wait();
      bring([...waiting].filter(isSeen));
    },
    close() {
      clearTimeout(timer);
      observer.disconnect();
      window.removeEventListener("beforeprint", beReady);
      for (const turn of TURNS) root.removeEventListener(turn, bringTarget, true);
      root.removeEventListener("click", bringAll, true);
    },
  };
};
