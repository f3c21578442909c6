// @ts-check
// Gives marks their place and size by attributes: no style of ours is ever written into a page.

/** @param {Element | null} element @param {"width" | "height" | "x" | "y" | "x1" | "x2" | "cx" | "cy"} attribute @param {number} share */
export const setShare = (element, attribute, share) =>
  setMark(element, attribute, `${Number.isFinite(share) ? 100 * share : 0}%`);

/** Set an attribute where it differs: the browser lays out anew what is set, be it the same or not.
 * @param {Element | null} element @param {string} attribute @param {string} value */
export const setMark = (element, attribute, value) => {
  if (element && element.getAttribute(attribute) !== value) element.setAttribute(attribute, value);
};

/** Split an update in two: after a question to the part, whose words are then told to who listens,
 * and after another control's move, whose answer is told already.
 * @param {Element} part @param {() => void} update */
export const toldWhenAsked = (part, update) =>
  ["polite", "off"].map((live) => () => {
    for (const region of part.querySelectorAll("[aria-live]")) setMark(region, "aria-live", live);
    update();
  });

/** Hide an element or show it, where that differs. @param {HTMLElement} element @param {boolean} isHidden */
export const setHidden = (element, isHidden) => {
  if (element.hidden !== isHidden) element.hidden = isHidden;
};
