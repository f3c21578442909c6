// @ts-check
// A text as a QR code, which phones read off a wall (ISO/IEC 18004): bytes, at the lowest level of
// correction, in versions that a phone still reads from afar, and always the first of the masks.

/** By version, from 1: the blocks of a code, and how many bytes correct each of them. */
const BLOCKS = [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8];
const CORRECTING = [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28];

/** Level and mask as a code states them. */
const FORMAT = 0b111011111000100;

/** @typedef {(boolean | undefined)[][]} Modules rows of what is dark; undefined where nothing is yet */

/** The rows of a code, dark or not; null of a text that is too long. @param {string} text @returns {boolean[][] | null} */
export const qrCode = (text) => {
  const bytes = new TextEncoder().encode(text);
  const place = BLOCKS.findIndex((_, at) => bytes.length + (at < 9 ? 2 : 3) <= dataOf(at + 1));
  if (place < 0) return null;
  const version = place + 1;
  const modules = frameOf(version);
  fill(modules, interleaved(version, codewords(version, bytes)));
  return /** @type {boolean[][]} */ (modules);
};

/** How many bytes of data a version holds. @param {number} version */
const dataOf = (version) => bytesOf(version) - BLOCKS[version - 1] * CORRECTING[version - 1];

/** How many bytes there is room for beside what phones find a code by. @param {number} version */
const bytesOf = (version) => {
  const marks = version === 1 ? 0 : Math.floor(version / 7) + 2;
  const alignment = version === 1 ? 0 : (25 * marks - 10) * marks - 55;
  return (((16 * version + 128) * version + 64 - alignment - (version < 7 ? 0 : 36)) / 8) | 0;
};

/** The kind, the length, the bytes and what fills up. @param {number} version @param {Uint8Array} bytes */
const codewords = (version, bytes) => {
  const [length, high] = [bytes.length, version < 10 ? [] : [bytes.length >> 8]];
  const whole = [...high, length & 255, ...bytes];
  // The kind takes four bits, so that all that follows lies across two bytes.
  const shifted = [4, ...whole].map((byte, at) => ((byte << 4) | ((whole[at] ?? 0) >> 4)) & 255);
  const room = dataOf(version) - shifted.length;
  return [...shifted, ...Array.from({ length: room }, (_, at) => (at % 2 ? 0x11 : 0xec))];
};

/** The blocks, each with what corrects it, byte after byte in turn. @param {number} version @param {number[]} data */
const interleaved = (version, data) => {
  const [count, correcting] = [BLOCKS[version - 1], CORRECTING[version - 1]];
  const short = Math.floor(data.length / count);
  const firstLong = count - (data.length % count);
  const start = (/** @type {number} */ at) => at * short + Math.max(at - firstLong, 0);
  const blocks = Array.from({ length: count }, (_, at) => data.slice(start(at), start(at + 1)));
  const divisor = generator(correcting);
  const inTurn = (/** @type {number[][]} */ lists, /** @type {number} */ longest) =>
    Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat();
  return [...inTurn(blocks, short + 1), ...inTurn(blocks.map((block) => remainder(block, divisor)), correcting)];
};

/** In the field of 256 elements. @param {number} one @param {number} other */
const times = (one, other) => {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ (product >> 7 ? 0x11d : 0);
    product ^= (other >> bit) & 1 ? one : 0;
  }
  return product;
};

/** The polynomial whose roots are the first powers of 2, without its leading one. @param {number} degree */
const generator = (degree) => {
  let [polynomial, root] = [[1], 1];
  for (let power = 0; power < degree; power += 1) {
    polynomial = [...polynomial, 0].map((each, at) => each ^ times(polynomial[at - 1] ?? 0, root));
    root = times(root, 2);
  }
  return polynomial.slice(1);
};

/** @param {number[]} block @param {number[]} divisor */
const remainder = (block, divisor) =>
  block.reduce((rest, byte) => {
    const factor = byte ^ rest[0];
    return divisor.map((each, at) => (rest[at + 1] ?? 0) ^ times(each, factor));
  }, divisor.map(() => 0));

/** What phones find a code by, and what it says of itself. @param {number} version @returns {Modules} */
const frameOf = (version) => {
  const size = 17 + 4 * version;
  /** @type {Modules} */
  const modules = Array.from({ length: size }, () => Array(size).fill(undefined));
  const set = (/** @type {number} */ x, /** @type {number} */ y, /** @type {boolean} */ dark) => {
    if (x in modules && y in modules) modules[y][x] = dark;
  };
  const square = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ reach, /** @type {number[]} */ light) => {
    for (let down = -reach; down <= reach; down += 1) {
      for (let right = -reach; right <= reach; right += 1) {
        set(x + right, y + down, !light.includes(Math.max(Math.abs(right), Math.abs(down))));
      }
    }
  };
  for (let at = 0; at < size; at += 1) for (const [x, y] of [[6, at], [at, 6]]) set(x, y, at % 2 === 0);
  const ends = alignment(version);
  const [first, last] = [ends[0], ends[ends.length - 1]];
  for (const x of ends) {
    for (const y of ends) {
      const isCorner = (x === first || y === first) && (x + y === 2 * first || x + y === first + last);
      if (!isCorner) square(x, y, 2, [1]);
    }
  }
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]]) square(x, y, 4, [2, 4]);
  for (let bit = 0; bit < 15; bit += 1) {
    const dark = Boolean((FORMAT >> bit) & 1);
    const [x, y] = bit < 8 ? [8, bit + Number(bit > 5)] : [bit < 9 ? 7 : 14 - bit, 8];
    set(x, y, dark);
    if (bit < 8) set(size - 1 - bit, 8, dark);
    else set(8, size - 15 + bit, dark);
  }
  set(8, size - 8, true);
  if (version > 6) tellVersion(version, size, set);
  return modules;
};

/** Where the smaller squares have their centers, along either side. @param {number} version @returns {number[]} */
const alignment = (version) => {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = 2 * Math.ceil((4 * version + 4) / (2 * count - 2));
  return [6, ...Array.from({ length: count - 1 }, (_, at) => 4 * version + 10 - step * (count - 2 - at))];
};

/** @param {number} version @param {number} size @param {(x: number, y: number, dark: boolean) => void} set */
const tellVersion = (version, size, set) => {
  let rest = version;
  for (let bit = 0; bit < 12; bit += 1) rest = (rest << 1) ^ ((rest >> 11) * 0x1f25);
  const said = (version << 12) | rest;
  for (let bit = 0; bit < 18; bit += 1) {
    const [far, near] = [size - 11 + (bit % 3), Math.floor(bit / 3)];
    for (const [x, y] of [[far, near], [near, far]]) set(x, y, Boolean((said >> bit) & 1));
  }
};

/** In columns of two, up and down from the right, under the mask of a chessboard. @param {Modules} modules @param {number[]} bytes */
const fill = (modules, bytes) => {
  const size = modules.length;
  let bit = 0;
  for (let pair = 0; pair < (size - 1) / 2; pair += 1) {
    const right = size - 1 - 2 * pair - Number(2 * pair > size - 8);
    for (let step = 0; step < size; step += 1) {
      const y = pair % 2 ? step : size - 1 - step;
      for (const x of [right, right - 1]) {
        if (modules[y][x] !== undefined) continue;
        const isSet = Boolean(((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
        modules[y][x] = isSet !== ((x + y) % 2 === 0);
        bit += 1;
      }
    }
  }
};
