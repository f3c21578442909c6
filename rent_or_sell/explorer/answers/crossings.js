// @ts-check
// Where a result crosses a level as one parameter moves: the browser's half of answers/crossings.py.

const CELLS = 32; // of the samples over the range, and as many from each of its ends to the hard limit
const NOISE = 1e-12; // of the largest sample or the level: what differs from the level by less lies on it
const NARROW = 1e-13; // of the value or the range: a stretch is narrowed to this
const ROUNDS = 24;
const POINTS = 8; // of a stretch in a round
// Around where a straight line would cross, in shares of the stretch: a smooth result is soon caught.
const AROUND = [-(2 ** -6), -(2 ** -18), 0, 2 ** -18, 2 ** -6];
const QUARTERS = [0.25, 0.5, 0.75];
const EVEN = Float64Array.from({ length: POINTS }, (_, point) => (point + 1) / (POINTS + 1));
const POLE = 1e3; // times what it was at the ends: a result that grows so has no value there
const JUMP = 1e-4; // times that: a result that still differs so leaps over the level

/**
 * Values of a parameter in ascending order, how far the result lies above the level at each, and
 * on which side: 1 above, -1 below, 0 on it, NaN where it is not defined.
 * @typedef {{name: string, x: Float64Array, above: Float64Array, sides: Float64Array}} Samples
 *
 * The first value found beyond a crossing; a leap passes over the level itself.
 * @typedef {{name: string, x: number, isLeap: boolean}} Crossing
 *
 * From a sample at which the result is defined and off the level, to one where it differs; `size`
 * is how far from the level it was at the ends.
 * @typedef {{name: string, start: number, end: number, aboveStart: number, aboveEnd: number,
 *   size: number}} Stretch
 * @typedef {import("../state.js").State} State
 */

/** @param {State} state @param {string} answer @param {string} name @param {number} level @returns {Samples} */
export const sample = (state, answer, name, level) => {
  const x = grid(state.spec.parameters[name], state.values()[name]);
  const above = state.sweep({ [name]: x }, answer).map((result) => result - level);
  return { name, x, above, sides: sidesOf(above, level) };
};

/**
 * Where the answer crosses the level, or with `reach` also where it comes to lie on it.
 * @param {State} state @param {string} answer @param {Samples[]} samples @param {number} level
 * @returns {Crossing[]}
 */
export const crossings = (state, answer, samples, level, reach = false) => {
  const values = state.values();
  const stretches = samples.flatMap((each) => stretchesOf(each, values[each.name], reach));
  narrow(state, answer, stretches, level);
  return stretches.flatMap(({ name, end, aboveStart, aboveEnd, size }) => {
    const gap = Math.abs(aboveEnd - aboveStart); // NaN where the end is not defined
    const isLeap = gap > JUMP * size && Math.abs(aboveEnd) > NOISE * size;
    return gap <= POLE * size ? [{ name, x: end, isLeap }] : [];
  });
};

/** @param {import("../state.js").Parameter} parameter @param {number} now */
const grid = ({ low, high, min, max }, now) => {
  const ends = [min, low, high, max];
  const points = new Float64Array(3 * (CELLS + 1) + 1).fill(now);
  for (let place = 0; place <= CELLS; place += 1) {
    for (let part = 0; part < 3; part += 1) {
      const [from, to] = [ends[part], ends[part + 1]];
      points[part * (CELLS + 1) + place] = from + (to - from) * (place / CELLS);
    }
  }
  return points.sort().map((point) => Math.min(Math.max(point, min), max));
};

/** @param {Float64Array} above @param {number} level */
const sidesOf = (above, level) => {
  let largest = Math.abs(level);
  for (const one of above) if (Math.abs(one) > largest) largest = Math.abs(one);
  return above.map((one) => (Math.abs(one) <= NOISE * largest ? 0 : Math.sign(one)));
};

