// @ts-check
// Hands the reader's case over: a workbook, data, code, a picture, a sentence.

import { citation, fileName, pictureLine, pythonCode, toCsv, toJson } from "../../files/case_texts.js";
import { copy, download } from "../../files/hand_over.js";
import { onPaper, toPng, toSvg } from "../../files/picture.js";

const FEWEST_ROWS = 4;
const MOST_ROWS = 14;
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
  const link = () => history.link?.(state) ?? "";
  const { workbook } = history;

  const give = (/** @type {Blob} */ file, /** @type {string} */ ending) => {
    const name = `${fileName(state)}${ending}`;
    download(file, name);
    return `Downloaded ${name}`;
  };
  const hand = async (/** @type {string} */ text, /** @type {string} */ what) => {
    const isCopied = await copy(text);
    shown.value = text;
    shown.rows = Math.max(FEWEST_ROWS, Math.min(text.split("\n").length + 1, MOST_ROWS));
    shown.hidden = false;
    if (isCopied) return `${what} is copied`;
    shown.select();
    return `The browser did not let us copy. ${what} is selected below: copy it with the keyboard.`;
  };
  const picture = () => {
    const figure = pictures()[whichPicture.selectedIndex];
    return { name: nameOf(figure), drawing: onPaper(root, figure, pictureLine(state, settings)) };
  };

  /** @type {Record<string, () => string | Promise<string>>} */
  const takings = {
    workbook: async () => (workbook ? give(await workbook(state), ".xlsx") : ""),
    csv: () => give(new Blob([toCsv(state, settings, link())], { type: "text/csv" }), ".csv"),
    json: () => give(new Blob([toJson(state, settings, link())], { type: "application/json" }), ".json"),
    python: () => hand(pythonCode(state, settings), "The code"),
    citation: () => {
      const cited = settings.results.find((/** @type {any} */ { name }) => name === whichResult.value);
      return hand(citation(state, settings, cited, link()), "The sentence");
    },
    svg: () => {
      const { name, drawing } = picture();
      return give(new Blob([toSvg(drawing, name)], { type: "image/svg+xml" }), pictureEnding("svg"));
    },
    png: async () => give(await toPng(picture().drawing), pictureEnding("png")),
  };
  const pictureEnding = (/** @type {string} */ format) =>
    `-picture-${whichPicture.selectedIndex + 1}.${format}`;

  for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (element.querySelectorAll("[data-take]"))) {
    button.addEventListener("click", async () => {
      shown.hidden = true;
      try {
        status.textContent = await takings[button.dataset.take ?? ""]();
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
  element.addEventListener("toggle", list);
  find('[data-take="workbook"]').hidden = !workbook;

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
