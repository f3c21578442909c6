// @ts-check
// The form that makes a teacher's link: an explorer, a case, what is fixed, a question. Nothing is sent.

import { copyLink } from "../clipboard.js";
import { named, readLink, readText } from "../link.js";
import { exactNumber, formatNumber, parseNumber } from "../number_format.js";
import { write } from "../values.js";
import { toLessonFragment } from "./lesson.js";
import { bindCode } from "./link_code.js";

/**
 * @typedef {import("../state.js").Changes} Changes
 * @typedef {{id: string, title: string, model: string}} ClassView
 * @typedef {{
 *   spec: import("../state.js").Spec, presets: Record<string, string>,
 *   results: Record<string, {label: string, unit: string, format: string}>,
 *   odds: {words: string, when: import("../conditions.js").Condition[], seed: number} | null
 * }} ClassModel
 * @typedef {{
 *   views: ClassView[], models: Record<string, ClassModel>,
 *   codes: Record<string, import("../compute.js").GeneratedModel>
 * }} ClassData
 */

const PAUSE = 300; // milliseconds until a preview follows what is typed
const TALLEST = 10_000; // pixels of a preview

/** @param {HTMLFormElement} form @param {ClassData} data */
export const bindLinks = (form, { views, models }) => {
  const field = (/** @type {string} */ name) =>
    /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
  const select = (/** @type {string} */ name) =>
    /** @type {HTMLSelectElement} */ (form.elements.namedItem(name));
  const find = (/** @type {string} */ selector) =>
    /** @type {HTMLElement} */ (form.querySelector(selector));
  const preview = /** @type {HTMLIFrameElement} */ (find(".links-preview"));
  const drawCode = bindCode(/** @type {HTMLDetailsElement} */ (find(".links-code")), () => field("link").value);
  const view = () => views[select("view").selectedIndex];
  const model = () => models[view().model];
  /** @type {Row[]} */
  let rows = [];
  let timer = 0;
  let isTouched = false;
  let framed = ""; // the page in the preview

  const show = () => {
    const { id } = view();
    const { spec, results } = model();
    const address = new URL(`../embed/${id}.html`, location.href).href;
    const answer = Object.keys(results)[select("answer").selectedIndex - 1] ?? "";
    const fixed = new Set(rows.filter(({ fix }) => fix.checked).map(({ name }) => name));
    field("predict").disabled = !answer;
    const lesson = {
      question: field("question").value.trim(),
      answer,
      predict: Boolean(answer) && field("predict").checked,
      fixed,
    };
    const names = Object.keys(spec.parameters);
    const link = address + toLessonFragment(id, changesOf(rows), spec.edition, lesson, names);
    field("link").value = link;
    field("line").value = lineOf(link, lesson.question || view().title);
    drawCode();
    write(find(".links-copied"), "");
    clearTimeout(timer);
    if (!isTouched) return; // the preview weighs as much as a chapter
    timer = setTimeout(() => {
      // The same page only follows its fragment, and makes no entry in the history.
      if (framed === address) preview.contentWindow?.location.replace(link);
      else preview.src = link;
      framed = address;
    }, PAUSE);
  };
  const set = (/** @type {Changes} */ changes) => {
    for (const row of rows) row.set(changes[row.name] ?? model().spec.parameters[row.name].base);
  };
  const choose = () => {
    const { spec, presets, results } = model();
    const options = (/** @type {string[]} */ texts) => texts.map((text) => new Option(text));
    select("preset").replaceChildren(...options(Object.values(presets)));
    const asked = Object.values(results).map(({ label, unit }) => (unit ? `${label}, in ${unit}` : label));
    select("answer").replaceChildren(...options(["none", ...asked]));
    rows = Object.entries(spec.parameters).map(([name, parameter]) => makeRow(name, parameter));
    find(".links-parameters").replaceChildren(...rows.map(({ element }) => element));
    write(find(".links-said"), "");
    show();
  };
  const take = () => {
    const { changes, ignored } = readLink(readText(field("pasted").value), model().spec.parameters);
    const count = Object.keys(changes).length;
    if (count) set(changes);
    const taken = count === 1 ? "1 assumption is" : `${count} assumptions are`;
    const rest = ignored.length ? ` Ignored: ${named(ignored).join("; ")}.` : "";
    write(find(".links-said"), `${taken} taken from it.${rest}`);
    show();
  };
  const copy = (/** @type {string} */ name) => async () =>
    write(find(".links-copied"), await copyLink(field(name).value));
  const fixAll = (/** @type {boolean} */ isFixed) => () => {
    for (const { fix } of rows) fix.checked = isFixed;
    show();
  };

  select("view").addEventListener("change", choose);
  select("preset").addEventListener("change", () => {
    set(Object.values(model().spec.presets)[select("preset").selectedIndex]);
    write(find(".links-said"), "");
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", ({ target }) => target !== field("pasted") && show());
  form.addEventListener("change", ({ target }) => target !== field("pasted") && show());
  field("pasted").addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    take();
  });
  find(".take-link").addEventListener("click", take);
  find(".fix-all").addEventListener("click", fixAll(true));
  find(".fix-none").addEventListener("click", fixAll(false));
  find(".copy-class-link").addEventListener("click", copy("link"));
  find(".copy-line").addEventListener("click", copy("line"));
  // Until then it is no stop for Tab.
  preview.addEventListener("load", () => preview.toggleAttribute("data-loaded", framed !== ""));
  window.addEventListener("message", ({ source, data }) => {
    if (source !== preview.contentWindow || !Number.isFinite(data)) return;
    preview.height = String(Math.min(Math.max(data, 0), TALLEST));
  });
  form.addEventListener(
    "focusin",
    () => {
      isTouched = true;
      preview.hidden = false;
      show();
    },
    { once: true },
  );
  find(".links-disk").hidden = location.protocol !== "file:";
  choose();
};

