// @ts-check
// The operators that generated models use beside arithmetic: the browser's half of operators.py.

/**
 * The value, or NaN where it is not a finite number: Infinity − Infinity is NaN. No branch, since
 * this runs for every quantity of every case.
 * @param {number} value @returns {number}
 */
export const defined = (value) => value - value + value;

/** Up to so many terms, adding them up is quicker than the closed form. */
const MOST_ADDED = 40;

/**
 * 1 + ratio + ratio² + …, added up for the few whole terms that controls produce; otherwise expm1
 * and log keep the digits that (1 − qⁿ)/(1 − q) loses near one.
 * @param {number} ratio @param {number} terms @returns {number}
 */
export const geometricSum = (ratio, terms) => {
  if (ratio < 0 || terms < 1 || terms > MOST_ADDED || !Number.isInteger(terms)) {
    return ratio === 1 ? terms : Math.expm1(terms * Math.log(ratio)) / (ratio - 1);
  }
  let total = 0;
  for (let term = 0; term < terms; term += 1) total = 1 + ratio * total;
  return total;
};

/**
 * What all cohorts still in their first `years` years bring in a year.
 * @param {Float64Array} flow one value a year @param {number} year
 * @param {number} ratio @param {number} years @returns {number}
 */
export const cohortSum = (flow, year, ratio, years) => {
  let total = 0;
  for (let age = 0, kept = 1; age <= year && age < years; age += 1, kept *= ratio) {
    total += flow[year - age] * kept;
  }
  return total;
};

/** @param {Float64Array} flow one value a year @returns {number} its total over all years */
export const yearSum = (flow) => {
  let total = 0;
  for (let year = 0; year < flow.length; year += 1) total += flow[year];
  return total;
};
