// @ts-check
// Conditions on parameters and results: the browser's half of answers/conditions.py.

/** @typedef {[string | number, string, string | number]} Condition left, comparison, right */

/** @type {Record<string, (left: number, right: number) => boolean>} */
const COMPARISONS = {
  "<": (left, right) => left < right,
  "<=": (left, right) => left <= right,
  ">": (left, right) => left > right,
  ">=": (left, right) => left >= right,
};

/**
 * Whether all conditions hold in one case.
 * @param {Condition[]} conditions @param {Record<string, any>} values @returns {boolean}
 */
export const hold = (conditions, values) => {
  const side = (/** @type {string | number} */ operand) =>
    typeof operand === "string" ? values[operand] : operand;
  return conditions.every(([left, comparison, right]) =>
    COMPARISONS[comparison](side(left), side(right)),
  );
};

/**
 * In which of many cases all conditions hold, as 1 and 0.
 * @param {Condition[]} conditions
 * @param {Record<string, import("./compute.js").Column>} values one for all cases, or one for each
 * @param {number} count @returns {Uint8Array}
 */
export const holdEach = (conditions, values, count) => {
  const held = new Uint8Array(count).fill(1);
  for (const [left, comparison, right] of conditions) {
    // Two loops, each with its own comparison: a function called for each case takes five times as long.
    const [less, more] = comparison.startsWith("<") ? [left, right] : [right, left];
    const [low, step] = column(less, values);
    const [high, other] = column(more, values);
    if (comparison.endsWith("=")) {
      for (let i = 0; i < count; i += 1) if (!(low[i * step] <= high[i * other])) held[i] = 0;
    } else for (let i = 0; i < count; i += 1) if (!(low[i * step] < high[i * other])) held[i] = 0;
  }
  return held;
};

/** The parameters and results that conditions name, each once.
 * @param {Condition[]} conditions @returns {string[]} */
export const namesIn = (conditions) => {
  const sides = conditions.flatMap(([left, , right]) => [left, right]);
  return [...new Set(sides.filter((side) => typeof side === "string"))];
};

/**
 * What stands on a side, and how far to step to the next case: not at all where all have one.
 * @param {string | number} operand @param {Record<string, import("./compute.js").Column>} values
 * @returns {[Float64Array, number]}
 */
const column = (operand, values) => {
  const value = typeof operand === "string" ? values[operand] : operand;
  return typeof value === "number" ? [Float64Array.of(value), 0] : [value, 1];
};
