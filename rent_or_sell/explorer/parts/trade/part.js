// @ts-check
// Sizes what is brought and what is given up, and says the difference.

import { setShare } from "../../marks.js";
import { writeSentence } from "../../sentence.js";

/** @type {import("../../explorer.js").Bind} */
export const bind = (element, state, _history, { sentences }) => {
  const words = /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll("figcaption, .trade-words"));
  const bars = /** @type {NodeListOf<SVGElement>} */ (element.querySelectorAll("[data-size]"));
  return () => {
    const results = state.results();
    const sizes = [...bars].map(({ dataset }) => results[dataset.size ?? ""]);
    const scale = Math.max(...sizes.map((size) => Math.abs(size) || 0)) || 1;
    bars.forEach((bar, place) => {
      setShare(bar, "width", Math.abs(sizes[place]) / scale);
      bar.classList.toggle("loss", sizes[place] < 0);
    });
    words.forEach((one, place) => writeSentence(one, sentences[place], state));
  };
};
