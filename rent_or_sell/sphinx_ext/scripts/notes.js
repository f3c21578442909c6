// @ts-check
// Shows the note behind a number or a word: on hover, on focus, and on the first tap of a finger.

(() => {
  const GAP = 6; // pixels between a link and its note
  const EDGE = 8; // pixels that stay free at the window's edge
  const PATIENCE = 200; // milliseconds to cross from the link to its note

  if (!("showPopover" in HTMLElement.prototype)) return; // the link remains

  /** @type {number | undefined} */
  let leaving;

  /** @param {HTMLAnchorElement} link @param {HTMLElement} note */
  function place(link, note) {
    // of a link broken over two lines, the part where it ends
    const around = [...link.getClientRects()].at(-1) ?? link.getBoundingClientRect();
    const { width, height } = note.getBoundingClientRect();
    const right = document.documentElement.clientWidth - EDGE - width;
    const below = around.bottom + GAP;
    const fits = below + height + EDGE <= innerHeight || around.top < height + GAP + EDGE;
    note.style.left = `${Math.max(EDGE, Math.min(around.left, right)) + scrollX}px`;
    note.style.top = `${(fits ? below : around.top - GAP - height) + scrollY}px`;
  }

  /** @param {HTMLAnchorElement} link @param {HTMLElement} note */
  function show(link, note) {
    clearTimeout(leaving);
    if (note.matches(":popover-open")) return;
    note.showPopover();
    place(link, note);
  }

  /** @param {HTMLElement} note */
  function hide(note) {
    if (note.matches(":popover-open")) note.hidePopover();
  }

  /** @param {HTMLAnchorElement} link @param {HTMLElement} note */
  function attend(link, note) {
    let finger = false;
    let closing = false; // focus that comes back to the link must not open the note again

    link.addEventListener("pointerdown", (event) => (finger = event.pointerType !== "mouse"));
    link.addEventListener("click", (event) => {
      // a key press has no pointer: detail is 0
      if (!finger || event.detail === 0) return;
      event.preventDefault();
      show(link, note);
    });
    note.addEventListener("beforetoggle", ({ newState }) => {
      closing = newState === "closed";
      setTimeout(() => (closing = false));
    });
    for (const part of [link, note]) {
      part.addEventListener("pointerenter", (event) => {
        if (event.pointerType === "mouse") show(link, note);
      });
      part.addEventListener("pointerleave", (event) => {
        if (event.pointerType !== "mouse") return;
        clearTimeout(leaving);
        leaving = setTimeout(() => hide(note), PATIENCE);
      });
      part.addEventListener("focusin", () => closing || show(link, note));
      part.addEventListener("focusout", ({ relatedTarget }) => {
        const next = /** @type {Node | null} */ (relatedTarget);
        if (!link.contains(next) && !note.contains(next)) hide(note);
      });
    }
  }

  // Escape closes the note wherever the focus is, and leaves the reader at its link
  addEventListener("keydown", ({ key }) => {
    const note = document.querySelector(".number-note:popover-open");
    if (key !== "Escape" || !(note instanceof HTMLElement)) return;
    const link = /** @type {HTMLAnchorElement} */ (note.previousElementSibling);
    const inside = note.contains(document.activeElement);
    hide(note);
    if (inside) link.focus();
  });

  /** @type {Record<string, string>} HTML by name, made with the page, every datum in it escaped */
  const cards = /** @type {any} */ (globalThis).bookCards;
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (
    document.querySelectorAll("a[aria-describedby]")
  );
  for (const link of links) {
    link.insertAdjacentHTML("afterend", cards[link.getAttribute("aria-describedby") ?? ""] ?? "");
    const note = link.nextElementSibling;
    if (note instanceof HTMLElement && note.matches(".number-note")) attend(link, note);
  }
})();
