// @ts-check
// Writes every result: its full value for machines, its words for people.

import { bindValues } from "../../values.js";

/** @type {import("../../explorer.js").Bind} */
export const bind = (element, state) => bindValues(element, state);