/**
 * Where the side changes between samples, or the result stops being defined. Samples on the level
 * are passed over, unless they are to be reached. Of two sides it starts from the nearer one.
 * @param {Samples} samples @param {number} now @param {boolean} reach @returns {Stretch[]}
 */
const stretchesOf = ({ name, x, above, sides }, now, reach) => {
  /** @type {Stretch[]} */
  const found = [];
  const add = (/** @type {number} */ start, /** @type {number} */ end) => {
    const [aboveStart, aboveEnd] = [above[start], above[end]];
    const size = Math.max(Math.abs(aboveStart), Math.abs(aboveEnd) || 0);
    found.push({ name, start: x[start], end: x[end], aboveStart, aboveEnd, size });
  };
  let last = -1;
  for (let place = 0; place < x.length; place += 1) {
    const side = sides[place];
    if (Number.isNaN(side)) {
      if (last >= 0 && sides[place - 1]) add(place - 1, place);
      last = -1;
      continue;
    }
    if (place && Number.isNaN(sides[place - 1]) && side) add(place, place - 1);
    if (!side && !reach) continue;
    if (last >= 0 && sides[last] !== side) {
      if (sides[last] && !(side && x[place] <= now)) add(last, place);
      else add(place, last);
    }
    last = place;
  }
  return found;
};

/**
 * Narrows stretches, all at once, to the place where the result leaves the side of the start.
 * @param {State} state @param {string} answer @param {Stretch[]} stretches @param {number} level
 */
const narrow = (state, answer, stretches, level) => {
  const { parameters } = state.spec;
  const isWide = (/** @type {Stretch} */ { name, start, end }) =>
    Math.abs(end - start) >
    NARROW * Math.max(Math.abs(start), parameters[name].high - parameters[name].low);
  for (let round = 0; round < ROUNDS; round += 1) {
    const wide = stretches.filter(isWide);
    if (!wide.length) return;
    const x = new Float64Array(wide.length * POINTS);
    wide.forEach(({ start, end, aboveStart, aboveEnd }, row) =>
      shares(aboveStart, aboveEnd).forEach((share, point) => {
        x[row * POINTS + point] = start + (end - start) * share;
      }),
    );
    const results = evaluateEach(state, answer, wide, x);
    wide.forEach((stretch, row) => leave(stretch, x, results, row * POINTS, level));
  }
};

/** Where to look next, in ascending order. @param {number} aboveStart @param {number} aboveEnd */
const shares = (aboveStart, aboveEnd) => {
  const straight = aboveStart / (aboveStart - aboveEnd);
  if (Number.isNaN(straight)) return EVEN;
  const around = AROUND.map((step) => Math.min(Math.max(straight + step, 0), 1));
  return Float64Array.from([...QUARTERS, ...around]).sort();
};

/**
 * The answer at all points, those of each stretch with its own parameter moved.
 * @param {State} state @param {string} answer @param {Stretch[]} stretches @param {Float64Array} x
 */
const evaluateEach = (state, answer, stretches, x) => {
  const values = state.values();
  /** @type {Record<string, Float64Array>} */
  const columns = {};
  stretches.forEach(({ name }, row) => {
    columns[name] ??= new Float64Array(x.length).fill(values[name]);
    const [from, to] = [row * POINTS, (row + 1) * POINTS];
    columns[name].set(x.subarray(from, to), from);
  });
  return state.many(columns, x.length, [answer])[answer];
};

/**
 * Keeps of a stretch the part in which the result leaves the side of the start.
 * @param {Stretch} stretch @param {Float64Array} x @param {Float64Array} results
 * @param {number} from @param {number} level
 */
const leave = (stretch, x, results, from, level) => {
  const side = Math.sign(stretch.aboveStart);
  for (let place = from; place < from + POINTS; place += 1) {
    const above = results[place] - level;
    if (Math.sign(above) !== side) {
      stretch.end = x[place];
      stretch.aboveEnd = above;
      return;
    }
    stretch.start = x[place];
    stretch.aboveStart = above;
  }
};
