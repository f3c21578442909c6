// @ts-check
// One switch for the code of all cells of a page: off at a first visit, remembered from then on.

(() => {
  const KEPT = "rent-or-sell-code";
  const root = document.documentElement;

  /** What a browser keeps for us; nothing where it keeps nothing. */
  const kept = () => {
    try {
      return localStorage.getItem(KEPT);
    } catch {
      return null;
    }
  };

  /** @param {boolean} isShown */
  const keep = (isShown) => {
    try {
      localStorage.setItem(KEPT, isShown ? "shown" : "hidden");
    } catch {
      // it holds for this page alone
    }
  };

  /** @param {boolean} isShown */
  const show = (isShown) => {
    root.toggleAttribute("data-code", isShown);
    for (const cell of document.querySelectorAll("details.hide")) {
      cell.toggleAttribute("open", isShown);
    }
  };

  // Before the body is there, so that nothing moves when it is.
  root.toggleAttribute("data-code", kept() === "shown");
  addEventListener("DOMContentLoaded", () => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button code-switch";
    button.textContent = "Code";
    button.title = "Show the code of this page’s figures and tables";
    const follow = (/** @type {boolean} */ isShown) => {
      show(isShown);
      button.ariaPressed = String(isShown);
    };
    button.addEventListener("click", () => {
      const isShown = !root.hasAttribute("data-code");
      follow(isShown);
      keep(isShown);
    });
    follow(root.hasAttribute("data-code"));
    document.querySelector(".article-header-buttons")?.prepend(button);
  });
})();
