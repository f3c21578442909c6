// @ts-check
// The host of an explorer in another site's page: a lesson in the fragment, the case in memory, undo
// as a button. It tells its height to the page around it, a number and nothing else.

import { editionNotice } from "../edition_notice.js";
import { bindExplorer } from "../explorer.js";
import { givenFiles } from "../given_files.js";
import { named, readLink, readText, shortened } from "../link.js";
import { memoryModel } from "../memory_model.js";
import { createState } from "../state.js";
import { undoStack } from "../undo_stack.js";
import { write } from "../values.js";
import { bindAnswer } from "./answer.js";
import { readLesson, toLessonFragment } from "./lesson.js";

/**
 * @param {import("../explorer.js").Parts} parts
 * @param {{models: Record<string, import("../compute.js").GeneratedModel>, specs: object[]}} here
 * @param {{fragment: string, report(score: number, isShown: boolean): void}} [given] a lesson in place of the address’s,
 *   which nobody then sends on, and what is told how good an answer is, of 100
 */
export const startEmbed = (parts, { models, specs }, given) => {
  const root = /** @type {HTMLElement} */ (document.querySelector(".explorer"));
  const state = createState(memoryModel(JSON.stringify(specs[0])), models);
  const { lesson, changes, lines } = readAddress(given?.fragment ?? location.hash, state.spec, state.results());
  state.set(changes);
  const fixed = Object.fromEntries([...lesson.fixed].map((name) => [name, state.values()[name]]));
  const { id, edition } = state.spec;
  const link = () =>
    location.href.split("#")[0] + toLessonFragment(id, state.changes(), edition, answered());
  const stack = undoStack();
  /** @type {import("../undo_stack.js").History} */
  const history = {
    ...stack,
    ...givenFiles(document.currentScript?.dataset ?? {}, link),
    // Whatever moves an assumption, a preset or a handle, one that is fixed stays.
    apply: (of, next, hold) => stack.apply(of, { ...next, ...fixed }, hold),
    ...(given ? {} : { link }),
  };
  for (const name of lesson.fixed) fix(root, name);
  if (lesson.question) write(document.querySelector(".embed-question"), lesson.question);
  const answered = bindAnswer(root, state, lesson, given ?? { link });
  bindExplorer(root, state, history, parts);
  tell(root, lines);
  tellHeight();
  // Another link to this page is another lesson.
  window.addEventListener("hashchange", () => location.reload());
};

/** What the address says, as far as it fits: the lesson, the case, and lines on the rest of it.
 * @param {string} fragment @param {import("../state.js").Spec} spec
 * @param {import("../state.js").Results} results */
const readAddress = (fragment, spec, results) => {
  const read = readText(fragment);
  const { lesson, link, ignored: ofLesson } = readLesson(read, spec.parameters);
  const { changes, ignored: ofCase } = readLink(link, spec.parameters);
  const ignored = [...ofLesson, ...ofCase];
  if (lesson.answer && !isSingle(results, lesson.answer)) ignored.unshift(`answer=${lesson.answer} (no such result)`);
  if (link.id && link.id !== spec.id) ignored.unshift(`explorer=${shortened(link.id)} (not on this page)`);
  const home = /** @type {HTMLAnchorElement | null} */ (document.querySelector(".embed-book a"));
  const page = home && spec.edition.page ? new URL(spec.edition.page, home.href).href : "";
  const lines = editionNotice(link.edition || String(spec.edition.number), { ...spec.edition, page });
  if (ignored.length) lines.push(`Ignored from the link: ${named(ignored).join("; ")}.`);
  return { lesson, changes, lines };
};

/** Whether a result is there, and one number. @param {import("../state.js").Results} results @param {string} name */
const isSingle = (results, name) => Object.hasOwn(results, name) && typeof results[name] === "number";

/** @param {HTMLElement} root @param {string} name of a parameter that nobody moves */
const fix = (root, name) => {
  const control = root.querySelector(`[data-parameter="${name}"]`);
  control?.classList.add("is-fixed");
  const inputs = [...(control?.querySelectorAll("input") ?? []), ...root.querySelectorAll(`[data-handle="${name}"]`)];
  for (const input of inputs) /** @type {HTMLInputElement} */ (input).disabled = true;
};

/** @param {HTMLElement} root @param {(string | HTMLElement)[]} lines */
const tell = (root, lines) => {
  const notice = root.querySelector(".ignored");
  notice?.replaceChildren(...lines);
  notice?.toggleAttribute("hidden", !lines.length);
};

const tellHeight = () => {
  if (window.parent === window) return;
  const page = document.documentElement;
  new ResizeObserver(() => {
    window.parent.postMessage(Math.ceil(page.getBoundingClientRect().height), "*");
  }).observe(page);
};
