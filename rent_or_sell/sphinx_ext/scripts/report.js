// @ts-check
// Opens the letter on an error, of a page or of one fact on it, to copy or to mail. Nothing is sent.

(() => {
  const WORDS = "Report an error";
  const PROMISE = "This page sends nothing. Copy the text, or open it in your own mail program.";

  const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector(".report-error > a"));
  if (!link) return;
  const letter = new URL(link.href);
  const subject = letter.searchParams.get("subject") ?? "";
  const [head, ...question] = (letter.searchParams.get("body") ?? "").split(/\r?\n\r?\n/);

  /** @type {{dialog: HTMLDialogElement, text: HTMLTextAreaElement, said: HTMLElement, follow: () => void} | undefined} */
  let made;

  /** Where the page is for others, too: not where it lies on a reader's disk, nor the reader's case. */
  const place = () => (/^https?:$/.test(location.protocol) ? location.origin + location.pathname : "");

  /** @param {Element | null | undefined} element */
  const words = (element) => element?.textContent?.trim() ?? "";

  /** What a reader sees of a fact: the number or word, or the rest of its row. @param {HTMLElement} card */
  const shown = (card) => {
    const row = /** @type {HTMLTableRowElement | null} */ (card.closest("tr[data-row]"));
    if (!row) return words(card.previousElementSibling);
    return [...row.cells].filter((cell) => !cell.contains(card)).map(words).join(" · ");
  };

  /** @param {HTMLElement} [card] of a fact */
  const textOf = (card) => {
    const address = place();
    const lines = [address ? head.replace(/^Page: .*$/m, () => `Page: ${address}`) : head];
    if (card) {
      lines.push(`Fact: ${card.dataset.address}`, `Shown as: ${shown(card)}`);
      const value = words(card.querySelector(".note-value"));
      if (value) lines.push(`Value: ${value}`);
    }
    return [lines.join("\n"), ...question].join("\n\n");
  };

  /**
   * @template {keyof HTMLElementTagNameMap} Tag
   * @param {Tag} tag @param {string} [text]
   */
  const make = (tag, text = "") => {
    const element = document.createElement(tag);
    element.textContent = text;
    return element;
  };

  /** @param {string} text @param {() => void} press */
  const button = (text, press) => {
    const element = make("button", text);
    element.type = "button";
    element.addEventListener("click", press);
    return element;
  };

  const makeDialog = () => {
    const dialog = make("dialog");
    dialog.className = "report-letter";
    const heading = make("h2", WORDS);
    heading.id = "report-heading";
    dialog.setAttribute("aria-labelledby", heading.id);
    const text = make("textarea");
    text.rows = 11;
    text.ariaLabel = "The text of your report";
    const said = make("p");
    said.role = "status";
    const mail = make("a", "Open as a mail");
    const follow = () => {
      mail.href =
        `mailto:${letter.pathname}?subject=${encodeURIComponent(subject)}` +
        `&body=${encodeURIComponent(text.value.replaceAll("\n", "\r\n"))}`;
    };
    const copy = async () => {
      try {
        await navigator.clipboard.writeText(text.value);
        said.textContent = "Copied";
      } catch {
        text.focus();
        text.select();
        said.textContent = "The browser did not let us copy. The text is selected: copy it with the keyboard.";
      }
    };
    text.addEventListener("input", follow);
    const choices = make("p");
    choices.append(button("Copy", copy), mail, button("Close", () => dialog.close()));
    for (const choice of choices.children) choice.className = "button";
    dialog.append(heading, make("p", PROMISE), text, choices, said);
    document.body.append(dialog);
    return { dialog, text, said, follow };
  };

  /** @param {HTMLElement} from where the reader comes back to @param {HTMLElement} [card] */
  const open = (from, card) => {
    made ??= makeDialog();
    const { dialog, text, said, follow } = made;
    text.value = textOf(card);
    follow();
    said.textContent = "";
    dialog.addEventListener("close", () => from.focus(), { once: true });
    dialog.showModal();
    text.focus();
    text.setSelectionRange(text.value.length, text.value.length);
  };

  link.addEventListener("click", (event) => {
    event.preventDefault();
    open(link);
  });
  // a card gets its button when it first opens
  addEventListener(
    "beforetoggle",
    ({ target }) => {
      if (!(target instanceof HTMLElement) || !target.dataset.address) return;
      if (target.querySelector("button")) return;
      const from = /** @type {HTMLElement} */ (target.previousElementSibling);
      target.append(button(WORDS, () => open(from, target)));
    },
    true,
  );
})();
