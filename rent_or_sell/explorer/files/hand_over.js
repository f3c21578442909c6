// @ts-check
// Hands a file or a text over to the reader.

/** @param {Blob} file @param {string} name */
export const download = (file, name) => {
  const anchor = document.createElement("a");
  anchor.href = URL.createObjectURL(file);
  anchor.download = name;
  anchor.click();
  // The browser has taken the file by then.
  setTimeout(() => URL.revokeObjectURL(anchor.href), 60_000);
};

/** Copy a text; false where the browser refuses. @param {string} text @returns {Promise<boolean>} */
export const copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};
