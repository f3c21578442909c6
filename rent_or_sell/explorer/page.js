// @ts-check
// The published page's host: no kernel, state in memory, history in the address bar.

import { editionNotice } from "./edition_notice.js";
import { bindExplorer } from "./explorer.js";
import { fillIn } from "./files/workbook.js";
import { readFragment, readPairs, toFragment } from "./link.js";
import { createState } from "./state.js";

/** @typedef {import("./state.js").State} State */

/** While a control moves the address follows at this pace: browsers refuse faster rewriting. */
const PACE = 400;

/**
 * @param {import("./explorer.js").Parts} parts
 * @param {Record<string, import("./compute.js").GeneratedModel>} models
 */
export const startExplorers = (parts, models) => {
  /** @type {Map<string, State>} */
  const states = new Map();
  const addresses = JSON.parse(document.currentScript?.dataset.workbooks ?? "{}");
  for (const spec of document.querySelectorAll(".explorer-spec")) {
    const root = /** @type {HTMLElement} */ (spec.previousElementSibling);
    const state = createState(pageModel(spec.textContent ?? ""), models);
    states.set(state.spec.id, state);
    bindExplorer(root, state, { ...addressHistory(states), ...workbooks(addresses) }, parts);
  }
  if (!states.size) return;
  openLink(states, true);
  window.addEventListener("popstate", ({ state }) => {
    if (state?.explorers) restore(states, state.explorers);
    else if (location.hash) openLink(states, false);
    else states.forEach((explorer) => explorer.set({})); // back where the page was opened
  });
};

/**
 * A stand-in for a kernel's model.
 * @param {string} spec @returns {import("./state.js").HostModel}
 */
const pageModel = (spec) => {
  /** @type {Record<string, any>} */
  const traits = { _spec: spec, changes: {} };
  /** @type {Set<() => void>} */
  const listeners = new Set();
  return {
    get: (name) => traits[name],
    set(name, value) {
      traits[name] = value;
      listeners.forEach((listener) => listener());
    },
    save_changes() {},
    on: (_event, listener) => listeners.add(listener),
    off: (_event, listener) => listeners.delete(listener),
  };
};

/**
 * A new entry when a change begins, rewritten while it goes on: Back undoes a change, not a pixel.
 * @param {Map<string, State>} states @returns {import("./undo_stack.js").History}
 */
const addressHistory = (states) => {
  let moving = false;
  let timer = 0;
  return {
    apply(state, changes, settled) {
      state.set(changes);
      const write = (/** @type {"pushState" | "replaceState"} */ method) =>
        history[method](snapshot(states), "", fragmentOf(state));
      clearTimeout(timer);
      if (!moving) write("pushState");
      else if (settled) write("replaceState");
      else timer = setTimeout(() => write("replaceState"), PACE);
      moving = !settled;
    },
    link: linkOf,
  };
};

/**
 * The model as a workbook: its template is a script that a page loads when a reader asks for it.
 * @param {Record<string, string>} addresses by model
 * @returns {Pick<import("./undo_stack.js").History, "workbook">}
 */
const workbooks = (addresses) => ({
  async workbook(state) {
    const { code } = state.spec;
    const templates = () => /** @type {any} */ (globalThis).explorerWorkbooks;
    if (!templates()?.[code]) await loaded(addresses[code]);
    return fillIn(templates()[code], state.values(), linkOf(state));
  },
});

/** @param {string} address @returns {Promise<void>} */
const loaded = (address) =>
  new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => reject(new Error(`${script.src} cannot be loaded.`)));
    document.head.append(script);
  });

/** @param {State} state */
const linkOf = (state) => location.href.split("#")[0] + fragmentOf(state);

/** @param {State} state */
const fragmentOf = (state) => toFragment(state.spec.id, state.changes(), state.spec.edition);

/** @param {Map<string, State>} states */
const snapshot = (states) => ({
  explorers: Object.fromEntries([...states].map(([id, state]) => [id, state.changes()])),
});

/** @param {Map<string, State>} states @param {Record<string, Record<string, number>>} explorers */
const restore = (states, explorers) => {
  for (const [id, changes] of Object.entries(explorers)) states.get(id)?.set(changes);
};

/** @param {Map<string, State>} states @param {boolean} scroll */
const openLink = (states, scroll) => {
  const link = readFragment(location.hash);
  const state = link && states.get(link.id);
  if (!link || !state) return;
  const { changes, ignored } = readPairs(link.pairs, state.spec.parameters);
  state.set(changes);
  const root = document.querySelector(`.explorer[data-explorer="${CSS.escape(link.id)}"]`);
  const notice = /** @type {HTMLElement | null | undefined} */ (root?.querySelector(".ignored"));
  if (notice) {
    const lines = editionNotice(link.edition, state.spec.edition);
    const all = [...link.again, ...ignored];
    if (all.length) lines.push(`Ignored from the link: ${all.join("; ")}.`);
    notice.replaceChildren(...lines);
    notice.hidden = !lines.length;
  }
  if (scroll) root?.scrollIntoView();
};
