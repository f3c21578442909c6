// @ts-check
// Percentiles of many numbers without sorting them all.

/** Where numbers are moved about: kept, as new room for them at each move would have to be cleared away. */
let room = new Float64Array(0);

/**
 * Percentiles, between two numbers in proportion, over those that are finite; NaN if none is.
 * @param {Float64Array} column @param {number[]} shares in rising order
 * @param {Uint8Array} [among] which of them count @returns {number[]}
 */
export const percentiles = (column, shares, among) => {
  if (room.length < column.length) room = new Float64Array(column.length);
  const numbers = room;
  let size = 0;
  for (let i = 0; i < column.length; i += 1) {
    if (Number.isFinite(column[i]) && (!among || among[i])) numbers[size++] = column[i];
  }
  if (!size) return shares.map(() => NaN);
  let settled = 0; // what stands before it is smaller than all behind
  return shares.map((share) => {
    const place = share * (size - 1);
    const rank = Math.floor(place);
    select(numbers, rank, settled, size - 1);
    settled = rank;
    let next = Infinity;
    for (let i = rank + 1; i < size; i += 1) if (numbers[i] < next) next = numbers[i];
    return place > rank ? numbers[rank] + (next - numbers[rank]) * (place - rank) : numbers[rank];
  });
};

/**
 * Move the number of a rank to its place, the smaller ones before it and the larger behind.
 * @param {Float64Array} numbers @param {number} rank @param {number} first @param {number} last
 */
const select = (numbers, rank, first, last) => {
  while (first < last) {
    const pivot = numbers[(first + last) >> 1];
    let [low, high] = [first, last];
    while (low <= high) {
      while (numbers[low] < pivot) low += 1;
      while (numbers[high] > pivot) high -= 1;
      if (low > high) break;
      [numbers[low], numbers[high]] = [numbers[high], numbers[low]];
      low += 1;
      high -= 1;
    }
    if (rank <= high) last = high;
    else if (rank >= low) first = low;
    else return;
  }
};
