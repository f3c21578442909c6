// @ts-check
// What a teacher's link says besides a case: a question, the result that it asks for, what stands
// fixed, and, on the way back, a guess: #explorer=rack&displacement=1&question=…&answer=npv_rent

import { plainNumber, shortened, toFragment } from "../link.js";

/**
 * Of a lesson, `answer` is the result that is asked for ("" for none), which `predict` hides until it
 * is guessed; `fixed` are the parameters that nobody moves; `guess` is NaN before there is one.
 * @typedef {{question: string, answer: string, predict: boolean, fixed: Set<string>, guess: number}} Lesson
 * @typedef {import("../link.js").Link} Link
 */

/** Characters of a question. */
export const LONGEST_QUESTION = 300;

/** More than there are dollars. */
const LARGEST_GUESS = 1e15;

/** How a result may be called; whether there is one of that name, the page knows. */
const NAME = /^\w{1,60}$/;

/** Reads each key of a lesson; what it returns is why a value is no good.
 * @type {Record<string, (lesson: Lesson, value: string, names: string[]) => string>} */
const KEYS = {
  question(lesson, value) {
    lesson.question = shortened(value, LONGEST_QUESTION).trim();
    return "";
  },
  answer(lesson, value) {
    const fits = NAME.test(value);
    if (fits) lesson.answer = value;
    return fits ? "" : "no such result";
  },
  predict(lesson, value) {
    lesson.predict = value === "1";
    return lesson.predict ? "" : "1 is all that can be said";
  },
  lock: (lesson, value, names) => fix(lesson, value, names, (name, named) => named.has(name)),
  open: (lesson, value, names) => fix(lesson, value, names, (name, named) => !named.has(name)),
  guess(lesson, value) {
    const number = plainNumber(value);
    const fits = Math.abs(number) <= LARGEST_GUESS;
    if (fits) lesson.guess = number;
    return fits ? "" : "no number that anybody would guess";
  },
};

/**
 * Fixes the parameters that a list of names, with commas between them, means.
 * @param {Lesson} lesson @param {string} value @param {string[]} names
 * @param {(name: string, named: Set<string>) => boolean} isMeant
 */
const fix = (lesson, value, names, isMeant) => {
  const named = new Set(value.split(","));
  for (const name of names) if (isMeant(name, named)) lesson.fixed.add(name);
  const known = new Set(names);
  return [...named].every((name) => known.has(name)) ? "" : "no such assumption";
};

/**
 * What a link says of a lesson, the link without it, and what of it had to be ignored.
 * @param {Link} link @param {Record<string, unknown>} parameters of the model
 * @returns {{lesson: Lesson, link: Link, ignored: string[]}}
 */
export const readLesson = (link, parameters) => {
  /** @type {Lesson} */
  const lesson = { question: "", answer: "", predict: false, fixed: new Set(), guess: NaN };
  const names = Object.keys(parameters);
  /** @type {string[]} */
  const ignored = [];
  const pairs = link.pairs.filter(([key, value]) => {
    if (!Object.hasOwn(KEYS, key)) return true;
    const wrong = KEYS[key](lesson, value, names);
    if (wrong) ignored.push(`${key}=${shortened(value)} (${wrong})`);
    return false;
  });
  return { lesson, link: { ...link, pairs }, ignored };
};

/**
 * The fragment of a link that carries a case and a lesson.
 * @param {string} id @param {import("../state.js").Changes} changes
 * @param {import("../state.js").Edition} edition @param {Partial<Lesson>} lesson
 * @param {string[]} [names] of all parameters, without which nothing can be fixed
 */
export const toLessonFragment = (id, changes, edition, lesson, names = []) => {
  const { question = "", answer = "", predict = false, fixed = new Set(), guess = NaN } = lesson;
  const open = names.filter((name) => !fixed.has(name));
  const pairs = [
    question && `question=${encodeURIComponent(question)}`,
    answer && `answer=${answer}`,
    predict && "predict=1",
    fixed.size && (open.length < fixed.size ? `open=${open}` : `lock=${[...fixed]}`),
    Number.isFinite(guess) && `guess=${guess}`,
  ];
  return [toFragment(id, changes, edition), ...pairs.filter(Boolean)].join("&");
};
