"""What axe-core finds on a page, and the states of a page in which it is asked.

Every pair of the values below is tried, in the fewest states that hold them all, and not every
combination: what is wrong is nearly always wrong of one value, or of two together.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page, expect
from readers import CATCH_UP, RESTED

from rent_or_sell.book import BOOK

AXE = Path(__file__).resolve().parents[1] / "node_modules" / "axe-core" / "axe.min.js"
ASKED = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

FIND = """asked => axe.run({
  runOnly: { type: "tag", values: asked }, resultTypes: ["violations"],
}).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
  nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`)))"""
UNFOLD = "for (const one of document.querySelectorAll('details')) one.open = true"
# Each explorer's controls at these values, as a link that a reader follows.
SET = """values => {
  for (const root of document.querySelectorAll(".explorer")) {
    const names = [...root.querySelectorAll("[data-parameter]")].map((one) => one.dataset.parameter);
    const pairs = names.map((name) => [name, values[name]]);
    location.hash = new URLSearchParams([["explorer", root.dataset.explorer], ...pairs]);
  }
}"""
PARAMETERS = BOOK.load_parameters().values()
VALUES = {
    "moved": {one.name: one.high for one in PARAMETERS},
    "undefined": {one.name: one.minimum for one in PARAMETERS},
}
COMPLAIN = """() => {
  for (const box of document.querySelectorAll(".control .control-value")) {
    box.value = "many";
    box.dispatchEvent(new Event("change", { bubbles: true }));
  }
}"""


class Seen(NamedTuple):
    """How a page is looked at."""

    scheme: str
    width: int
    folds: str
    explorer: str
    chart: str


# Each pair of values of any two columns is in some row.
PAIRS = (
    Seen("light", 320, "shut", "as it is", "picture"),
    Seen("dark", 390, "open", "as it is", "touched"),
    Seen("light", 1440, "open", "as it is", "picture"),
    Seen("dark", 320, "open", "moved", "touched"),
    Seen("light", 390, "shut", "moved", "picture"),
    Seen("dark", 1440, "shut", "moved", "touched"),
    Seen("dark", 320, "shut", "undefined", "picture"),
    Seen("light", 390, "open", "undefined", "touched"),
    Seen("dark", 1440, "open", "undefined", "picture"),
    Seen("light", 320, "open", "complaint", "touched"),
    Seen("dark", 390, "shut", "complaint", "picture"),
    Seen("light", 1440, "shut", "complaint", "touched"),
)


def bring_about(page: Page, seen: Seen) -> None:
    """Bring an open page, whose size and colours are set, into a state."""
    if seen.explorer in VALUES:
        page.evaluate(SET, VALUES[seen.explorer])
        page.evaluate(RESTED)
    if seen.folds == "open":
        page.evaluate(UNFOLD)
    if seen.explorer == "complaint":
        page.evaluate(COMPLAIN)
    button = page.locator(".explore-chart:visible")
    if seen.chart == "touched" and button.count():
        button.first.press("Enter")
        expect(page.locator(".plotly-figure.live .main-svg").first).to_be_visible()
    page.evaluate(CATCH_UP)
    page.evaluate(RESTED)
    # What is still being drawn is pale.
    expect(page.locator('.explorer [aria-busy="true"]:visible')).to_have_count(0)


def findings(page: Page) -> list[str]:
    """Return what axe finds on a page as it is: the rule, the place and what is wrong."""
    if not AXE.exists():
        raise FileNotFoundError(f"There is no {AXE}. Install npm and run: make assets")
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(FIND, ASKED)
    return found
