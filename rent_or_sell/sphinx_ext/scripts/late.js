// @ts-check
// On a phone, what stands far below the explorer is laid out once the explorer is alive: section by
// section, each in a task of its own. The style sheet says what is late, and where (late.css).

(() => {
  const LATE = "data-late"; // on the page while sections wait
  const LAID = "data-laid"; // on a section that waits no longer
  const root = document.documentElement;

  // Whoever comes to a heading, or back to what they read, finds the page whole.
  const [entry] = /** @type {PerformanceNavigationTiming[]} */ (
    performance.getEntriesByType("navigation")
  );
  if (location.hash || entry?.type !== "navigate") return;

  // Before the body is there: its first layout is what takes long.
  root.toggleAttribute(LATE, true);
  addEventListener("DOMContentLoaded", () => {
    const sections = /** @type {NodeListOf<HTMLElement>} */ (
      document.querySelectorAll(".bd-article > section > section")
    );
    const waiting = [...sections];
    const layNext = () => {
      const next = waiting.shift();
      if (next) {
        next.toggleAttribute(LAID, true);
        void next.offsetHeight; // now, and not with the others in one frame
        setTimeout(layNext);
      } else {
        root.removeAttribute(LATE);
        for (const section of sections) section.removeAttribute(LAID);
      }
    };
    setTimeout(layNext);
  });
})();
