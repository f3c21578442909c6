// @ts-check
// The smallest change of one assumption, or of two, that gives a result the other sign. The
// browser's half of answers/settle.py, which says how it searches.

const POINTS = 64;
const HALVINGS = 44;
const DIRECTIONS = 32; // of two assumptions, in each quadrant
const SHORTER = 1 - 1e-9; // what rounding makes of equal lengths is no shorter
const WORTH_A_SECOND = 0.99; // a second assumption that saves less than a hundredth is none
const QUADRANTS = [[1, 1], [1, -1], [-1, 1], [-1, -1]];

/**
 * @typedef {import("../state.js").Changes} Changes
 *
 * New values of one or two assumptions, and the length of the change in ranges.
 * @typedef {{values: Changes, ranges: number}} Change
 *
 * A way from a case: how many ranges each assumption moves in one step, and how far it goes.
 * @typedef {{steps: Changes, reach: number}} Ray
 *
 * Where a search may go: from case a, each assumption within its bounds, in ranges of a width.
 * `goal` says whether a case has what is looked for, from the results that it reads and from what
 * the case assumes.
 * @typedef {{
 *   a: Record<string, number>, many: import("../state.js").State["many"], results: string[],
 *   goal: (values: Record<string, number>) => boolean, widths: Changes,
 *   bounds: Record<string, [number, number]>
 * }} Room
 */

/**
 * The room around case a: every assumption's range, and both cases' own values.
 * @param {import("./bridge.js").Question} question
 * @param {Record<string, {low: number, high: number}>} parameters @param {boolean} positive
 * @returns {Room}
 */
export const roomAround = (question, parameters, positive) => {
  const { a, b, answer, many } = question;
  /** @type {Room} */
  const room = {
    a,
    many,
    results: [answer],
    goal: (values) => (positive ? values[answer] > 0 : values[answer] <= 0),
    widths: {},
    bounds: {},
  };
  for (const [name, { low, high }] of Object.entries(parameters)) {
    room.widths[name] = high - low;
    room.bounds[name] = [Math.min(low, a[name], b[name]), Math.max(high, a[name], b[name])];
  }
  return room;
};

/** @param {Room} room @param {string[]} names @returns {Change | null} */
export const changeOne = (room, names) => {
  const directions = names.flatMap((name) => [{ [name]: 1 }, { [name]: -1 }]);
  const [ray, distance] = nearest(room, directions, Infinity);
  return ray && changeAt(room, ray, distance);
};

/** @param {Room} room @param {string[]} names @param {number} shorterThan @returns {Change | null} */
export const changeTwo = (room, names, shorterThan) => {
  const places = Array.from({ length: DIRECTIONS }, (_, place) => (place + 0.5) / DIRECTIONS);
  /** @type {Ray | null} */
  let ray = null;
  let distance = shorterThan;
  const keepCloser = (/** @type {Changes[]} */ directions) => {
    const [closer, length] = nearest(room, directions, distance);
    if (closer) [ray, distance] = [closer, length];
  };
  for (const [place, name] of names.entries()) {
    for (const other of names.slice(place + 1)) {
      keepCloser(
        QUADRANTS.flatMap((signs) =>
          places.map((share) => stepsOf([name, other], signs, (share * Math.PI) / 2)),
        ),
      );
    }
  }
  if (!ray) return null;
  const { steps } = /** @type {Ray} */ (ray);
  const pair = Object.keys(steps);
  const signs = pair.map((name) => Math.sign(steps[name]));
  const [along, across] = pair.map((name) => Math.abs(steps[name]));
  const middle = Math.atan2(across, along);
  const beside = places.map((share) => middle + ((share - 0.5) * Math.PI) / 2 / DIRECTIONS);
  keepCloser(beside.map((angle) => stepsOf(pair, signs, angle)));
  return distance < shorterThan * WORTH_A_SECOND ? changeAt(room, ray, distance) : null;
};

/** @param {string[]} pair @param {number[]} signs @param {number} angle @returns {Changes} */
const stepsOf = (pair, signs, angle) => ({
  [pair[0]]: signs[0] * Math.cos(angle),
  [pair[1]]: signs[1] * Math.sin(angle),
});

