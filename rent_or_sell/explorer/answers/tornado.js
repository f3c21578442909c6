// @ts-check
// How much an answer hangs on each parameter: the browser's half of answers/tornado.py.

/**
 * @typedef {import("../state.js").State} State
 * @typedef {{name: string, low: number, high: number, atLow: number, atHigh: number, spread: number,
 *   crosses: boolean}} Ends the answer at both ends of a parameter's range
 */

/**
 * The answer at the low and the high end of each parameter that it reads, the widest spread first.
 * @param {State} state @param {string} answer @returns {Ends[]}
 */
export const tornado = (state, answer) =>
  state.once(`tornado ${answer}`, () => {
    const values = state.values();
    const names = [...state.reads(answer)];
    const columns = Object.fromEntries(
      names.map((name, row) => {
        const column = new Float64Array(2 * names.length).fill(values[name]);
        const { low, high } = state.spec.parameters[name];
        column.set([low, high], 2 * row);
        return [name, column];
      }),
    );
    const results = state.many(columns, 2 * names.length, [answer])[answer];
    const all = names.map((name, row) => {
      const { low, high } = state.spec.parameters[name];
      const [atLow, atHigh] = results.subarray(2 * row, 2 * row + 2);
      const crosses = Math.sign(atLow) * Math.sign(atHigh) < 0;
      return { name, low, high, atLow, atHigh, spread: Math.abs(atHigh - atLow), crosses };
    });
    return all.sort(bySpread);
  });

/** What is not defined comes last. @param {Ends} one @param {Ends} other */
const bySpread = (one, other) => {
  const rank = (/** @type {Ends} */ { spread }) => (Number.isNaN(spread) ? -1 : spread);
  return rank(other) - rank(one);
};
