// @ts-check
// Shows all rows of a long table when asked, and makes its headers buttons that sort by their column:
// up, down, and as it was.

(() => {
  const ROWS = 6; // below these, a reader sees the order at a glance
  const ORDERS = /** @type {const} */ (["none", "ascending", "descending"]);
  // on a phone a table is a list of cards, whose headers stand beside the cells
  const asCards = matchMedia("(max-width: 40rem)");
  const words = new Intl.Collator(document.documentElement.lang || "en", { numeric: true });

  /** @typedef {number | string} Key */

  /**
   * Return what a cell is sorted by; undefined, which comes last, if it holds nothing.
   * @param {HTMLTableCellElement} cell
   * @returns {Key | undefined}
   */
  function keyOf(cell) {
    const text = cell.textContent?.trim() ?? "";
    if (cell.classList.contains("empty") || text === "—") return undefined;
    if (!cell.classList.contains("number")) return text;
    // of a range or of "over 20", the first number
    const [number] = text.match(/[−-]?[$€]?\d[\d,]*(?:\.\d+)?/) ?? [];
    return number && Number(number.replace("−", "-").replace(/[$€,]/g, ""));
  }

  /**
   * @param {Key | undefined} a
   * @param {Key | undefined} b
   * @param {number} direction 1 up, -1 down; what is empty comes last in both
   */
  function compare(a, b, direction) {
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    const numbers = typeof a === "number" && typeof b === "number";
    return direction * (numbers ? a - b : words.compare(String(a), String(b)));
  }

  /**
   * @param {readonly HTMLTableRowElement[]} rows in their first order
   * @param {number} column
   * @param {typeof ORDERS[number]} order
   */
  function sorted(rows, column, order) {
    if (order === "none") return rows;
    const direction = order === "ascending" ? 1 : -1;
    const keyed = rows.map((row) => ({ row, key: keyOf(row.cells[column]) }));
    return keyed.sort((a, b) => compare(a.key, b.key, direction)).map(({ row }) => row);
  }

  /** @param {HTMLTableElement} table */
  function showAll(table) {
    table.toggleAttribute("data-all", true);
    table.closest("figure")?.querySelector(".all-rows")?.remove();
  }

  /** @param {HTMLTableElement} table */
  function makeSortable(table) {
    const [body] = table.tBodies;
    const rows = [...body.rows];
    const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const before = /** @type {typeof ORDERS[number]} */ (head.ariaSort ?? "none");
        const order = ORDERS[(ORDERS.indexOf(before) + 1) % ORDERS.length];
        heads.forEach((other) => (other.ariaSort = null));
        if (order !== "none") head.ariaSort = order;
        showAll(table); // the first of an order are not the first of another
        body.append(...sorted(rows, column, order));
      });
      const follow = () => (button.disabled = asCards.matches);
      asCards.addEventListener("change", follow);
      follow();
    });
  }

  for (const table of document.querySelectorAll("table.sourced-table")) {
    const { tBodies } = /** @type {HTMLTableElement} */ (table);
    const button = table.closest("figure")?.querySelector(".all-rows");
    button?.addEventListener("click", () => {
      showAll(/** @type {HTMLTableElement} */ (table));
      /** @type {HTMLElement | null} */ (table.closest(".table-scroll"))?.focus();
    });
    const isPlain = tBodies.length === 1 && !table.querySelector("[colspan], [rowspan]");
    if (isPlain && tBodies[0].rows.length >= ROWS) {
      makeSortable(/** @type {HTMLTableElement} */ (table));
    }
  }
})();
