// @ts-check
// Finds formulas by name, words or symbols, and opens the fold of one that a link leads to.

(() => {
  const blocks = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".quantity"))];
  const folds = [
    .../** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("details.formulas")),
  ];
  const search = document.querySelector(".formula-search");
  const input = search?.querySelector("input");
  const said = search?.querySelector("output");

  /** @param {string | null} text with apostrophes of print or, as readers type them, of a keyboard */
  const plain = (text) => (text ?? "").normalize("NFKC").toLowerCase().replaceAll("’", "'");

  const known = blocks.map((block) => {
    const text = plain(block.textContent);
    const symbols = [...block.querySelectorAll("math :is(mi, msub)")];
    return {
      block,
      text: `${text} ${text.replaceAll("_", " ")}`,
      symbols: new Set(symbols.map((symbol) => plain(symbol.textContent))),
    };
  });

  /** @type {Set<HTMLDetailsElement> | undefined} what was open before the search */
  let before;

  /** Each word that is asked for, once, and as a symbol: "c_e" is an index. */
  const asked = () => {
    const words = new Set(plain(input?.value ?? "").split(/\s+/).filter(Boolean));
    return [...words].map((word) => ({ word, symbol: word.replaceAll("_", "") }));
  };

  /**
   * A word is part of a formula's words, or one of its symbols.
   * @param {typeof known[number]} formula
   * @param {{word: string, symbol: string}} asked
   */
  const holds = ({ text, symbols }, { word, symbol }) =>
    symbols.has(symbol) || (word.length > 1 && text.includes(word));

  function find() {
    const words = asked();
    const searching = words.length > 0;
    if (searching) before ??= new Set(folds.filter((fold) => fold.open));
    let count = 0;
    for (const formula of known) {
      const found = words.every((word) => holds(formula, word));
      formula.block.hidden = !found;
      count += Number(found);
    }
    for (const fold of folds) {
      fold.hidden = !fold.querySelector(".quantity:not([hidden])");
      fold.open = searching ? !fold.hidden : (before?.has(fold) ?? fold.open);
    }
    if (!searching) before = undefined;
    search?.closest("section")?.classList.toggle("searching", searching);
    if (said) said.value = searching ? `${count || "None"} of ${known.length} formulas` : "";
  }

  function reveal() {
    const target = document.getElementById(location.hash.slice(1));
    const fold = target?.closest("details");
    if (!target || !fold?.matches(".formulas")) return;
    if (target.hidden && input) {
      input.value = "";
      find();
    }
    fold.open = true;
    target.scrollIntoView();
  }

  if (search instanceof HTMLElement && input) {
    search.hidden = false;
    input.addEventListener("input", find);
    find(); // what a browser has kept of an earlier visit
  }
  addEventListener("hashchange", reveal);
  // a link to where one already is changes nothing in the address, but leads there all the same
  addEventListener("click", ({ target }) => {
    const link = target instanceof Element ? target.closest('a[href^="#quantity-"]') : null;
    if (link?.getAttribute("href") === location.hash) reveal();
  });
  reveal();

  // what scrolls can be reached by key, and what does not is no stop on the way
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.setAttribute("tabindex", "0");
      else target.removeAttribute("tabindex");
    }
  });
  for (const formula of document.querySelectorAll(".formula")) sizes.observe(formula);
})();
