// @ts-check
// What a reader chose to compare: one answer, and two of the cases that there are.

/** @typedef {import("./cases.js").KnownCase} KnownCase */

/**
 * Bind the three lists and the button that swaps the cases.
 * @param {HTMLElement} element @param {() => Map<string, KnownCase>} known cases, by key
 * @param {() => void} changed
 */
export const bindChoices = (element, known, changed) => {
  const [answer, ...sides] = /** @type {HTMLSelectElement[]} */ ([
    ...element.querySelectorAll("[data-choose]"),
  ]);
  for (const choice of [answer, ...sides]) choice.addEventListener("change", changed);
  /** @param {string[]} keys of the cases to compare */
  const choose = (keys) => {
    sides.forEach((side, place) => (side.value = keys[place]));
    changed();
  };
  element
    .querySelector(".compare-swap")
    ?.addEventListener("click", () => choose([sides[1].value, sides[0].value]));
  return {
    choose,
    answer: () => answer.value,
    cases() {
      const all = known();
      return sides.map(({ value }) => /** @type {KnownCase} */ (all.get(value)));
    },
    /** Offer the cases that there are now, under the names that they have now. */
    offer: () => sides.forEach((side) => offer(side, known())),
  };
};

/** @param {HTMLSelectElement} side @param {Map<string, KnownCase>} known */
const offer = (side, known) => {
  for (const option of [...side.options]) if (!known.has(option.value)) option.remove();
  const options = new Map([...side.options].map((option) => [option.value, option]));
  for (const [key, { label }] of known) {
    const option = options.get(key);
    if (option) option.text = label;
    else side.add(new Option(label, key));
  }
};
