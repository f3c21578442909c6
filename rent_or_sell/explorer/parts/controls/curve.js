// @ts-check
// A control's small curve: the answer over the slider's range, where it flips, and where it is now.

import { setMark } from "../../marks.js";

const POINTS = 33;
const HEIGHT = 24;
const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {Element} svg @param {import("../../state.js").State} state
 * @param {string} name @param {string} result what the curve draws
 * @param {[number, number]} range over which it does
 * @returns {number[]} the highest and the lowest value that the picture holds; NaN without a curve
 */
export const drawCurve = (svg, state, name, result, [low, high]) => {
  const values = Float64Array.from({ length: POINTS }, (_, point) => low + ((high - low) * point) / (POINTS - 1));
  const answers = [...state.sweep({ [name]: values }, result)];
  const defined = answers.filter(Number.isFinite);
  if (!defined.length) {
    draw(svg, []);
    return [NaN, NaN];
  }
  const top = Math.max(0, ...defined);
  const bottom = Math.min(0, ...defined);
  const y = (/** @type {number} */ answer) => (HEIGHT * (top - answer)) / (top - bottom || 1);
  const x = (/** @type {number} */ point) => (100 * point) / (POINTS - 1);
  const area = (/** @type {(answer: number) => number} */ side) =>
    `M0 ${y(0)}` +
    answers.map((a, i) => `L${x(i)} ${y(side(Number.isFinite(a) ? a : 0))}`).join("") +
    `L100 ${y(0)}Z`;
  draw(svg, [
    ["curve-gain", area((answer) => Math.max(answer, 0))],
    ["curve-loss", area((answer) => Math.min(answer, 0))],
    ["curve-zero", `M0 ${y(0)}H100`],
    ...flips(answers).map((point) => ["curve-flip", `M${x(point)} 0V${HEIGHT}`]),
    ...nowMark(state, name, result, [low, high]).map(([at, answer]) => [
      "curve-now",
      `M${x(at * (POINTS - 1))} ${y(answer)}h0`,
    ]),
  ]);
  return [top, bottom];
};

/**
 * Where the reader's own case is on the curve, as a share of the range and an answer; nowhere if
 * it lies beyond the range or the answer is not defined.
 * @param {import("../../state.js").State} state @param {string} name @param {string} result
 * @param {[number, number]} range @returns {[share: number, answer: number][]}
 */
const nowMark = (state, name, result, [low, high]) => {
  const share = (state.values()[name] - low) / (high - low);
  const answer = state.results()[result];
  return share >= 0 && share <= 1 && Number.isFinite(answer) ? [[share, answer]] : [];
};

/** Points, between samples, at which the answer changes sign. @param {number[]} answers */
const flips = (answers) =>
  answers.flatMap((answer, i) => {
    const next = answers[i + 1];
    return answer * next < 0 ? [i + answer / (answer - next)] : [];
  });

/** Draw paths of a class each, on those that are there. @param {Element} svg @param {string[][]} paths */
const draw = (svg, paths) => {
  while (svg.childElementCount > paths.length) svg.lastElementChild?.remove();
  paths.forEach(([name, d], place) => {
    const path = svg.children[place] ?? svg.appendChild(document.createElementNS(SVG, "path"));
    setMark(path, "class", name);
    setMark(path, "d", d);
    setMark(path, "vector-effect", "non-scaling-stroke");
  });
};
