// @ts-check
// Keys and buttons that lead through a deck. Its slides stand one below the other on the page, which
// is what there is without JavaScript; a step scrolls to the next and gives it the focus.

(() => {
  const slides = [...document.querySelectorAll(".slide")];
  /** @type {Record<string, number>} */
  const STEPS = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Home: -Infinity, End: Infinity };
  const TYPING = "input, select, textarea";
  const PRESSED = "button, summary, a";

  const here = () => slides.findIndex((slide) => slide.getBoundingClientRect().bottom > innerHeight / 2);

  /** @param {number} step */
  const go = (step) => {
    const place = Math.min(Math.max(here() + step, 0), slides.length - 1);
    const slide = /** @type {HTMLElement} */ (slides[place]);
    slide.focus({ preventScroll: true });
    slide.scrollIntoView();
  };

  const turnNotes = () => {
    const notes = /** @type {HTMLDetailsElement[]} */ ([...document.querySelectorAll(".slide-notes")]);
    const open = !notes.some((one) => one.open);
    for (const one of notes) one.open = open;
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = /** @type {Element} */ (event.target);
    if (event.key === "Escape") return go(0); // out of a control, so that keys lead on
    if (at.closest(TYPING)) return;
    const step = event.key === " " && !at.closest(PRESSED) ? (event.shiftKey ? -1 : 1) : STEPS[event.key];
    if (step) go(step);
    else if (event.key === "n" || event.key === "N") turnNotes();
    else return;
    event.preventDefault();
  });

  for (const button of document.querySelectorAll(".deck-ways button")) {
    const { go: step } = /** @type {HTMLElement} */ (button).dataset;
    button.toggleAttribute("hidden", false);
    button.addEventListener("click", () => (step ? go(Number(step)) : turnNotes()));
  }
})();
