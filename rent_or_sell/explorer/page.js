// @ts-check
// The published page's host: no kernel, state in memory, history in the address bar.

import { carriedCase } from "./carried_case.js";
import { editionNotice } from "./edition_notice.js";
import { bindExplorer } from "./explorer.js";
import { givenFiles } from "./given_files.js";
import { named, readFragment, readLink, readPairs, shortened, toFragment } from "./link.js";
import { memoryModel } from "./memory_model.js";
import { createState } from "./state.js";
import { differ } from "./undo_stack.js";

/** @typedef {import("./state.js").State} State */

/** While a control moves the address follows at this pace: browsers refuse faster rewriting. */
const PACE = 400;

/**
 * @param {import("./explorer.js").Parts} parts
 * @param {{models: Record<string, import("./compute.js").GeneratedModel>, specs: object[],
 *   resultOf?: (name: string) => any}} here
 *   what the page's own script says: its models, and its specs if they are not on the page; it is
 *   given what others on the page may ask for, a result in the first explorer that has it
 */
export const startExplorers = (parts, here) => {
  const { models, specs } = here;
  /** @type {Map<string, State>} */
  const states = new Map();
  here.resultOf = (name) =>
    [...states.values()].map((state) => state.results()[name]).find((value) => value !== undefined);
  const history = addressHistory(states);
  sayAgain();
  const given = givenFiles(document.currentScript?.dataset ?? {}, linkOf);
  const carried = carriedCase();
  let isOpen = false; // what a link or the history sets is not yet the reader's own
  for (const [place, spec] of document.querySelectorAll(".explorer-spec").entries()) {
    const root = /** @type {HTMLElement} */ (spec.previousElementSibling);
    const state = createState(memoryModel(spec.textContent || JSON.stringify(specs[place])), models);
    states.set(state.spec.id, state);
    state.subscribe(() => isOpen && carried?.keep(state)); // before its parts ask for it
    bindExplorer(root, state, { ...history, ...given, carried }, parts);
  }
  if (states.size) history.start();
  isOpen = true;
};

/** What an explorer of the page says of an assumption, one below refers to: it says so itself. */
const sayAgain = () => {
  for (const above of document.querySelectorAll("[data-above]")) {
    const control = /** @type {HTMLElement} */ (above.closest("[data-parameter]"));
    const first = document.querySelector(`[data-parameter="${control.dataset.parameter}"] .evidence`);
    if (first) above.replaceWith(first.cloneNode(true));
  }
};

/**
 * Every entry of the browser's history carries all explorers' changes. A change begins a new one,
 * which is rewritten while a hand holds on: Back undoes a change, not a pixel. An entry is spare
 * while it holds what the one before it does, as after a drag away and back: the next change takes
 * it, and Back passes over it.
 * @param {Map<string, State>} states @returns {Omit<import("./undo_stack.js").History, "files"> & {start(): void}}
 */
