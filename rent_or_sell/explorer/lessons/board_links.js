// @ts-check
// Reads the links of a class, one a line, as far as they fit.

import { readLink, readText, shortened } from "../link.js";
import { modelOf } from "../parts/compare/cases.js";
import { readLesson } from "./lesson.js";

/** @typedef {{changes: import("../state.js").Changes, answer: string, guess: number}} Student */

export const MOST_LINKS = 200;

/** Characters; what is longer was not made here. */
const LONGEST = 10_000;

/**
 * The links to the model that most of them ask, and what is to be said of the other lines.
 * @param {string} text @param {import("./links.js").ClassData} data
 * @returns {{model: string, students: Student[], ignored: string[]}}
 */
export const readClass = (text, { views, models }) => {
  const asks = Object.fromEntries([
    ...Object.keys(models).map((name) => [name, name]),
    ...views.map(({ id, model }) => [id, model]),
  ]);
  const lines = text.split("\n").map((line, place) => ({ line: line.trim(), at: `Line ${place + 1}` }));
  const written = lines.filter(({ line }) => line);
  const read = written.slice(0, MOST_LINKS).map(({ line, at }) => {
    const link = readText(linkIn(line.slice(0, LONGEST)));
    const model = link.id && line.length <= LONGEST ? modelOf(link.id, asks) : undefined;
    return { at, line, link, model };
  });
  const model = commonest(read.flatMap((one) => one.model ?? []));
  /** @type {string[]} */
  const ignored = [];
  /** @type {Student[]} */
  const students = [];
  for (const one of read) {
    if (!one.model) ignored.push(`${one.at} is no link to an explorer: ${shortened(one.line)}`);
    else if (one.model !== model) ignored.push(`${one.at} is of the model “${one.model}”, not “${model}”`);
    else {
      const { parameters } = models[model].spec;
      const { lesson, link, ignored: ofLesson } = readLesson(one.link, parameters);
      const { changes, ignored: ofCase } = readLink(link, parameters);
      const [first] = [...ofLesson, ...ofCase];
      if (first) ignored.push(`${one.at}, in part: ${first}`);
      students.push({ changes, answer: lesson.answer, guess: lesson.guess });
    }
  }
  const beyond = written.length - MOST_LINKS;
  if (beyond > 0) ignored.push(...Array(beyond).fill(`Lines after the first ${MOST_LINKS} links are not read`));
  return { model, students, ignored };
};

/** The link in a line of a chat, without a name or an hour beside it, quotes around it or a dot behind it.
 * @param {string} line */
const linkIn = (line) => (line.match(/#explorer=\S+/)?.[0] ?? line).replace(/[)\]>"'’”.,;]+$/, "");

/** What is there most often; "" of nothing. @param {string[]} names */
export const commonest = (names) => {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ["", 0])[0];
};
