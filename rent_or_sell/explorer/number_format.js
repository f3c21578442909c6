// @ts-check
// Writes and reads numbers as people do: the browser's half of number_format.py.

export const UNDEFINED = "not defined";

const OF_TEN = "of ten";
const IN_THOUSANDS = ["%", "r%", "M"]; // with a comma or without: none of these is a year
const CODE = /^(\|?)(\$?)(,?)\.(\d)([f%M]|r%?)$/;

/** @type {Map<string, Intl.NumberFormat>} */
const formats = new Map();

/** @param {string} code @param {string} comma @param {number} digits @param {string} kind */
const numberFormat = (code, comma, digits, kind) =>
  kept(code, {
    useGrouping: comma === "," || IN_THOUSANDS.includes(kind),
    ...(kind.startsWith("r")
      ? { maximumSignificantDigits: digits }
      : { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  });

/** A format that is made once: making one takes longer than a hundred uses.
 * @param {string} key @param {Intl.NumberFormatOptions} options */
const kept = (key, options) => {
  const made = formats.get(key) ?? new Intl.NumberFormat("en-US", options);
  formats.set(key, made);
  return made;
};

/** @param {number} value @param {string} code @returns {string} */
export const formatNumber = (value, code) => {
  const match = CODE.exec(code);
  if (!match && code !== OF_TEN) throw new Error(`"${code}" is not a number format`);
  if (!Number.isFinite(value)) return UNDEFINED;
  if (!match) return ofTen(value);
  const [, magnitude, currency, comma, digits, kind] = match;
  const scaled = kind.endsWith("%") ? shift(value, 2) : kind === "M" ? shift(value, -6) : value;
  const text = numberFormat(code, comma, Number(digits), kind).format(Math.abs(scaled));
  const sign = scaled < 0 && /[1-9]/.test(text) && !magnitude ? "−" : "";
  return sign + currency + text + ({ "%": "%", "r%": "%", M: " M" }[kind] ?? "");
};

/** The format for a value between a control's steps: to a tenth of a percent, or four digits.
 * @param {string} code @returns {string} */
export const closerFormat = (code) => (code.endsWith("%") ? ".1%" : ",.4r");

/** The format with some digits more. @param {string} code @param {number} more @returns {string} */
export const moreDigits = (code, more) => code.replace(/\d/, (digits) => String(Number(digits) + more));

const MORE_DIGITS = 5; // after which two values are taken for the same

/** A value with as many digits more than its code's as tell it from others beside it.
 * @param {number} value @param {number[]} others @param {string} code @returns {string} */
export const formatApart = (value, others, code) => {
  const differing = others.filter((other) => other !== value);
  for (let more = 0; more <= MORE_DIGITS; more += 1) {
    const finer = moreDigits(code, more);
    const text = formatNumber(value, finer);
    if (differing.every((other) => formatNumber(other, finer) !== text)) return text;
  }
  return formatNumber(value, code);
};

/** A share as people count: in tenths where that is within a hundredth of it.
 * @param {number} share @returns {string} */
const ofTen = (share) => {
  const hundredths = shift(share, 2);
  const tenths = Math.round(hundredths / 10);
  const isNear = Math.abs(hundredths - 10 * tenths) < 1;
  if (isNear && ((tenths > 0 && tenths < 10) || hundredths === 10 * tenths)) return `${tenths} in 10`;
  return `${formatNumber(hundredths, ".0f")} in 100`;
};

/**
 * The number as a box shows it: every digit it has, and at least those of the code.
 * @param {number} value @param {string} code @returns {string}
 */
export const exactNumber = (value, code) => {
  const [, , , comma, digits, kind] = CODE.exec(code) ?? ["", "", "", ",", "0", "f"];
  const text = kept(`exact ${comma}${digits}`, {
    useGrouping: comma === ",",
    minimumFractionDigits: Number(digits),
    maximumFractionDigits: 15,
  }).format(kind === "%" ? shift(value, 2) : value);
  return text.replace("-", "−") + (kind === "%" ? "%" : "");
};

const PLAIN = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const GROUPED = /^[+-]?[1-9]\d{0,2}([,\s'’])\d{3}(?:\1\d{3})*(?:\.\d*)?$/;
const GROUPED_BY_POINTS = /^[+-]?[1-9]\d{0,2}(?:\.\d{3})+,\d+$/;
const DECIMAL_COMMA = /^[+-]?\d*,\d+$/;

/** Places by which a word after a number moves its point: "20k" is 20,000.
 * @type {Map<string, number>} */
const SCALES = new Map([
  ["k", 3], ["thousand", 3], ["m", 6], ["mn", 6], ["million", 6], ["b", 9], ["bn", 9], ["billion", 9],
]);
const SCALED = /^(.*\d\.?)\s*([a-z]+)$/i;

/**
 * The number that a reader typed, NaN if it is none; a percent box is typed in percent. A comma
 * groups thousands ("22,000"), or is the decimal comma that much of the world writes ("0,4"). In a
 * unit of millions ("million chips") "0.2 million" and "200,000" are 0.2.
 * @param {string} text @param {string} code @param {string} [unit] @returns {number}
 */
export const parseNumber = (text, code, unit = "") => {
  const isShare = code.endsWith("%");
  const typed = text.trim().replace("−", "-");
  // "5%" is no number of dollars, and "$5" no share: neither sign is dropped where it is wrong.
  const bare = isShare ? typed.replace(/%$/, "") : typed.replace(/^([+-]?)\$/, "$1");
  const [, number, word] = SCALED.exec(bare) ?? [];
  const places = isShare ? -2 : (SCALES.get(word?.toLowerCase() ?? "") ?? 0);
  const plain = withPoint((places > 0 ? number : bare).trim());
  const value = PLAIN.test(plain) ? shift(Number(plain), places) : NaN;
  const counted = SCALES.get(unit.split(" ")[0]) ?? 0;
  return counted && Math.abs(value) >= 10 ** (counted - 3) ? shift(value, -counted) : value;
};

/** @param {string} text @returns {string} the text with a decimal point and no groups */
const withPoint = (text) => {
  if (GROUPED.test(text)) return text.replace(/[,\s'’]/g, "");
  if (GROUPED_BY_POINTS.test(text)) return text.replaceAll(".", "").replace(",", ".");
  return DECIMAL_COMMA.test(text) ? text.replace(",", ".") : text;
};

/** Moves the decimal point without the error of a multiplication (0.07 × 100 is not 7).
 * @param {number} value @param {number} places @returns {number} */
const shift = (value, places) => {
  const [digits, exponent = "0"] = String(value).split("e");
  return Number(`${digits}e${Number(exponent) + places}`);
};
