// @ts-check
// What takes long waits until the reader's hand rests; until then, what shows it is marked as behind.

/** Milliseconds without a move. */
const SETTLED = 200;

/**
 * What runs a work once nothing has asked for another for a while, or now.
 * @param {Element[]} late what the work brings up to date: `aria-busy` until it has run
 */
export const atRest = (late) => {
  let timer = 0;
  const now = (/** @type {() => void} */ work) => {
    clearTimeout(timer);
    work();
    for (const element of late) element.removeAttribute("aria-busy");
  };
  return {
    now,
    later(/** @type {() => void} */ work) {
      clearTimeout(timer);
      for (const element of late) element.setAttribute("aria-busy", "true");
      timer = setTimeout(now, SETTLED, work);
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
