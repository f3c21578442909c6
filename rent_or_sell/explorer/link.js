// @ts-check
// Reads and writes an explorer's state as a link's fragment: #explorer=rack&attach_rate=0.4

/** @typedef {import("./state.js").Changes} Changes */

/** @param {string} id @param {Changes} changes @returns {string} */
export const toFragment = (id, changes) => {
  const pairs = Object.entries(changes).map(([name, value]) => `${name}=${value}`);
  return `#${[`explorer=${encodeURIComponent(id)}`, ...pairs].join("&")}`;
};

/**
 * The explorer that a fragment speaks of and its pairs; null for an ordinary heading link.
 * @param {string} fragment @returns {{id: string, pairs: [string, string][]} | null}
 */
export const readFragment = (fragment) => {
  const pairs = [...new URLSearchParams(fragment.replace(/^#/, ""))];
  const id = pairs.find(([name]) => name === "explorer")?.[1];
  return id ? { id, pairs: pairs.filter(([name]) => name !== "explorer") } : null;
};

/**
 * The changes that a link's pairs make to a model, and what of them had to be ignored.
 * @param {[string, string][]} pairs @param {Record<string, import("./state.js").Parameter>} parameters
 * @returns {{changes: Changes, ignored: string[]}}
 */
export const readPairs = (pairs, parameters) => {
  /** @type {Changes} */
  const changes = {};
  const ignored = [];
  for (const [name, text] of pairs) {
    const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    const value = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
    if (!parameter) ignored.push(`${name} (no such assumption)`);
    else if (Number.isNaN(value)) ignored.push(`${name}=${text} (not a number)`);
    else if (value < parameter.min || value > parameter.max) {
      ignored.push(`${name}=${text} (outside ${parameter.min} to ${parameter.max})`);
    } else changes[name] = value;
  }
  return { changes, ignored };
};