/**
 * An assumption's box and whether it is fixed.
 * @typedef {{
 *   name: string, element: HTMLElement, fix: HTMLInputElement,
 *   set(value: number): void, value(): number | undefined
 * }} Row `value` is undefined where it is the base one, or none
 */

/** @param {string} name @param {import("../state.js").Parameter} parameter @returns {Row} */
const makeRow = (name, { label, unit, format, min, max, base }) => {
  const element = document.createElement("div");
  const [box, fix] = [document.createElement("input"), document.createElement("input")];
  const [words, mark, complaint] = ["label", "label", "p"].map((tag) => document.createElement(tag));
  box.type = "text";
  box.spellcheck = false;
  fix.type = "checkbox";
  fix.setAttribute("aria-label", `Fix ${label}`);
  words.append(`${label}${unit && `, ${unit}`} `, box);
  mark.append(fix, " fixed");
  complaint.className = "links-complaint";
  complaint.hidden = true;
  element.append(words, mark, complaint);
  const number = () => parseNumber(box.value, format, unit);
  const fits = () => number() >= min && number() <= max;
  box.addEventListener("input", () => {
    box.setAttribute("aria-invalid", String(!fits()));
    complaint.hidden = fits();
    write(complaint, `Give a number from ${formatNumber(min, format)} to ${formatNumber(max, format)}.`);
  });
  const set = (/** @type {number} */ value) => {
    box.value = exactNumber(value, format);
    box.setAttribute("aria-invalid", "false");
    complaint.hidden = true;
  };
  set(base);
  return { name, element, fix, set, value: () => (fits() && number() !== base ? number() : undefined) };
};

/** @param {Row[]} rows @returns {Changes} */
const changesOf = (rows) =>
  Object.fromEntries(
    rows.flatMap(({ name, value }) => {
      const number = value();
      return number === undefined ? [] : [[name, number]];
    }),
  );

/** What a teacher pastes into a page: its quotes cannot be ended by the question.
 * @param {string} link @param {string} title */
const lineOf = (link, title) => {
  const frame = document.createElement("iframe");
  for (const [name, value] of Object.entries({ src: link, title, width: "100%", height: "1200" })) {
    frame.setAttribute(name, value);
  }
  frame.setAttribute("loading", "lazy");
  return frame.outerHTML;
};
