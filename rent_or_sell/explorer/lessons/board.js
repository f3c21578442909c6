// @ts-check
// The board of a class: pasted links become counts of guesses, cases and odds. Nothing is sent.

import { drawing, share } from "../answers/draws.js";
import { namesIn } from "../conditions.js";
import { named } from "../link.js";
import { memoryModel } from "../memory_model.js";
import { createState } from "../state.js";
import { write } from "../values.js";
import { commonest, readClass } from "./board_links.js";
import { caseRows, changeRows, guessRows, guessWords, oddsRows, oddsWords } from "./board_rows.js";

/**
 * @typedef {import("./links.js").ClassData} ClassData
 * @typedef {import("./board_links.js").Student} Student
 * @typedef {Student & {right: number, odds: number}} Known what the model makes of a student's case
 * @typedef {{title: string, words: string, head: string[], rows: import("./board_rows.js").Row[]}} Table
 */

/** Worlds drawn for a case: a count of a hundred needs no more. */
const DRAWS = 1_000;

/** Milliseconds of computing after which the page may answer something else. */
const SLICE = 30;

/** @param {HTMLFormElement} form @param {ClassData} data */
export const bindBoard = (form, data) => {
  const find = (/** @type {string} */ selector) =>
    /** @type {HTMLElement} */ (form.querySelector(selector));
  const field = /** @type {HTMLTextAreaElement} */ (find("textarea"));
  const [said, list, tables] = [".board-said", ".board-ignored", ".board-tables"].map(find);
  const show = (/** @type {string} */ words, /** @type {string[]} */ ignored, /** @type {Table[]} */ made) => {
    write(said, words);
    list.replaceChildren(...named(ignored).map((text) => withText("li", text)));
    list.hidden = !ignored.length;
    tables.replaceChildren(...made.map(tableOf));
  };
  let presses = 0;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    presses += 1;
    const press = presses;
    const { model, students, ignored } = readClass(field.value, data);
    const counted = students.length === 1 ? "1 link is" : `${students.length} links are`;
    const rest = ignored.length ? ` Ignored, in whole or in part: ${ignored.length}.` : "";
    const words = students.length || ignored.length ? `${counted} counted.${rest}` : "Paste links first.";
    const made = students.length ? await tablesOf(model, students, data) : [];
    if (press !== presses) return;
    show(words, ignored, made);
    said.focus({ preventScroll: true });
  });
  find(".board-clear").addEventListener("click", () => {
    field.value = "";
    presses += 1;
    show("", [], []);
    field.focus();
  });
};

/** @param {string} name @param {Student[]} students @param {ClassData} data @returns {Promise<Table[]>} */
const tablesOf = async (name, students, { models, codes }) => {
  const model = models[name];
  const state = createState(memoryModel(JSON.stringify(model.spec)), codes);
  const { odds } = model;
  const draw = drawing(state, odds?.seed ?? 0);
  const answer = commonest(students.map((one) => one.answer).filter((one) => Object.hasOwn(model.results, one)));
  /** @type {Known[]} */
  const known = [];
  let began = performance.now();
  for (const student of students) {
    if (performance.now() - began > SLICE) {
      await new Promise((next) => setTimeout(next));
      began = performance.now();
    }
    state.set(student.changes);
    const right = answer ? state.results()[answer] : NaN;
    known.push({ ...student, right, odds: odds ? share(draw(namesIn(odds.when), DRAWS), odds.when) : NaN });
  }
  const guessed = known.filter((one) => one.answer === answer && Number.isFinite(one.guess));
  const result = model.results[answer];
  return [
    ...(guessed.length
      ? [{ title: `Guesses: ${result.label}`, words: guessWords(guessed, result.format), head: ["Guess", "Students"], rows: guessRows(guessed, result.format) }]
      : []),
    { title: "Cases", words: "", head: ["World", "Students"], rows: caseRows(known, model) },
    ...changeRows(known, model),
    ...(odds
      ? [{ title: `Odds: ${odds.words}`, words: oddsWords(known), head: ["Of 100 assumed worlds", "Students"], rows: oddsRows(known) }]
      : []),
  ];
};

/** @param {Table} table */
const tableOf = ({ title, words, head, rows }) => {
  const [section, table] = [document.createElement("section"), document.createElement("table")];
  const most = Math.max(...rows.map(({ count }) => count));
  const line = document.createElement("tr");
  line.append(...head.map((text) => withText("th", text)), ...(rows[0]?.cells ? [] : [withText("td", "")]));
  table.append(line);
  for (const { label, count, cells } of rows) {
    const row = document.createElement("tr");
    const rest = cells ? cells.map((text) => withText("td", text)) : [barOf(count / most)];
    row.append(withText("th", label), withText("td", String(count)), ...rest);
    table.append(row);
  }
  section.append(withText("h3", title), ...(words ? [withText("p", words)] : []), table);
  return section;
};

/** How many, drawn; the number stands beside it. @param {number} part */
const barOf = (part) => {
  const cell = document.createElement("td");
  const bar = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  cell.className = "board-bar";
  bar.setAttribute("width", `${100 * part}%`);
  bar.setAttribute("aria-hidden", "true");
  cell.append(bar);
  return cell;
};

/** @param {string} tag @param {string} text */
const withText = (tag, text) => {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
};
