// @ts-check
// Random numbers that depend on a name and a place alone: the browser's half of answers/luck.py.

/** @type {Map<string, Float64Array>} */
const kept = new Map();

/**
 * Numbers between 0 and 1, neither of them included, at the first places of a stream. They are
 * made once for all explorers of a page.
 * @param {string} stream a name of plain letters @param {number} count @param {number} seed
 * @returns {Float64Array}
 */
export const uniforms = (stream, count, seed) => {
  const name = `${seed} ${stream}`;
  let made = kept.get(name);
  if (!made || made.length < count) {
    made = make(stream, count, seed);
    kept.set(name, made);
  }
  return made.subarray(0, count);
};

/** @param {string} stream @param {number} count @param {number} seed */
const make = (stream, count, seed) => {
  const start = mixed(seed);
  const own = mixed(fnv1a(stream));
  const made = new Float64Array(count);
  for (let place = 0; place < count; place += 1) {
    const luck = mixed(mixed(mixed((place + start) | 0) ^ own));
    made[place] = ((luck >>> 0) + 0.5) / 2 ** 32;
  }
  return made;
};

/** @param {string} name */
const fnv1a = (name) => {
  let bits = 0x811c9dc5;
  for (let i = 0; i < name.length; i += 1) bits = Math.imul(bits ^ name.charCodeAt(i), 0x01000193);
  return bits;
};

/** Each bit depends on all of them, and no two numbers come to the same. @param {number} bits */
const mixed = (bits) => {
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
};
