// @ts-check
// Fills a reader's values into the workbook that Python wrote at the base case.

import { zip } from "./zip.js";

/**
 * What `template` in rent_or_sell/model/spreadsheet.py makes, and explains.
 * @typedef {{parts: Record<string, string>, sheet: string, inputs: Record<string, string>}} Template
 */

export const WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const LINK = "{link}";

/**
 * @param {Template} template @param {Record<string, number>} values of all parameters
 * @param {string} link to the reader's case
 * @returns {Blob}
 */
export const fillIn = ({ parts, sheet, inputs }, values, link) => {
  const cells = Object.fromEntries(Object.entries(inputs).map(([name, cell]) => [cell, values[name]]));
  const files = Object.entries(parts).map(([path, text]) => {
    const linked = text.replaceAll(LINK, () => escaped(link));
    return /** @type {[string, string]} */ ([path, path === sheet ? withValues(linked, cells) : linked]);
  });
  return new Blob([zip(files)], { type: WORKBOOK });
};

/** @param {string} sheet @param {Record<string, number>} cells a number by address, such as D4 */
const withValues = (sheet, cells) =>
  sheet.replace(/(<c r="([A-Z]+\d+)"[^>]*><v>)[^<]*/g, (all, start, address) =>
    Object.hasOwn(cells, address) ? `${start}${cells[address]}` : all,
  );

/** @param {string} text @returns {string} as it may stand in XML */
const escaped = (text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
