// @ts-check
// Asks for what its reader takes along: a workbook, data, code, a picture, a sentence.

const PICTURES = "figure";

/** @type {import("../../explorer.js").Bind} */
export const bind = (element, state, history, settings) => {
  const find = (/** @type {string} */ selector) =>
    /** @type {HTMLElement} */ (element.querySelector(selector));
  const root = /** @type {HTMLElement} */ (element.closest(".explorer"));
  const [status, shown] = [find(".taken"), /** @type {HTMLTextAreaElement} */ (find(".taken-text"))];
  const whichPicture = /** @type {HTMLSelectElement} */ (find(".take-picture"));
  const whichResult = /** @type {HTMLSelectElement} */ (find(".take-result"));
  // What is hidden for now, such as the bridge of two cases that are one, would be an empty picture.
  const pictures = () =>
    /** @type {HTMLElement[]} */ ([...root.querySelectorAll(PICTURES)]).filter(
      (figure) => !figure.closest("[hidden]"),
    );
  const asked = () => {
    const place = whichPicture.selectedIndex;
    const figure = pictures()[place];
    return {
      state, settings, root, shown, figure,
      link: history.link?.(state) ?? "",
      workbook: history.workbook,
      title: figure ? nameOf(figure) : "",
      place: place + 1,
      cited: whichResult.value,
    };
  };

  for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (element.querySelectorAll("[data-take]"))) {
    button.addEventListener("click", async () => {
      shown.hidden = true;
      try {
        const { take } = await history.files();
        status.textContent = await take(button.dataset.take ?? "", asked());
      } catch (error) {
        status.textContent = `That did not work: ${error instanceof Error ? error.message : error}`;
      }
    });
  }
  const list = () => {
    const names = pictures().map(nameOf);
    find(".taking-picture").hidden = !names.length;
    const options = [...whichPicture.options];
    if (names.length === options.length) {
      names.forEach((name, index) => (options[index].text = name));
    } else whichPicture.replaceChildren(...names.map((name) => new Option(name)));
  };
  element.addEventListener("toggle", () => {
    list();
    history.files().catch(() => {}); // who opens this will ask; what fails is said then
  });
  find('[data-take="workbook"]').hidden = !history.workbook;

  return () => {
    state.once("what was taken is of another case", () => {
      status.textContent = "";
      shown.hidden = true;
    });
    if (/** @type {HTMLDetailsElement} */ (element).open) list(); // captions follow the case
  };
};

/** What a picture is called: its caption without the keys, or its headings. @param {HTMLElement} figure */
const nameOf = (figure) => {
  const caption = /** @type {Element | undefined} */ (figure.querySelector("figcaption")?.cloneNode(true));
  caption?.querySelectorAll(".keys").forEach((keys) => keys.remove());
  const headings = [...figure.querySelectorAll("h3")].map(({ textContent }) => textContent).join(", ");
  return caption?.textContent?.trim() || headings || figure.getAttribute("aria-label") || "Picture";
};
