// @ts-check
// Draws the answer at both ends of each assumption's range, the widest bar on top; and what rehearsed
// news leaves of a bar.

import { leftByNews } from "../../answers/left.js";
import { tornado } from "../../answers/tornado.js";
import { hearNews } from "../../heard_news.js";
import { setMark, setShare } from "../../marks.js";
import { formatNumber } from "../../number_format.js";
import { write, writeText } from "../../values.js";

/**
 * @typedef {import("../../answers/tornado.js").Ends} Ends
 * @typedef {import("../../state.js").Parameter} Parameter
 * @typedef {(answer: number) => number} Place where an answer is on the axis, as a share
 */

/** @type {import("../../explorer.js").Bind} */
export const bind = (element, state, _history, { answer, code, table_code: tableCode }) => {
  const find = (/** @type {string} */ selector) =>
    /** @type {HTMLElement[]} */ ([...element.querySelectorAll(selector)]);
  const bars = find(".tornado-row[data-row]");
  const cells = find("tr[data-row]");
  const rulers = find("[data-place]");
  const [nowWords, lowEnd, highEnd] = find("[data-axis]");
  // What is folded waits to be seen.
  const isSeen = (/** @type {HTMLElement} */ row) => !row.closest("details:not([open])");
  /** @type {import("../../conditions.js").Condition[][]} */
  let heard = [];

  const update = () => {
    const rows = tornado(state, answer);
    const now = state.results()[answer];
    const [low, high] = axis([0, now, ...rows.flatMap(({ atLow, atHigh }) => [atLow, atHigh])]);
    const place = (/** @type {number} */ at) => (at - low) / (high - low);
    for (const ruler of rulers) setShare(ruler, "width", place(ruler.dataset.place === "now" ? now : 0));
    element.classList.toggle("is-nowhere", !Number.isFinite(now));
    write(nowWords, formatNumber(now, code));
    write(lowEnd, formatNumber(low, code));
    write(highEnd, formatNumber(high, code));
    const left = leftByNews(state, answer, heard);
    rows.forEach((row, rank) => {
      const parameter = state.spec.parameters[row.name];
      if (isSeen(bars[rank])) {
        drawBar(bars[rank], row, parameter, place);
        setShare(bars[rank].querySelector(".tornado-zero"), "x", place(0));
        setShare(bars[rank].querySelector(".tornado-now"), "x", place(now));
        drawLeft(bars[rank], left.get(row.name)?.map(place));
      }
      if (isSeen(cells[rank])) writeCells(cells[rank], row, parameter, tableCode);
    });
  };
  hearNews(element, (news) => {
    heard = news;
    update();
  });
  for (const fold of find("details")) fold.addEventListener("toggle", update);
  return update;
};

/** The lowest and the highest of the answers; never the same one twice. @param {number[]} answers */
const axis = (answers) => {
  const defined = answers.filter(Number.isFinite);
  const [low, high] = [Math.min(...defined), Math.max(...defined)];
  return [low, low < high ? high : low + 1];
};

/** @param {HTMLElement} bar @param {Ends} row @param {Parameter} parameter @param {Place} place */
const drawBar = (bar, { name, low, high, atLow, atHigh, spread, crosses }, parameter, place) => {
  const find = (/** @type {string} */ selector) => bar.querySelector(selector);
  const [left, right] = [Math.min(atLow, atHigh), Math.max(atLow, atHigh)];
  const [first, last] = atLow <= atHigh ? [low, high] : [high, low];
  setMark(bar, "data-row", name);
  bar.classList.toggle("crosses", crosses);
  bar.classList.toggle("is-undefined", !Number.isFinite(spread));
  writeText(bar, ".tornado-words", parameter.label);
  writeText(bar, ".tornado-unit", parameter.unit);
  const below = place(Math.min(right, 0)) - place(Math.min(left, 0));
  setShare(find(".tornado-below"), "x", place(left));
  setShare(find(".tornado-below"), "width", below);
  setShare(find(".tornado-above"), "x", place(left) + below);
  setShare(find(".tornado-above"), "width", place(Math.max(right, 0)) - place(Math.max(left, 0)));
  setShare(find(".tornado-from"), "x", place(left));
  setShare(find(".tornado-to"), "x", place(right));
  writeText(bar, ".tornado-from", formatNumber(first, parameter.format));
  writeText(bar, ".tornado-to", formatNumber(last, parameter.format));
};

/** What is drawn of a single point, to be seen: a share of the axis. */
const POINT = 0.005;

/** Mark what news leaves of a bar. @param {HTMLElement} bar @param {number[]} [left] shares of the axis */
const drawLeft = (bar, left) => {
  const [from, to] = left ?? [0, 0];
  const mark = bar.querySelector(".tornado-left-over");
  bar.classList.toggle("is-heard", Boolean(left));
  setShare(mark, "x", from);
  setShare(mark, "width", left ? Math.max(to - from, POINT) : 0);
};

/** @param {HTMLElement} row @param {Ends} ends @param {Parameter} parameter @param {string} code */
const writeCells = (row, { name, low, high, atLow, atHigh, crosses }, parameter, code) => {
  const texts = [
    parameter.unit ? `${parameter.label} (${parameter.unit})` : parameter.label,
    ...[low, high].map((end) => formatNumber(end, parameter.format)),
    ...[atLow, atHigh].map((answer) => formatNumber(answer, code)),
    crosses ? "yes" : "",
  ];
  setMark(row, "data-row", name);
  texts.forEach((text, place) => write(row.children[place], text));
};
