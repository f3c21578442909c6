// @ts-check
// Draws a flow through a gate, and one past it: the browser's half of part.py, by the same rules.

import { setMark, setShare } from "../../marks.js";
import { writeSentence } from "../../sentence.js";
import { bindValues } from "../../values.js";

// As in part.py: percent of the picture's height, then of its width.
const [LIP, GAP] = [5, 9];
const THIN = 0.01;
const [MADE, GATE, BAR, ARRIVAL] = [15, 48, 2, 84];

/** @typedef {"made" | "gate" | "through" | "missing" | "past" | "harm" | "stays"} Place */

/** @type {import("../../explorer.js").Bind} */
export const bind = (element, state, _history, settings) => {
  const { title, flows } =
    /** @type {{title: import("../../sentence.js").Case[][], flows: Record<Place, string>}} */ (settings);
  const caption = /** @type {HTMLElement} */ (element.querySelector("figcaption"));
  const shapes = /** @type {NodeListOf<SVGPathElement>} */ (element.querySelectorAll("[data-place]"));
  const rulers = element.querySelectorAll(".gates-words > svg");
  const writeValues = bindValues(element, state);
  return () => {
    const results = state.results();
    const yearly = Object.entries(results).filter(([, value]) => typeof value !== "number");
    const first = Object.fromEntries(yearly.map(([name, value]) => [name, value[0]]));
    const amounts = Object.entries(flows).map(([place, result]) => [place, first[result]]);
    const { paths, rows } = draw(Object.fromEntries(amounts));
    for (const shape of shapes) setMark(shape, "d", paths[shape.dataset.place ?? ""]);
    rulers.forEach((ruler, place) => setShare(ruler, "height", rows[place]));
    writeSentence(caption, title, state, { ...first, year: state.spec.years.first });
    writeValues();
  };
};

/** The path of each shape, in percent, and how far apart the words beside it.
 * @param {Record<Place, number>} given @returns {{paths: Record<string, string>, rows: number[]}} */
const draw = (given) => {
  const [gate, through, missing, past, harm, stays] = /** @type {Place[]} */ (
    ["gate", "through", "missing", "past", "harm", "stays"]
  ).map((place) => Math.max(Number.isFinite(given[place]) ? given[place] : 0, 0));
  const kept = through + stays;
  const lane = Math.max(kept, gate, through + missing);
  const scale = (100 - 2 * LIP - GAP) / (lane + past || 1);
  const down = (/** @type {number} */ amount) => LIP + amount * scale;
  const road = down(lane) + LIP + GAP;
  const [start, thick, end] = [down(kept), past * scale, road + past * scale];
  const openTo = down(Math.min(Math.max(gate, through), kept));
  const bend = (MADE + GATE) / 2;
  const stayed = `M${MADE} ${at(down(through))}H${ARRIVAL}V${at(openTo)}H${GATE}V${at(start)}H${MADE}Z`;
  const bypass =
    `M${MADE} ${at(start)}C${bend} ${at(start)} ${bend} ${at(road)} ${GATE} ${at(road)}` +
    `H${ARRIVAL}V${at(end)}H${GATE}C${bend} ${at(end)} ${bend} ${at(start + thick)} ` +
    `${MADE} ${at(start + thick)}Z`;
  const paths = {
    made: box(0, LIP, MADE, start + thick),
    "through-flow": box(MADE, LIP, ARRIVAL, down(through)),
    stays: seen(stayed, start - down(through)),
    "past-flow": seen(bypass, thick),
    through: box(ARRIVAL, LIP, 100, down(through)),
    missing: box(ARRIVAL, down(through), 100, down(through + missing)),
    harm: box(ARRIVAL, road, 100, road + harm * scale),
    past: box(ARRIVAL, road + harm * scale, 100, end),
    gate: box(GATE, 0, GATE + BAR, LIP) + box(GATE, down(gate), GATE + BAR, road - GAP),
  };
  return { paths, rows: [LIP, down(through) - LIP, road - down(through)].map((size) => size / 100) };
};

/** @param {number} left @param {number} top @param {number} right @param {number} bottom */
const box = (left, top, right, bottom) =>
  seen(`M${left} ${at(top)}H${right}V${at(bottom)}H${left}Z`, bottom - top);

/** A path, or none where its shape has no height: it would still have an outline.
 * @param {string} path @param {number} height */
const seen = (path, height) => (height > THIN ? path : "");

/** @param {number} place */
const at = (place) => place.toFixed(2);
