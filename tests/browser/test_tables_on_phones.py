"""Tables on a phone: a fact has the width of the screen, and what is compared stays side by side."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from readers import Reader, rest

CHAPTERS = (
    *("index", "bottleneck", "fifty-billion", "supply"),
    *("bundle", "rival", "watch-list", "bottom-line"),
)
PHONE = 390  # pixels
FACT = 300  # pixels at least, of a row's first words
UNFOLD = "document.querySelectorAll('details').forEach((one) => { one.open = true; })"
FACTS = """() => [...document.querySelectorAll(".cards tbody th")]
  .filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect().width)"""
# Of each table that compares: its name, whether its heads stand above its numbers, what is too wide.
COMPARED = """() => [...document.querySelectorAll("table:is(.comparison, .table)")].map((table) => {
  const box = (one) => one.getBoundingClientRect();
  const heads = [...table.tHead.rows[0].cells].filter((one) => !one.matches(".text"));
  const row = [...table.tBodies[0].rows[0].cells].filter((one) => !one.matches(".text"));
  return {
    name: table.caption?.textContent ?? table.textContent.slice(0, 40),
    heads: heads.every((one, place) => Math.abs(box(one).left - box(row[place]).left) < 1),
    wide: box(table).width - box(table.parentElement).width,
    cut: [...table.querySelectorAll("th, td")].filter((one) => one.scrollWidth > one.clientWidth + 1)
      .map((one) => one.textContent),
  };
})"""


@pytest.mark.parametrize("chapter", [*CHAPTERS, "what-changed", "model"])
def test_facts_are_wide_and_comparisons_are_tables(reloaded: Page, site: str, chapter: str) -> None:
    reloaded.set_viewport_size({"width": PHONE, "height": 844})
    page = Reader(reloaded, site).open(chapter)
    page.evaluate(UNFOLD)
    rest(page)
    assert all(width >= FACT for width in page.evaluate(FACTS))
    for table in page.evaluate(COMPARED):
        assert table["heads"], table["name"]
        assert table["wide"] < 1, table["name"]
        assert table["cut"] == [], table["name"]
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE
