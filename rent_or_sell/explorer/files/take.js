// @ts-check
// Makes what a reader takes along, and hands it over: a workbook, data, code, a picture, a sentence.

import { citation, fileName, pictureLine, pythonCode, toCsv, toJson } from "./case_texts.js";
import { copy, download } from "./hand_over.js";
import { onPaper, toPng, toSvg } from "./picture.js";
import { fillIn } from "./workbook.js";

const MARK = "\ufeff"; // tells spreadsheets that a file is UTF-8
const FEWEST_ROWS = 4;
const MOST_ROWS = 14;

/**
 * What a reader asks of the case that is shown: the picture that is chosen among the explorer's, with
 * its name and its place, the result to be cited, and where a copied text is shown.
 * @typedef {{
 *   state: import("../state.js").State, settings: any, link: string,
 *   workbook: import("../undo_stack.js").History["workbook"],
 *   root: HTMLElement, figure: HTMLElement, title: string, place: number,
 *   cited: string, shown: HTMLTextAreaElement
 * }} Asked
 */

/** @param {Asked} asked @param {Blob} file @param {string} ending @returns {string} */
const give = ({ state }, file, ending) => {
  const name = `${fileName(state)}${ending}`;
  download(file, name);
  return `Downloaded ${name}`;
};

/** @param {Asked} asked @param {string} text @param {string} what @returns {Promise<string>} */
const hand = async ({ shown }, text, what) => {
  const isCopied = await copy(text);
  shown.value = text;
  shown.rows = Math.max(FEWEST_ROWS, Math.min(text.split("\n").length + 1, MOST_ROWS));
  shown.hidden = false;
  if (isCopied) return `${what} is copied`;
  shown.select();
  return `The browser did not let us copy. ${what} is selected below: copy it with the keyboard.`;
};

/** @param {Asked} asked */
const drawn = ({ root, figure, state, settings }) => onPaper(root, figure, pictureLine(state, settings));

/** @type {Record<string, (asked: Asked) => string | Promise<string>>} */
const TAKINGS = {
  workbook: async (asked) =>
    asked.workbook ? give(asked, await asked.workbook(asked.state), ".xlsx") : "",
  csv(asked) {
    const text = toCsv(asked.state, asked.settings, asked.link);
    return give(asked, new Blob([MARK, text], { type: "text/csv" }), ".csv");
  },
  json(asked) {
    const text = toJson(asked.state, asked.settings, asked.link);
    return give(asked, new Blob([text], { type: "application/json" }), ".json");
  },
  python: (asked) => hand(asked, pythonCode(asked.state, asked.settings), "The code"),
  citation(asked) {
    const { state, settings, cited, link } = asked;
    const result = settings.results.find((/** @type {any} */ { name }) => name === cited);
    return hand(asked, citation(state, settings, result, link), "The sentence");
  },
  svg(asked) {
    const text = toSvg(drawn(asked), asked.title);
    return give(asked, new Blob([text], { type: "image/svg+xml" }), `-picture-${asked.place}.svg`);
  },
  png: async (asked) => give(asked, await toPng(drawn(asked)), `-picture-${asked.place}.png`),
};

/** What an explorer loads when its reader asks: `take` says what was handed over. */
export const files = {
  /** @param {string} what @param {Asked} asked @returns {Promise<string>} */
  take: async (what, asked) => TAKINGS[what](asked),
  fillIn,
};