const addressHistory = (states) => {
  /** @type {{by: object, state: State, before: import("./state.js").Changes} | null} */
  let held = null;
  let timer = 0;
  let place = 0;
  let spare = false;
  const entry = () => ({ explorers: snapshot(states), place, spare });
  const write = (/** @type {"pushState" | "replaceState"} */ method, /** @type {State} */ state) =>
    history[method](entry(), "", fragmentOf(state));
  const begin = (/** @type {State} */ state) => {
    const method = spare ? "replaceState" : "pushState";
    if (!spare) place += 1;
    spare = false;
    write(method, state);
  };
  // Whoever else writes entries, as Sphinx does when its page is loaded, leaves out the explorers.
  const keep = () => history.state?.explorers || history.replaceState(entry(), "");
  const quiet = () => {
    for (const id of states.keys()) tell(id, []);
  };
  const save = (/** @type {object} */ hold) => {
    if (held?.by !== hold) return;
    clearTimeout(timer);
    spare = !differ(held.state, held.before);
    write("replaceState", held.state);
    quiet();
  };
  const release = (/** @type {object} */ hold) => {
    save(hold);
    if (held?.by === hold) held = null;
  };
  const travel = (/** @type {PopStateEvent} */ { state }) => {
    clearTimeout(timer);
    held = null;
    if (!state?.explorers) return follow();
    const passes = spare && 0 < state.place && state.place < place;
    ({ place, spare } = state);
    restore(states, state.explorers);
    quiet();
    if (passes) history.back();
  };
  // A link on the page.
  const follow = () => {
    place += 1;
    spare = false;
    enter(false);
  };
  const enter = (/** @type {boolean} */ scroll) => {
    openLink(states, scroll);
    // Reloaded, or come back to: what was changed in other explorers is not in the address.
    if (history.state?.explorers) restore(states, history.state.explorers);
    history.replaceState(entry(), "");
  };
  return {
    start() {
      ({ place, spare } = { place, spare, ...history.state });
      enter(true);
      window.addEventListener("load", keep);
      window.addEventListener("popstate", travel);
      window.addEventListener("pagehide", () => held && release(held.by));
    },
    apply(state, wanted, hold = null) {
      const changes = state.adjusted(wanted);
      if (held && held.by !== hold) release(held.by);
      const isNew = !held && differ(state, changes);
      const before = state.changes();
      if (isNew) keep();
      state.set(changes);
      if (isNew) {
        begin(state);
        held = hold && { by: hold, state, before };
        if (!hold) quiet();
      } else if (held) {
        clearTimeout(timer);
        timer = setTimeout(() => write("replaceState", state), PACE);
      }
    },
    save,
    release,
    link: linkOf,
  };
};

/** @param {State} state */
const linkOf = (state) => location.href.split("#")[0] + fragmentOf(state);

/** @param {State} state */
const fragmentOf = (state) => toFragment(state.spec.id, state.changes(), state.spec.edition);

/** @param {Map<string, State>} states */
const snapshot = (states) =>
  Object.fromEntries([...states].map(([id, state]) => [id, state.changes()]));

/**
 * Sets what an entry remembers, as far as it fits the page: a page may be newer than its entries.
 * @param {Map<string, State>} states @param {Record<string, Record<string, number>>} explorers
 */
const restore = (states, explorers) => {
  for (const [id, state] of states) {
    const pairs = Object.entries(explorers[id] ?? {}).map(([name, value]) => [name, String(value)]);
    const { changes } = readPairs(/** @type {[string, string][]} */ (pairs), state.spec.parameters);
    if (differ(state, changes)) state.set(changes);
  }
};

/** @param {Map<string, State>} states @param {boolean} scroll */
const openLink = (states, scroll) => {
  const link = readFragment(location.hash);
  if (!link) return;
  const state = states.get(link.id);
  if (!state) {
    const [first] = states.keys();
    tell(first, [`The link is to an explorer that is not on this page: ${shortened(link.id)}.`]);
    return;
  }
  const { changes, ignored } = readLink(link, state.spec.parameters);
  state.set(changes);
  const lines = editionNotice(link.edition, state.spec.edition);
  if (ignored.length) lines.push(`Ignored from the link: ${named(ignored).join("; ")}.`);
  tell(link.id, lines);
  if (scroll) explorerOf(link.id)?.scrollIntoView();
};

/**
 * Says what a link brought; nothing once the reader has changed something.
 * @param {string} id @param {(string | HTMLElement)[]} lines
 */
const tell = (id, lines) => {
  const notice = explorerOf(id)?.querySelector(".ignored");
  notice?.replaceChildren(...lines);
  notice?.toggleAttribute("hidden", !lines.length);
};

/** @param {string} id @returns {HTMLElement | null} */
const explorerOf = (id) => document.querySelector(`.explorer[data-explorer="${CSS.escape(id)}"]`);
