"""A page as somebody without a mouse goes through it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Locator, Page

MOST = 1_500  # stops of a page; more is a trap
FEW = 3  # stops, of which some may be inside what stands before: a region that scrolls

# Where the keyboard is: its place among all that can be reached, what it is, and whether it is seen:
# on the screen, not beneath what sticks, and with an outline of its own or around what holds it.
WHERE = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  at.setAttribute("data-stop", "");
  const { left, top, right, bottom } = at.getBoundingClientRect();
  const outlined = (one) => one && [null, "::before"].some((part) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one, part);
    return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 1) || boxShadow !== "none";
  });
  const onScreen = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
  const [x, y] = [(Math.max(left, 0) + Math.min(right, innerWidth)) / 2,
    (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2];
  const over = document.elementFromPoint(x, y);
  const free = !over || at.contains(over) || over.contains(at) || over.closest("label")?.contains(at);
  return {
    what: `${at.localName}.${at.className} ${(at.ariaLabel || at.textContent || "").trim().slice(0, 40)}`,
    // no style reaches a frame that one is inside of: something in it is focused, which it marks
    seen: at.contentDocument ? at.contentDocument.activeElement !== at.contentDocument.body
      : [at, at.closest("label"), ...at.children].some(outlined),
    onScreen, free,
  };
}"""
# All that can be pressed or typed into.
STOPS = """[...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
  .filter((one) => !one.disabled && one.tabIndex >= 0 &&
    one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length)"""
MISSED = f"""() => {STOPS}.filter((one) => !one.hasAttribute("data-stop"))
  .map((one) => one.outerHTML.slice(0, 120))"""
BEFORE = f"""one => {{
  const stops = {STOPS};
  stops[stops.indexOf(one) - 1].focus();
}}"""


def walk(page: Page) -> tuple[list[Mapping[str, Any]], list[str]]:
    """Press Tab through a page; return each stop, and what could be pressed but was none."""
    page.evaluate("document.activeElement?.blur()")
    stops: list[Mapping[str, Any]] = []
    while len(stops) < MOST:
        page.keyboard.press("Tab")
        stop = page.evaluate(WHERE)
        if stop is None:
            break
        stops.append(stop)
    return stops, page.evaluate(MISSED)


def reach(locator: Locator) -> Locator:
    """Press Tab from the stop before a control, which leads to it."""
    locator.evaluate(BEFORE)
    for _ in range(FEW):
        locator.page.keyboard.press("Tab")
        if locator.evaluate("one => one === document.activeElement"):
            return locator
    raise AssertionError(f"Tab does not lead to {locator}.")
