// @ts-check
// The cases that can be compared: the book's own, the reader's, pinned ones and one from a link.

import { editionNotice } from "../../edition_notice.js";
import { readLink, readText, shortened } from "../../link.js";

/**
 * @typedef {import("../../state.js").Changes} Changes
 * @typedef {import("../../state.js").State} State
 * @typedef {{label: string, changes: Changes}} KnownCase
 */

export const YOURS = "·yours"; // no scenario has such a name
export const PASTED = "·pasted";

/**
 * What a pasted text says of a model: its changes, and what a reader should know of it. Null
 * changes where it is no link to this model.
 * @param {string} text @param {State} state @param {Record<string, string>} asks
 * @param {boolean} hasPages whether the book's pages are around
 * @returns {{changes: Changes | null, lines: (string | HTMLElement)[], ignored: string[]}}
 */
export const readCase = (text, { spec }, asks, hasPages) => {
  const link = readText(text);
  const { id, pairs, edition } = link;
  if (!id && !pairs.length) return { changes: null, lines: ["Paste a link first."], ignored: [] };
  const model = id && modelOf(id, { ...asks, [spec.id]: spec.model });
  if (model && model !== spec.model) {
    const refusal = `This link is of the model “${model}”; here cases of “${spec.model}” are compared.`;
    return { changes: null, lines: [refusal], ignored: [] };
  }
  const { changes, ignored } = readLink(link, spec.parameters);
  if (id && !model) ignored.unshift(`explorer=${shortened(id)} (no such explorer)`);
  const taken = Object.keys(changes).length;
  if (!model && !taken) {
    return { changes: null, lines: ["There is no assumption of this model in it."], ignored };
  }
  const known = hasPages ? spec.edition : { ...spec.edition, page: "" };
  const count = taken === 1 ? "1 assumption is" : `${taken} assumptions are`;
  const made = edition ? editionNotice(edition, known) : []; // mere pairs are of no edition
  return { changes, lines: [`${count} taken from it. `, ...made], ignored };
};

/**
 * The model that an explorer asks; a second one on a page has a suffix, such as "rack-2".
 * @param {string} id @param {Record<string, string>} asks
 */
export const modelOf = (id, asks) =>
  [id, id.split("-")[0]].filter((name) => Object.hasOwn(asks, name)).map((name) => asks[name])[0];
