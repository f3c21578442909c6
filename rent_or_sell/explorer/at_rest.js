// @ts-check
// What takes long waits until the reader's hand rests, or the page is printed; until then, what shows
// it is marked as behind.

/** Milliseconds without a move. */
const SETTLED = 200;

/** What waits, in all parts. @type {Set<() => void>} */
const waiting = new Set();

/** Run all that waits. */
export const restAll = () => {
  for (const due of waiting) due();
};

/**
 * What runs a work once nothing has asked for another for a while, or now.
 * @param {Element[]} late what the work brings up to date: `aria-busy` until it has run
 */
export const atRest = (late) => {
  let timer = 0;
  let due = () => {};
  const forget = () => {
    clearTimeout(timer);
    waiting.delete(due);
  };
  const now = (/** @type {() => void} */ work) => {
    forget();
    work();
    for (const element of late) element.removeAttribute("aria-busy");
  };
  return {
    now,
    later(/** @type {() => void} */ work) {
      forget();
      due = () => now(work);
      waiting.add(due);
      for (const element of late) element.setAttribute("aria-busy", "true");
      timer = setTimeout(due, SETTLED);
    },
  };
};

/**
 * What updates a part from the first change on: until then its frame shows the base case already.
 * @param {import("./state.js").State} state @param {() => void} update @returns {() => void}
 */
export const onceChanged = (state, update) => {
  let isFresh = true;
  return () => {
    isFresh &&= !Object.keys(state.changes()).length;
    if (!isFresh) update();
  };
};
