// @ts-check
// Carries the reader's case from page to page: for the session, and in this browser alone.

import { readPairs, readText } from "./link.js";

/**
 * @typedef {import("./state.js").State} State
 * @typedef {import("./state.js").Changes} Changes
 *
 * Of the case, `of` is what a model reads and its limits allow; `keep` takes in what an explorer has
 * changed, over what was brought here; `forget` drops all of it. A listener is called when the case
 * has changed and no explorer has.
 * @typedef {{
 *   of(state: State): Changes, keep(state: State): void, forget(): void,
 *   subscribe(listener: () => void): void
 * }} CarriedCase
 */

const NAME = "rent-or-sell-case";

/** Characters; what is longer was not written here. */
const LONGEST = 10_000;

/** Nothing is carried where a browser forbids its pages to keep anything.
 * @returns {CarriedCase | undefined} */
export const carriedCase = () => {
  const storage = opened();
  if (!storage) return undefined;
  /** What was changed on this page, the last one last. @type {Map<State, Changes>} */
  const made = new Map();
  /** @type {Set<() => void>} */
  const listeners = new Set();
  const tell = () => listeners.forEach((listener) => listener());
  let brought = read(storage);
  const all = () => Object.entries(Object.assign({}, brought, ...made.values()));
  const pairs = () => all().map(([name, value]) => /** @type {[string, string]} */ ([name, String(value)]));
  // A page that the browser had put by: the case may have changed elsewhere.
  window.addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    made.clear();
    brought = read(storage);
    tell();
  });
  return {
    of: (state) => readPairs(pairs(), state.spec.parameters).changes,
    keep(state) {
      made.delete(state);
      made.set(state, state.changes());
      write(storage, pairs());
    },
    forget() {
      brought = {};
      made.clear();
      write(storage, []);
      tell();
    },
    subscribe: (listener) => listeners.add(listener),
  };
};

const opened = () => {
  try {
    sessionStorage.getItem(NAME);
    return sessionStorage;
  } catch {
    return undefined;
  }
};

/** What another page has left, be it what it may: it is checked like a link when it is asked for.
 * @param {Storage} storage @returns {Record<string, string>} */
const read = (storage) => {
  const text = storage.getItem(NAME) ?? "";
  return Object.fromEntries(readText(text.length > LONGEST ? "" : text).pairs);
};

/** @param {Storage} storage @param {[string, string][]} pairs */
const write = (storage, pairs) => {
  try {
    if (pairs.length) storage.setItem(NAME, new URLSearchParams(pairs).toString());
    else storage.removeItem(NAME);
  } catch {
    // a full storage keeps what it has
  }
};
