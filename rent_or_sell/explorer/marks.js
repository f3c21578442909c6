// @ts-check
// Gives marks their place and size by attributes: no style of ours is ever written into a page.

/** @param {Element | null} element @param {"width" | "height" | "x" | "x1" | "x2" | "cx" | "cy"} attribute @param {number} share */
export const setShare = (element, attribute, share) =>
  element?.setAttribute(attribute, `${Number.isFinite(share) ? 100 * share : 0}%`);
