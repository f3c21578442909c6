// @ts-check
// How odds are said: the browser's half of words.py.

const WORLDS = 100;

/** A share of the worlds as a count of a hundred, such as "32".
 * @param {number} share @returns {string} */
export const counted = (share) => {
  const count = whole(share);
  if (count === 0 && share > 0) return "fewer than 1";
  return count === WORLDS && share < 1 ? "more than 99" : String(count);
};

/** In how many of the worlds each event holds, such as "In 32 of 100 of our assumed worlds …; in 7 …."
 * @param {number[]} shares @param {{words: string}[]} events @returns {string} */
export const oddsSaid = (shares, events) => {
  const said = shares.map((share, place) => {
    const worlds = place ? "" : " of 100 of our assumed worlds";
    return `in ${counted(share)}${worlds} ${events[place].words}`;
  });
  return `${said.join("; ")}.`;
};

/** @param {number} share @returns {number} */
export const whole = (share) => Math.floor(WORLDS * share + 0.5);

/** In how many of the worlds a number lies beyond the axis; "" if in hardly any.
 * @param {[number, string][]} shares @returns {string} */
export const beyondSaid = (shares) => {
  const said = shares
    .filter(([share]) => whole(share))
    .map(([share, words]) => `${words}: ${counted(share)}`);
  return said.length ? `Beyond the axis, of 100 worlds: ${said.join("; ")}.` : "";
};

/** In how many of the worlds a number is missing, from shares and words; "" if in none.
 * @param {[number, string][]} shares @param {string} [worlds] @returns {string} */
export const missingSaid = (shares, worlds = "these worlds") =>
  shares
    .filter(([share]) => share > 0)
    .map(([share, words]) => {
      const rest = share === 1 ? "." : "; its numbers are of the others.";
      return `In ${counted(share)} of 100 of ${worlds} ${words}${rest}`;
    })
    .join(" ");

/** Which assumptions are held though others of their kind are drawn, and why; "" if none is.
 * @param {{label: string}[]} held @returns {string} */
export const heldSaid = (held) => {
  const names = held.map(({ label }) => `“${label}”`);
  const last = names.pop();
  if (!last) return "";
  return names.length
    ? `${names.join(", ")} and ${last} are held as you set them, outside their ranges, and not drawn.`
    : `${last} is held as you set it, outside its range, and not drawn.`;
};
