// @ts-check
// Pinned cases: kept while the page is open, and links as long as one likes.

import { copyLink } from "../../clipboard.js";

/**
 * @typedef {import("../../state.js").Changes} Changes
 * @typedef {{key: string, label: string, changes: Changes, link: string}} Pin
 */

const MOST = 5;
const LONGEST_NAME = 40;

/**
 * Bind the button that pins, and the list of what is pinned; return the pins.
 * @param {HTMLElement} element @param {import("../../state.js").State} state
 * @param {import("../../undo_stack.js").History} history @param {() => void} changed
 * @returns {() => Pin[]}
 */
export const bindPins = (element, state, history, changed) => {
  const find = (/** @type {string} */ selector) =>
    /** @type {HTMLElement} */ (element.querySelector(selector));
  const button = /** @type {HTMLButtonElement} */ (find(".pin"));
  const list = find(".pin-list");
  const hint = find(".pins-hint");
  /** @type {Pin[]} */
  let pins = [];
  let made = 0;

  const show = () => {
    list.hidden = !pins.length;
    button.disabled = pins.length >= MOST;
    hint.textContent = button.disabled
      ? `${MOST} are pinned, as many as there is room for: remove one first.`
      : "Keep it to compare with, as you change on.";
    changed();
  };
  button.addEventListener("click", () => {
    made += 1;
    const link = history.link?.(state) ?? "";
    const pin = { key: `·pin${made}`, label: `Case ${made}`, changes: { ...state.changes() }, link };
    pins.push(pin);
    const remove = () => {
      pins = pins.filter((one) => one !== pin);
      item.remove();
      show();
      button.focus();
    };
    const item = itemOf(pin, show, () => history.apply(state, pin.changes), remove);
    list.append(item);
    show();
  });
  return () => pins;
};

/**
 * @param {Pin} pin @param {() => void} renamed @param {() => void} open @param {() => void} remove
 */
const itemOf = (pin, renamed, open, remove) => {
  const item = document.createElement("li");
  const name = document.createElement("input");
  name.className = "pin-name";
  name.value = pin.label;
  name.maxLength = LONGEST_NAME;
  name.setAttribute("aria-label", `Name of ${pin.label}`);
  const automatic = pin.label;
  name.addEventListener("change", () => {
    pin.label = name.value = name.value.slice(0, LONGEST_NAME).trim() || automatic;
    renamed();
  });
  item.append(name, opener(pin, open));
  if (pin.link) {
    const said = document.createElement("span");
    said.setAttribute("role", "status");
    const copy = action("Copy link", async () => {
      said.textContent = await copyLink(pin.link);
    });
    item.append(copy, action("Remove", remove), said);
  } else item.append(action("Remove", remove));
  return item;
};

/** A link where there are links, otherwise a button. @param {Pin} pin @param {() => void} open */
const opener = ({ link }, open) => {
  if (!link) return action("Open", open);
  const anchor = document.createElement("a");
  anchor.className = "button";
  anchor.href = link;
  anchor.textContent = "Open";
  return anchor;
};

/** @param {string} words @param {() => void} act */
const action = (words, act) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = words;
  button.addEventListener("click", act);
  return button;
};
