// @ts-check
// Many assumed worlds of the reader's case: the browser's half of answers/draws.py.

import { holdEach } from "../conditions.js";
import { uniforms } from "./luck.js";

/**
 * @typedef {import("../compute.js").Column} Column
 * @typedef {import("../conditions.js").Condition} Condition
 * @typedef {{count: number, streams: string[], values: Record<string, Column>}} Worlds
 *   how many draws, which streams were drawn, and values by name: one for all, or one a draw
 * @typedef {(wanted: string[], count: number, independent?: boolean) => Worlds} Draw
 */

/**
 * What draws the worlds of a state. A drawn parameter is kept until its own value changes, and a
 * result until a parameter that it reads does.
 * @param {import("../state.js").State} state @param {number} seed @returns {Draw}
 */
export const drawing = (state, seed) => {
  const together = state.keeping();
  const apart = state.keeping();
  /** @type {Map<string, {mode: number, column: Float64Array}>} */
  const kept = new Map();
  /** @param {string} name @param {string} stream @param {number} mode @param {number} count */
  const drawn = (name, stream, mode, count) => {
    const key = `${stream} ${name}`;
    let made = kept.get(key);
    if (!made || made.mode !== mode || made.column.length < count) {
      const { low, high } = state.spec.parameters[name];
      made = { mode, column: triangular(uniforms(stream, count, seed), low, mode, high) };
      kept.set(key, made);
    }
    return made.column.subarray(0, count);
  };
  return (wanted, count, independent = false) => {
    const values = state.values();
    const read = new Set(wanted.flatMap((result) => [...reads(state, result)]));
    /** @type {Record<string, Float64Array>} */
    const columns = {};
    /** @type {Set<string>} */
    const streams = new Set();
    for (const [name, { low, high, draw }] of Object.entries(state.spec.parameters)) {
      if (!read.has(name) || !draw || isBeyond(values[name], low, high)) continue;
      const stream = independent ? name : draw;
      streams.add(stream);
      columns[name] = drawn(name, stream, values[name], count);
    }
    const found = (independent ? apart : together)(columns, count, wanted);
    return { count, streams: [...streams], values: { ...values, ...columns, ...found } };
  };
};

/** @param {number} value @param {number} low @param {number} high */
const isBeyond = (value, low, high) => value < low || value > high;

/**
 * What would be drawn for the results, were it not set outside its range.
 * @param {import("../state.js").State} state @param {string[]} wanted
 * @returns {import("../state.js").Parameter[]}
 */
export const held = (state, wanted) => {
  const read = new Set(wanted.flatMap((result) => [...reads(state, result)]));
  return Object.entries(state.changes())
    .map(([name, value]) => ({ name, value, of: state.spec.parameters[name] }))
    .filter(({ name, value, of }) => read.has(name) && of.draw && isBeyond(value, of.low, of.high))
    .map(({ of }) => of);
};

/** @type {WeakMap<import("../state.js").Spec, Map<string, Set<string>>>} */
const known = new WeakMap();

/** The parameters that a result reads; they are the same for every case.
 * @param {import("../state.js").State} state @param {string} result */
const reads = (state, result) => {
  const results = known.get(state.spec) ?? new Map();
  known.set(state.spec, results);
  if (!results.has(result)) results.set(result, state.reads(result));
  return /** @type {Set<string>} */ (results.get(result));
};

/**
 * The values below which a triangular distribution has the given shares.
 * @param {Float64Array} luck @param {number} low @param {number} mode @param {number} high
 */
const triangular = (luck, low, mode, high) => {
  const rising = (high - low) * (mode - low);
  const falling = (high - low) * (high - mode);
  return luck.map((u) =>
    u * (high - low) < mode - low ? low + Math.sqrt(u * rising) : high - Math.sqrt((1 - u) * falling),
  );
};

/** The share of the draws in which all conditions hold.
 * @param {Worlds} worlds @param {Condition[]} conditions @returns {number} */
export const share = ({ values, count }, conditions) => {
  let held = 0;
  for (const one of holdEach(conditions, values, count)) held += one;
  return held / count;
};

/** The share of the draws that count, all or some of them, in which a result is not defined.
 * @param {Worlds} worlds @param {string} name @param {Uint8Array} [among] @returns {number} */
export const undefinedShare = ({ values }, name, among) => {
  const column = /** @type {Float64Array} */ (values[name]);
  let [missing, all] = [0, 0];
  for (let i = 0; i < column.length; i += 1) {
    if (among && !among[i]) continue;
    all += 1;
    if (!Number.isFinite(column[i])) missing += 1;
  }
  return all ? missing / all : 0;
};

const MOVING = 8; // milliseconds for the draws while a control moves
const FEWEST = 500; // draws, below which a share says little
const READY = 200; // milliseconds after the beginning

/**
 * What shows worlds of a state at every move: as many draws as fit into the time of a move by the
 * last that was measured, and all of them at rest.
 * @param {import("../state.js").State} state @param {string[]} wanted
 * @param {{count: number, seed: number}} all @param {(worlds: Worlds) => void} show
 */
export const pacedDraws = (state, wanted, { count, seed }, show) => {
  const draw = drawing(state, seed);
  let fit = count; // draws
  let shown = count; // by the frame
  const timed = (/** @type {number} */ drawn) => {
    const start = performance.now();
    const worlds = draw(wanted, drawn);
    const took = Math.max(performance.now() - start, 0.1);
    fit = Math.min(count, Math.max(FEWEST, Math.floor((drawn * MOVING) / took)));
    return worlds;
  };
  const showSome = (/** @type {number} */ drawn) => {
    shown = drawn;
    show(timed(drawn));
  };
  setTimeout(timed, READY, count); // the first draws take longest: no move waits for them
  return {
    draw,
    move: () => showSome(fit),
    rest() {
      if (shown < count) showSome(count);
    },
  };
};
