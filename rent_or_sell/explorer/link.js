// @ts-check
// Reads and writes an explorer's state as a link's fragment:
// #explorer=rack&attach_rate=0.4&edition=2

/**
 * @typedef {import("./state.js").Changes} Changes
 * @typedef {import("./state.js").Edition} Edition
 */

/** The edition of links that name none: the first one wrote none. */
const UNNAMED = "1";

/** Characters of a name or value that a notice repeats. */
const LONGEST = 60;

/** Things that a notice names; it counts the others. */
const MOST_NAMED = 5;

/** Pairs of a link that are read, many times as many as a link of ours has; it counts the others. */
const MOST_READ = 2_000;

/** @param {string} id @param {Changes} changes @param {Edition} edition @returns {string} */
export const toFragment = (id, changes, edition) => {
  const pairs = Object.entries(changes).map(([name, value]) => `${name}=${value}`);
  const ends = [`explorer=${encodeURIComponent(id)}`, `edition=${edition.number}`];
  return `#${[ends[0], ...pairs, ends[1]].join("&")}`;
};

/**
 * @typedef {{
 *   id: string, pairs: [string, string][], edition: string, again: string[], unread: number
 * }} Link the explorer that it speaks of, its pairs, the edition that made it, what it says of these
 *   two before it says otherwise, and how many more pairs nobody reads
 */

/**
 * What a fragment says; null for an ordinary heading link.
 * @param {string} fragment @returns {Link | null}
 */
export const readFragment = (fragment) => {
  const link = readText(fragment);
  return link.id ? link : null;
};

/**
 * What a text of any kind says: a whole link, its fragment, or nothing but pairs. Where it names no
 * explorer the `id` is empty, and so is the edition where nothing tells it.
 * @param {string} text @returns {Link}
 */
export const readText = (text) => {
  const query = text.slice(text.indexOf("#") + 1).trim();
  const pieces = query.replace(/^\?/, "").split("&").filter(Boolean);
  const pairs = pieces.slice(0, MOST_READ).map(pairOf);
  const given = (/** @type {string} */ key) => pairs.filter(([name]) => name === key);
  const [explorers, editions] = [given("explorer"), given("edition")];
  const id = explorers.at(-1)?.[1] ?? "";
  const edition = editions.at(-1)?.[1] ?? (id && UNNAMED);
  const rest = pairs.filter(([name]) => name !== "explorer" && name !== "edition");
  const before = [...explorers.slice(0, -1), ...editions.slice(0, -1)];
  const again = before.map(([name, value]) => `${name}=${shortened(value)} (given again)`);
  return { id, pairs: rest, edition, again, unread: Math.max(pieces.length - MOST_READ, 0) };
};

/**
 * A pair of a query as URLSearchParams reads it, which takes its time over thousands.
 * @param {string} piece @returns {[string, string]}
 */
const pairOf = (piece) => {
  const [name, ...value] = piece.split("=");
  return [decoded(name), decoded(value.join("="))];
};

/** @param {string} text @returns {string} also of what is encoded wrongly, as far as it goes */
const decoded = (text) => {
  if (!/[%+]/.test(text)) return text;
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return new URLSearchParams(`=${text}`).get("") ?? "";
  }
};

/**
 * What to say of a link that another edition made; nothing for one of this edition.
 * @param {string} made @param {Edition} edition @returns {string}
 */
export const editionWords = (made, edition) => {
  const number = /^\d+$/.test(made) ? Number(made) : NaN;
  if (number === edition.number) return "";
  const earlier = edition.since[number];
  const maker = earlier?.name ?? (number > edition.number ? "a later edition" : "");
  if (!maker) return `The link names an edition that there is not: ${shortened(made)}.`;
  const said = `This link was made with ${maker} of this book, and this is ${edition.name}.`;
  const kept = "The assumptions in the link are set; the results are this edition’s.";
  return [said, kept, earlier?.words].filter(Boolean).join(" ");
};

/**
 * The changes that a link makes to a model, and all of it that had to be ignored, as of its pairs.
 * @param {Link} link @param {Record<string, import("./state.js").Parameter>} parameters
 * @returns {{changes: Changes, ignored: string[]}}
 */
export const readLink = ({ pairs, again, unread }, parameters) => {
  const { changes, ignored } = readPairs(pairs, parameters);
  return { changes, ignored: [...again, ...ignored, ...Array(unread).fill("")] };
};

/**
 * The changes that pairs make to a model, and what of them had to be ignored: in words, as far as
 * they are named, the rest empty.
 * @param {[string, string][]} pairs @param {Record<string, import("./state.js").Parameter>} parameters
 * @returns {{changes: Changes, ignored: string[]}}
 */
export const readPairs = (pairs, parameters) => {
  /** @type {Changes} */
  const changes = {};
  /** @type {string[]} */
  const ignored = [];
  const ignore = (/** @type {() => string} */ words) =>
    ignored.push(ignored.length < MOST_NAMED ? words() : "");
  for (const [name, text] of pairs) {
    const said = () => `${shortened(name)}=${shortened(text)}`;
    const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    const value = plainNumber(text);
    if (!parameter) ignore(() => `${shortened(name)} (no such assumption)`);
    else if (Number.isNaN(value)) ignore(() => `${said()} (not a number)`);
    else if (value < parameter.min || value > parameter.max) {
      ignore(() => `${said()} (outside ${parameter.min} to ${parameter.max})`);
    } else {
      if (name in changes) ignore(() => `${name}=${changes[name]} (given again)`);
      changes[name] = value;
    }
  }
  return { changes, ignored };
};

/** @param {string} text @returns {number} NaN for what links do not write as a number */
export const plainNumber = (text) =>
  /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;

/** Controls, marks that turn the direction of writing, halves of characters: nothing to be read. */
const UNREADABLE = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** As much of a text as is repeated, a notice's measure by default, without what hides in it.
 * @param {string} text @param {number} [longest] characters @returns {string} */
export const shortened = (text, longest = LONGEST) => {
  const start = text.slice(0, longest).replace(UNREADABLE, "");
  return text.length > longest ? `${start}…` : start;
};

/** As many of the things ignored as a notice names, and how many there are besides.
 * @param {string[]} ignored @returns {string[]} */
export const named = (ignored) => {
  const more = ignored.length - MOST_NAMED;
  return more > 0 ? [...ignored.slice(0, MOST_NAMED), `and ${more} more`] : ignored;
};
