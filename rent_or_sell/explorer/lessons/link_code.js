// @ts-check
// Shows a link as a code that phones read off a wall, while its fold is open.

import { write } from "../values.js";

/** Beyond it no phone reads a code off a wall: rows of version 20. */
const MOST_ROWS = 97;

const QUIET = 4; // light modules around a code, without which phones do not find it

const TOO_LONG = "This is too long for a code that a phone reads off a wall: shorten the question, or fix fewer values.";

/**
 * @param {HTMLDetailsElement} fold @param {() => string} link to show, unless another address is given
 * @returns {() => void} what draws it anew
 */
export const bindCode = (fold, link) => {
  const find = (/** @type {string} */ selector) => /** @type {Element} */ (fold.querySelector(selector));
  const [box, picture, path, said] = ["input", "svg", "path", ".links-code-said"].map(find);
  fold.hidden = !("qrcode" in globalThis);
  const draw = () => {
    if (!fold.open) return;
    const rows = rowsOf(/** @type {HTMLInputElement} */ (box).value.trim() || link());
    picture.toggleAttribute("hidden", !rows);
    write(/** @type {HTMLElement} */ (said), rows ? "" : TOO_LONG);
    if (!rows) return;
    const side = rows.length + 2 * QUIET;
    const dark = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])));
    picture.setAttribute("viewBox", `${-QUIET} ${-QUIET} ${side} ${side}`);
    path.setAttribute("d", dark.join(""));
  };
  fold.addEventListener("toggle", draw);
  return draw;
};

/** The rows of the code of an address, dark or not; null if it is too long. @param {string} address */
const rowsOf = (address) => {
  const make = /** @type {typeof import("qrcode-generator")} */ (/** @type {any} */ (globalThis).qrcode);
  make.stringToBytes = (text) => [...new TextEncoder().encode(text)];
  const code = make(0, "L");
  code.addData(address);
  try {
    code.make();
  } catch {
    return null;
  }
  const each = [...Array(code.getModuleCount()).keys()];
  return each.length > MOST_ROWS ? null : each.map((y) => each.map((x) => code.isDark(y, x)));
};
