// @ts-check
// How often values occur, as a smooth curve over an axis: the browser's half of curve.py.

const BINS = 48;
const SMOOTHING = [1 / 16, 4 / 16, 6 / 16, 4 / 16, 1 / 16]; // applied twice

/**
 * The share of the values that falls near each of the axis's steps.
 * @param {Float64Array} values @param {number} low @param {number} high @returns {number[]}
 */
export const heights = (values, low, high) => {
  const counts = /** @type {number[]} */ (new Array(BINS).fill(0));
  for (const value of values) {
    if (value >= low && value < high) counts[Math.floor(((value - low) / (high - low)) * BINS)] += 1;
  }
  return smooth(smooth(counts.map((count) => count / values.length)));
};

/** The share of the values that lie beyond the axis; what is not defined does not.
 * @param {Float64Array} values @param {number} low @param {number} high */
export const beyond = (values, low, high) => {
  let outside = 0;
  for (const value of values) if (Number.isFinite(value) && (value < low || value >= high)) outside += 1;
  return outside / values.length;
};

/** @param {number[]} shares */
const smooth = (shares) =>
  shares.map((_, step) =>
    SMOOTHING.reduce((sum, weight, place) => sum + weight * (shares[step + place - 2] ?? 0), 0),
  );

/**
 * Each curve as the path of an SVG that is 100 wide and high, all to one scale: one stands on the
 * ground; of two the first stands on the middle and the second hangs from it.
 * @param {number[][]} curves @returns {string[]}
 */
export const outlines = (curves) => {
  const top = Math.max(...curves.flat()) || 1;
  const [ground, height] = curves.length === 1 ? [100, 100] : [50, 50];
  return curves.map((curve, at) => {
    const side = at ? -height : height;
    return path(curve.map((share) => ground - (side * share) / top), ground);
  });
};

/** An outline; none where nothing is above the ground.
 * @param {number[]} levels @param {number} ground */
const path = (levels, ground) => {
  if (levels.every((level) => level === ground)) return "";
  const points = levels.map((y, step) => `L${((100 * (step + 0.5)) / BINS).toFixed(2)} ${y.toFixed(2)}`);
  return `M0 ${ground}${points.join("")}L100 ${ground}`;
};
