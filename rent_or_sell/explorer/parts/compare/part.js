// @ts-check
// Compares two cases: chosen, pinned or pasted; their bridge at every move, what settles it at rest.

import { bridge } from "../../answers/bridge.js";
import { agree, settle, unknownOf } from "../../answers/compare.js";
import { PASTED, readCase, YOURS } from "./cases.js";
import { bindPins } from "./pins.js";
import { writeTable } from "./table.js";
import { drawRows, rowsOf } from "./waterfall.js";
import { averaged, causeOf, changesOf, saidOf, unknownWords } from "./words.js";

/** The search for what settles it waits until the reader's hand rests: milliseconds. */
const REST = 200;

/**
 * @typedef {import("./cases.js").KnownCase} KnownCase
 * @typedef {import("./words.js").Told} Told
 */

/** @type {import("../../explorer.js").Bind} */
export const bind = (element, state, history, { answers, cases, decisions, asks }) => {
  const { parameters } = state.spec;
  const base = Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [name, parameter.base]),
  );
  const [answer, ...sides] = /** @type {HTMLSelectElement[]} */ ([
    ...element.querySelectorAll("[data-choose]"),
  ]);
  const rows = /** @type {HTMLElement[]} */ ([...element.querySelectorAll(".bridge-row")]);
  const write = (/** @type {string} */ selector, /** @type {string} */ words) => {
    const place = element.querySelector(selector);
    const unbroken = words.replace(/−(?=\$)/g, "−\u2060"); // a sign stays with its number
    if (place && place.textContent !== unbroken) place.textContent = unbroken;
  };
  /** @type {KnownCase | null} */
  let pasted = null;
  let resting = 0;

  /** @returns {Map<string, KnownCase>} every case that can be chosen, by key */
  const known = () =>
    new Map([
      ...Object.entries(cases),
      [YOURS, { label: "Your case", changes: state.changes() }],
      ...pins().map((pin) => /** @type {[string, KnownCase]} */ ([pin.key, pin])),
      ...(pasted ? [/** @type {[string, KnownCase]} */ ([PASTED, pasted])] : []),
    ]);

  const update = () => {
    const all = known();
    const chosen = sides.map((side) => /** @type {KnownCase} */ (all.get(side.value)));
    const [a, b] = chosen.map(({ changes }) => ({ ...base, ...changes }));
    const question = { answer: answer.value, a, b, reads: state.reads(answer.value), many: state.many };
    const made = bridge(question);
    const ends = chosen.map(({ label }) => label);
    const code = answers[answer.value].format;
    /** @type {Told} */
    const told = { made, ends, a, b, code, parameters };
    write(".compare-said", saidOf(told));
    drawRows(rows, rowsOf(made, ends, (name) => parameters[name].label, rows.length), code);
    write(".compare-note", averaged(told));
    write('[data-settle="cause"]', causeOf(told));
    write('[data-settle="unknown"]', unknownWords(told, unknownOf(made, decisions)));
    writeTable(element, told);
    clearTimeout(resting);
    const settled = /** @type {HTMLElement} */ (element.querySelector(".settle"));
    const rest = () => {
      const [one, two] = changesOf(told, settle(question, made, parameters));
      write('[data-settle="one"]', one);
      write('[data-settle="two"]', two);
      settled.setAttribute("aria-busy", "false");
    };
    settled.setAttribute("aria-busy", "true");
    if (made.undefinedWith || agree(made)) rest();
    else resting = setTimeout(rest, REST);
  };

  const pins = bindPins(element, state, history, () => {
    offer(sides, known());
    update();
  });
  for (const choice of [answer, ...sides]) choice.addEventListener("change", update);
  element.querySelector(".compare-swap")?.addEventListener("click", () => {
    [sides[0].value, sides[1].value] = [sides[1].value, sides[0].value];
    update();
  });
  bindPaste(element, (text) => {
    const read = readCase(text, state, asks, Boolean(history.link));
    if (read.changes) {
      pasted = { label: "Pasted link", changes: read.changes };
      offer(sides, known());
      [sides[0].value, sides[1].value] = [YOURS, PASTED];
      update();
    }
    return read;
  });
  return update;
};

/**
 * Offer the cases that are not the book's own, under the names that they have now.
 * @param {HTMLSelectElement[]} sides @param {Map<string, KnownCase>} known
 */
const offer = (sides, known) => {
  for (const side of sides) {
    for (const option of [...side.options]) if (!known.has(option.value)) option.remove();
    for (const [key, { label }] of known) {
      const option = [...side.options].find(({ value }) => value === key);
      if (option) option.text = label;
      else side.add(new Option(label, key));
    }
  }
};

/**
 * @param {HTMLElement} element
 * @param {(text: string) => ReturnType<typeof readCase>} paste
 */
const bindPaste = (element, paste) => {
  const form = /** @type {HTMLFormElement} */ (element.querySelector(".paste"));
  const field = /** @type {HTMLInputElement} */ (element.querySelector(".paste-text"));
  const notice = /** @type {HTMLElement} */ (element.querySelector(".paste-notice"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { lines, ignored } = paste(field.value);
    const said = document.createElement("p");
    said.append(...lines);
    notice.replaceChildren(said, ...(ignored.length ? listOf(ignored) : []));
    notice.hidden = false;
  });
};

/** @param {string[]} ignored */
const listOf = (ignored) => {
  const words = document.createElement("p");
  words.textContent = ignored.length === 1 ? "1 thing in it was ignored:" : `${ignored.length} things in it were ignored:`;
  const list = document.createElement("ul");
  for (const each of ignored) {
    const item = document.createElement("li");
    item.textContent = each;
    list.append(item);
  }
  return [words, list];
};
