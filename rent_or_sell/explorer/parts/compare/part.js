// @ts-check
// Compares two cases: chosen, pinned or pasted; their bridge at every move, what settles it at rest.

import { bridge } from "../../answers/bridge.js";
import { agree, settle, unknownOf } from "../../answers/compare.js";
import { atRest } from "../../at_rest.js";
import { toldWhenAsked } from "../../marks.js";
import { writeText } from "../../values.js";
import { PASTED, readCase, YOURS } from "./cases.js";
import { bindChoices } from "./choices.js";
import { bindPaste } from "./paste.js";
import { bindPins } from "./pins.js";
import { writeTable } from "./table.js";
import { drawRows, rowsOf } from "./waterfall.js";
import { averaged, causeOf, changesOf, saidOf, unknownWords } from "./words.js";

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
  /** @type {[string, KnownCase][]} */
  let pasted = [];
  const resting = atRest([.../** @type {NodeListOf<Element>} */ (element.querySelectorAll(".settle"))]);

  /** @returns {Map<string, KnownCase>} every case that can be chosen, by key */
  const known = () =>
    new Map([
      ...Object.entries(cases),
      [YOURS, { label: "Your case", changes: state.changes() }],
      ...pins().map((pin) => /** @type {[string, KnownCase]} */ ([pin.key, pin])),
      ...pasted,
    ]);

  const update = () => {
    const answer = choices.answer();
    const chosen = choices.cases();
    const [a, b] = chosen.map(({ changes }) => ({ ...base, ...changes }));
    const question = { answer, a, b, reads: state.reads(answer), many: state.many };
    const made = bridge(question);
    const ends = chosen.map(({ label }) => label);
    /** @type {Told} */
    const told = { ...answers[answer], made, ends, a, b, parameters };
    tell(element, told, unknownOf(made, decisions));
    const search = () => tellChanges(element, changesOf(told, settle(question, made, parameters)));
    if (made.undefinedWith || agree(made)) resting.now(search);
    else resting.later(search);
  };

  const [ask, follow] = toldWhenAsked(element, update);
  const choices = bindChoices(element, known, ask);
  const pins = bindPins(element, state, history, () => {
    choices.offer();
    ask();
  });
  bindPaste(element, (text) => {
    const read = readCase(text, state, asks, Boolean(history.link));
    if (read.changes) {
      pasted = [[PASTED, { label: "Pasted link", changes: read.changes }]];
      choices.offer();
      choices.choose([YOURS, PASTED]);
    }
    return read;
  });
  // What is folded waits to be seen.
  element.querySelector(".compare-table")?.addEventListener("toggle", update);
  return follow;
};

/** @param {HTMLElement} element @param {Told} told @param {string | null} unknown */
const tell = (element, told, unknown) => {
  const { label, format, made, ends, parameters } = told;
  const differs = /** @type {HTMLElement} */ (element.querySelector(".compare-differs"));
  differs.hidden = !made.steps.length && !made.undefinedWith;
  const rows = /** @type {HTMLElement[]} */ ([...element.querySelectorAll(".bridge-row")]);
  write(element, ".compare-said", saidOf(told));
  write(element, ".bridge-title", `${label}: from “${ends[0]}” to “${ends[1]}”`);
  drawRows(rows, rowsOf(made, ends, (name) => parameters[name].label, rows.length), format);
  write(element, ".compare-note", averaged(told));
  write(element, '[data-settle="cause"]', causeOf(told));
  write(element, '[data-settle="unknown"]', unknownWords(told, unknown));
  if (element.querySelector(".compare-table[open]")) writeTable(element, told);
};

/** @param {HTMLElement} element @param {[string, string]} changes */
const tellChanges = (element, [one, two]) => {
  write(element, '[data-settle="one"]', one);
  write(element, '[data-settle="two"]', two);
};

/** @param {HTMLElement} element @param {string} selector @param {string} words */
const write = (element, selector, words) =>
  writeText(element, selector, words.replace(/−(?=\$)/g, "−\u2060")); // a sign stays with its number
