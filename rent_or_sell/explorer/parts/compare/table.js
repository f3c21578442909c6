// @ts-check
// The table of a bridge: every assumption that differs, what the cases have for it, what it adds.

import { exactNumber } from "../../number_format.js";
import { writeAmount } from "./waterfall.js";

/** @param {HTMLElement} element @param {import("./words.js").Told} told */
export const writeTable = (element, { exact: code, made, ends, a, b, parameters }) => {
  const cell = (/** @type {string} */ selector) =>
    /** @type {HTMLElement} */ (element.querySelector(`.compare-table ${selector}`));
  cell('[data-head="a"]').textContent = ends[0];
  cell('[data-head="b"]').textContent = ends[1];
  cell("tbody").replaceChildren(
    ...made.steps.map(([name, amount]) => {
      const { label, format } = parameters[name];
      const row = document.createElement("tr");
      row.dataset.parameter = name;
      const head = document.createElement("th");
      head.scope = "row";
      head.textContent = label;
      const texts = [exactNumber(a[name], format), exactNumber(b[name], format), ""];
      const numbers = texts.map((text) => {
        const number = document.createElement("td");
        number.className = "number";
        number.textContent = text;
        return number;
      });
      writeAmount(numbers[2], amount, code, true);
      row.append(head, ...numbers);
      return row;
    }),
  );
  writeAmount(cell('[data-end="start"]'), made.start, code, false);
  writeAmount(cell('[data-end="end"]'), made.end, code, false);
  writeAmount(cell('[data-end="sum"]'), made.end - made.start, code, true);
};