/**
 * The ray on which the answer agrees soonest, the first of equals, and where it does; no ray, and
 * the limit, where it agrees on none before the limit.
 * @param {Room} room @param {Changes[]} directions @param {number} limit
 * @returns {[Ray | null, number]}
 */
const nearest = (room, directions, limit) => {
  let rays = directions.map((steps) => rayOf(room, steps, limit)).filter(({ reach }) => reach > 0);
  const agree = agrees(room, rays, POINTS, (ray, point) => rays[ray].reach * ((point + 1) / POINTS));
  const first = rays.map((_, ray) => agree.subarray(ray * POINTS, (ray + 1) * POINTS).indexOf(1));
  const ends = (/** @type {number} */ beyond) =>
    rays.map(({ reach }, ray) => (first[ray] < 0 ? Infinity : reach * ((first[ray] + beyond) / POINTS)));
  let low = ends(0);
  let high = ends(1);
  const soonest = Math.min(...high); // a ray that begins where another has ended is not the nearest
  const isNear = low.map((distance) => distance < soonest);
  const near = (/** @type {any[]} */ each) => each.filter((_, ray) => isNear[ray]);
  [rays, low, high] = [near(rays), near(low), near(high)];
  for (let halving = 0; halving < HALVINGS && rays.length; halving++) {
    const middle = low.map((distance, ray) => (distance + high[ray]) / 2);
    const does = agrees(room, rays, 1, (ray) => middle[ray]);
    low = low.map((distance, ray) => (does[ray] ? distance : middle[ray]));
    high = high.map((distance, ray) => (does[ray] ? middle[ray] : distance));
  }
  /** @type {[Ray | null, number]} */
  const none = [null, limit];
  return rays.reduce(
    (best, ray, place) => (high[place] < best[1] * SHORTER ? [ray, high[place]] : best),
    none,
  );
};

/** @param {Room} room @param {Changes} steps @param {number} limit
 * @returns {Ray} up to the first bound that it meets or to the limit */
const rayOf = ({ a, widths, bounds }, steps, limit) => {
  const reaches = Object.entries(steps).map(
    ([name, step]) => (bounds[name][step > 0 ? 1 : 0] - a[name]) / (step * widths[name]),
  );
  return { steps, reach: Math.min(limit, ...reaches) };
};

/**
 * Whether what is looked for is reached: one value for each ray and point, in turn.
 * @param {Room} room @param {Ray[]} rays @param {number} points of each ray
 * @param {(ray: number, point: number) => number} distance
 */
const agrees = (room, rays, points, distance) => {
  const { a, many, results, goal } = room;
  const count = rays.length * points;
  /** @type {Record<string, Float64Array>} */
  const columns = {};
  rays.forEach(({ steps }, ray) => {
    for (const [name, step] of Object.entries(steps)) {
      const column = (columns[name] ??= new Float64Array(count).fill(a[name]));
      for (let point = 0; point < points; point++) {
        column[ray * points + point] = valueAt(room, name, step, distance(ray, point));
      }
    }
  });
  const found = Object.entries({ ...columns, ...many({ ...a, ...columns }, count, results) });
  const values = { ...a };
  return Uint8Array.from({ length: count }, (_, place) => {
    for (const [name, column] of found) values[name] = column[place];
    return Number(goal(values));
  });
};

/** @param {Room} room @param {string} name @param {number} step @param {number} distance */
const valueAt = ({ a, widths, bounds }, name, step, distance) => {
  const moved = a[name] + distance * (step * widths[name]);
  return Math.min(Math.max(moved, bounds[name][0]), bounds[name][1]);
};

/** @param {Room} room @param {Ray} ray @param {number} distance @returns {Change} */
const changeAt = (room, { steps }, distance) => ({
  values: Object.fromEntries(
    Object.entries(steps).map(([name, step]) => [name, valueAt(room, name, step, distance)]),
  ),
  ranges: distance,
});
