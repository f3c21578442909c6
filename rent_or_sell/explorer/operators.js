// @ts-check
// The operators that generated models use beside arithmetic: the browser's half of operators.py.

/** t = 0 to 5: 2026 to 2031. */
export const YEARS = 6;

/** @param {number} value @returns {number} the value, or NaN where it is not a finite number */
export const defined = (value) => (Number.isFinite(value) ? value : NaN);

/** @param {(year: number) => number} yearly @returns {number[]} its value in every year */
export const everyYear = (yearly) => {
  const values = [];
  for (let year = 0; year < YEARS; year += 1) values.push(defined(yearly(year)));
  return values;
};

/**
 * 1 + ratio + ratio² + …, summed for the whole terms that controls produce; for part terms expm1
 * and log keep the digits that (1 − qⁿ)/(1 − q) loses near one.
 * @param {number} ratio @param {number} terms @returns {number}
 */
export const geometricSum = (ratio, terms) => {
  if (!Number.isInteger(terms)) {
    return ratio === 1 ? terms : Math.expm1(terms * Math.log(ratio)) / (ratio - 1);
  }
  let total = 0;
  for (let term = 0; term < terms; term += 1) total = 1 + ratio * total;
  return total;
};

/**
 * What all cohorts still in their first `years` years bring in a year.
 * @param {(year: number) => number} flow @param {number} year
 * @param {number} ratio @param {number} years @returns {number}
 */
export const cohortSum = (flow, year, ratio, years) => {
  let total = 0;
  for (let cohort = 0; cohort <= year; cohort += 1) {
    const age = year - cohort;
    if (age < years) total += flow(cohort) * ratio ** age;
  }
  return total;
};

/** @param {(year: number) => number} yearly @returns {number} its total over all years */
export const yearSum = (yearly) => everyYear(yearly).reduce((total, value) => total + value, 0);
