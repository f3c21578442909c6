// @ts-check
// Copies a text for a reader.

/**
 * Copy a link; say that it is done, or show the link where the browser refuses.
 * @param {string} link @returns {Promise<string>}
 */
export const copyLink = async (link) => {
  try {
    await navigator.clipboard.writeText(link);
    return "Link copied";
  } catch {
    return `The browser did not let us copy. The link: ${link}`;
  }
};
