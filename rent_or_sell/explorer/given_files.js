// @ts-check
// What a page loads only when its reader asks to take something along.

/**
 * What makes files of a case, and the template of each model's workbook, are scripts that a page
 * loads when a reader asks for them.
 * @param {DOMStringMap} addresses `files` of the one, `workbooks` of the others by model
 * @param {(state: import("./state.js").State) => string} linkOf
 * @returns {Pick<import("./undo_stack.js").History, "files" | "workbook">}
 */
export const givenFiles = ({ files = "", workbooks = "{}" }, linkOf) => {
  const here = /** @type {any} */ (globalThis);
  const given = async () => {
    if (!here.explorerFiles) await loaded(files);
    return here.explorerFiles;
  };
  return {
    files: given,
    async workbook(state) {
      const { code } = state.spec;
      if (!here.explorerWorkbooks?.[code]) await loaded(JSON.parse(workbooks)[code]);
      const { fillIn } = await given();
      return fillIn(here.explorerWorkbooks[code], state.values(), linkOf(state));
    },
  };
};

/** @param {string} address @returns {Promise<void>} */
const loaded = (address) =>
  new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => reject(new Error(`${script.src} cannot be loaded.`)));
    document.head.append(script);
  });
