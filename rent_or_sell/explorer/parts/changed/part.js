// @ts-check
// Remembers what was changed: each assumption with its base value and a reset, and all of them.

import { copyLink } from "../../clipboard.js";
import { exactNumber } from "../../number_format.js";
import { write } from "../../values.js";

/** @type {import("../../explorer.js").Bind} */
export const bind = (element, state, history) => {
  const find = (/** @type {string} */ selector) =>
    /** @type {HTMLElement} */ (element.querySelector(selector));
  const summary = find(".changed-summary");
  const list = find(".changed-list");
  const resetAll = find(".reset-all");
  const undo = find(".undo");
  const copy = find(".copy-link");
  const copied = find(".copied");
  const count = Object.keys(state.spec.parameters).length;
  let listed = "";

  resetAll.addEventListener("click", () => history.apply(state, {}));
  undo.addEventListener("click", () => history.undo?.(state));
  copy.addEventListener("click", async () => {
    copied.textContent = await copyLink(history.link?.(state) ?? "");
  });

  return () => {
    const focused = element.contains(document.activeElement) ? document.activeElement : null;
    const names = Object.keys(state.changes());
    const words = `${names.length} of ${count} assumptions changed`;
    write(summary, names.length ? words : "Nothing changed from the base case");
    list.hidden = resetAll.hidden = !names.length;
    undo.hidden = !history.canUndo?.();
    copy.hidden = !history.link;
    state.once("the link copied is of another case", () => write(copied, ""));
    // While one slider moves the list has the same lines with other values.
    if (names.join() !== listed) {
      listed = names.join();
      list.replaceChildren(...names.map((name) => changedItem(name, state, history)));
    }
    names.forEach((name, place) => write(list.children[place].firstChild, wordsOf(name, state)));
    // A button that is gone leaves the keyboard with what it did.
    if (focused && !focused.checkVisibility()) summary.focus({ preventScroll: true });
  };
};

/**
 * @param {string} name @param {import("../../state.js").State} state
 * @param {import("../../undo_stack.js").History} history
 */
const changedItem = (name, state, history) => {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Reset";
  button.setAttribute("aria-label", `Reset ${state.spec.parameters[name].label}`);
  button.addEventListener("click", () => {
    const { [name]: _, ...others } = state.changes();
    history.apply(state, others);
  });
  item.append(wordsOf(name, state), button);
  return item;
};

/** @param {string} name @param {import("../../state.js").State} state */
const wordsOf = (name, state) => {
  const { label, base, format } = state.spec.parameters[name];
  return `${label}: ${exactNumber(base, format)} → ${exactNumber(state.changes()[name], format)} `;
};
