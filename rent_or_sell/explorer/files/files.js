// @ts-check
// Hands a page what its explorers load when a reader asks to take something along.

import { files } from "./take.js";

/** @type {any} */ (globalThis).explorerFiles = files;
