// @ts-check
// Draws totals as rectangles to one scale: how many across, how much for each upwards.

import { setShare } from "../../marks.js";
import { writeSentence } from "../../sentence.js";

/**
 * @typedef {import("../../sentence.js").Case[][]} Sentence
 * @typedef {{total: string, count: string, inside: Sentence, beneath: Sentence}} Area
 * @typedef {{left: number, width: number, height: number}} Place
 */

/** @type {import("../../explorer.js").Bind} */
export const bind = (element, state, _history, settings) => {
  const { title, gap, areas } = /** @type {{title: Sentence, gap: number, areas: Area[]}} */ (settings);
  const caption = /** @type {HTMLElement} */ (element.querySelector("figcaption"));
  const drawn = [...element.querySelectorAll("rect")];
  const again = drawn.splice(areas.length)[0];
  const inside = [...element.querySelectorAll(".areas-inside > div")];
  const beneath = [...element.querySelectorAll(".areas-beneath > div")];
  return () => {
    const places = placesOf(areas, gap, { ...state.values(), ...state.results() });
    places.forEach((place, at) => {
      setRectangle(drawn[at], place);
      for (const [row, words] of /** @type {const} */ ([
        [inside[at], areas[at].inside],
        [beneath[at], areas[at].beneath],
      ])) {
        const [before, after] = row.querySelectorAll(".ruler");
        setShare(before, "width", place.left);
        setShare(after, "width", Math.max(0, 1 - place.left - place.width));
        writeSentence(/** @type {HTMLElement} */ (row.querySelector("span")), words, state);
      }
    });
    setRectangle(again, { ...places[0], left: places[places.length - 1].left });
    writeSentence(caption, title, state);
  };
};

/** @param {Area[]} areas @param {number} gap @param {Record<string, number>} values @returns {Place[]} */
const placesOf = (areas, gap, values) => {
  const sizes = areas.map(({ count, total }) => [values[count], values[total] / values[count] || 0]);
  const across = sizes.reduce((sum, [count]) => sum + count, 0) || 1;
  const up = Math.max(...sizes.map(([, each]) => each)) || 1;
  let left = 0;
  return sizes.map(([count, each]) => {
    const place = { left, width: ((1 - gap * (areas.length - 1)) * count) / across, height: each / up };
    left += place.width + gap;
    return place;
  });
};

/** @param {Element} rectangle @param {Place} place */
const setRectangle = (rectangle, { left, width, height }) => {
  setShare(rectangle, "x", left);
  setShare(rectangle, "y", 1 - height);
  setShare(rectangle, "width", width);
  setShare(rectangle, "height", height);
};
