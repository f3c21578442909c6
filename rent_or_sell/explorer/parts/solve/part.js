// @ts-check
// Sets any answer: finds the value of an assumption that gives the wanted result, and applies it.

import { solve } from "../../answers/flips.js";
import { shortened } from "../../link.js";
import { setHidden, setMark, toldWhenAsked } from "../../marks.js";
import { closerFormat, exactNumber, formatNumber, parseNumber } from "../../number_format.js";
import { withUnit } from "../../units.js";
import { write } from "../../values.js";

const SET_DIGITS = 9; // of what is found: the result is right to the dollar, and the box not crowded

/** @typedef {{words: string, code: string, unit: string}} Result */

/** @type {import("../../explorer.js").Bind} */
export const bind = (element, state, history, settings) => {
  const results = /** @type {Record<string, Result>} */ (settings.results);
  const result = /** @type {HTMLSelectElement} */ (element.querySelector(".solve-result"));
  const moved = /** @type {HTMLSelectElement} */ (element.querySelector(".solve-parameter"));
  const box = /** @type {HTMLInputElement} */ (element.querySelector(".solve-value"));
  const unit = /** @type {HTMLElement} */ (element.querySelector(".solve-unit"));
  const said = /** @type {HTMLElement} */ (element.querySelector(".solve-said"));
  const apply = /** @type {HTMLElement} */ (element.querySelector(".solve-apply"));
  const complaint = /** @type {HTMLElement} */ (element.querySelector(".complaint"));
  let found = NaN;
  let good = box.value; // the last that was a number

  const update = () => {
    const asked = results[result.value];
    const wanted = parseNumber(box.value, asked.code, asked.unit);
    const isNumber = Number.isFinite(wanted);
    if (isNumber) good = box.value;
    write(complaint, isNumber ? "" : complaintOf(box.value, state.results()[result.value], asked.code));
    setHidden(complaint, isNumber);
    setMark(box, "aria-invalid", String(!isNumber));
    const { min, max } = state.spec.parameters[moved.value];
    const exact = isNumber ? solve(state, result.value, wanted, moved.value) : NaN;
    found = Math.min(Math.max(Number(exact.toPrecision(SET_DIGITS)), min), max);
    const words = isNumber ? wordsOf(asked, wanted, found) : "";
    write(said, words);
    apply.classList.toggle("unseen", Number.isNaN(found) || found === state.values()[moved.value]);
  };

  /** @param {Result} asked @param {number} wanted @param {number} at */
  const wordsOf = ({ words, code }, wanted, at) => {
    const { label, unit: its, min, max, format } = state.spec.parameters[moved.value];
    const start = `${words}: ${formatNumber(wanted, code)}`;
    if (Number.isNaN(at)) {
      const limits = `${formatNumber(min, format)} to ${formatNumber(max, format)}`;
      return `${start}. No value of “${label}” within its limits, ${limits}, does it.`;
    }
    const now = exactNumber(state.values()[moved.value], format);
    const value = withUnit(formatNumber(at, closerFormat(format)), its);
    return `${start} if “${label}” is ${value}; now it is ${withUnit(now, its)}.`;
  };

  const [ask, follow] = toldWhenAsked(element, update);
  result.addEventListener("change", () => {
    const { code, unit: its } = results[result.value];
    const now = state.results()[result.value];
    box.value = Number.isFinite(now) ? exactNumber(rounded(now), code) : "0";
    unit.textContent = its;
    offer(moved, state.reads(result.value));
    ask();
  });
  for (const field of [moved, box]) field.addEventListener("change", ask);
  box.addEventListener("input", () => complaint.hidden || ask());
  box.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    box.value = good;
    ask();
  });
  apply.addEventListener("click", () => {
    history.apply(state, { ...state.changes(), [moved.value]: found });
    box.focus(); // the button is gone: the wish is fulfilled
  });
  return follow;
};

/** Only what the result depends on can be moved. @param {HTMLSelectElement} select @param {Set<string>} read */
const offer = (select, read) => {
  for (const option of select.options) option.disabled = !read.has(option.value);
  if (!select.selectedOptions[0]?.disabled) return;
  select.value = [...select.options].find(({ disabled }) => !disabled)?.value ?? "";
};

/** @param {string} text @param {number} now @param {string} code */
const complaintOf = (text, now, code) => {
  const example = Number.isFinite(now) ? `, such as ${exactNumber(rounded(now), code)}` : "";
  return `“${shortened(text)}” is not a number: give one${example}.`;
};

/** A result as a person would type it. @param {number} value */
const rounded = (value) => Number(value.toPrecision(4));
