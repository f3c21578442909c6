// @ts-check
// Draws totals as rectangles to one scale: how many across, how much for each upwards.

import { setShare } from "../../marks.js";
import { writeSentence } from "../../sentence.js";

/** @typedef {{total: string, count: string, words: import("../../sentence.js").Case[][]}} Area */

/** @type {import("../../explorer.js").Bind} */
export const bind = (element, state, _history, settings) => {
  const { title, gap, areas } =
    /** @type {{title: import("../../sentence.js").Case[][], gap: number, areas: Area[]}} */ (settings);
  const caption = /** @type {HTMLElement} */ (element.querySelector("figcaption"));
  const drawn = element.querySelectorAll("rect");
  const said = /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll(".area-words > span"));
  return () => {
    const values = { ...state.values(), ...state.results() };
    const sizes = areas.map(({ count, total }) => [values[count], values[total] / values[count] || 0]);
    const across = sizes.reduce((sum, [count]) => sum + count, 0) || 1;
    const up = Math.max(...sizes.map(([, each]) => each)) || 1;
    let left = 0;
    sizes.forEach(([count, each], place) => {
      const width = ((1 - gap * (areas.length - 1)) * count) / across;
      setShare(drawn[place], "x", left);
      setShare(drawn[place], "y", 1 - each / up);
      setShare(drawn[place], "width", width);
      setShare(drawn[place], "height", each / up);
      left += width + gap;
      writeSentence(said[place], areas[place].words, state);
    });
    writeSentence(caption, title, state);
  };
};
