"""Links in the chapters that carry a scenario open it: same page, same explorer, same numbers."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from playwright.sync_api import Page, expect

from rent_or_sell import Explorer

pytestmark = pytest.mark.engines

FOLDER = Path(__file__).parents[2] / "book"
LINKS = sorted(
    {
        unescape(link)
        for chapter in FOLDER.glob("*.md")
        for link in re.findall(
            r'href="([^"]*#explorer=[^"]*)"', chapter.read_text(encoding="utf-8")
        )
    }
)
# Results that are no series of years, with their full values.
READ_SINGLE = """root => [...root.querySelectorAll("table.results [data-quantity]:not([data-year])")]
  .map(e => [e.dataset.quantity, e.dataset.value])"""


def test_there_are_links_with_scenarios() -> None:
    assert len(LINKS) > 6


@pytest.mark.parametrize("link", LINKS)
def test_link_opens_its_scenario(reloaded: Page, site: str, link: str) -> None:
    name, *changes = parse_qsl(link.partition("#")[2], strict_parsing=True)
    identity = name[1]
    expected = Explorer(identity.partition("-")[0], {key: float(text) for key, text in changes})
    reloaded.goto("about:blank")  # a change of fragment alone would not load the page anew
    reloaded.goto(f"{site}/book/{link}")
    root = reloaded.locator(f'.explorer[data-explorer="{identity}"]')
    expect(root).to_be_in_viewport()
    shown = dict(root.evaluate(READ_SINGLE))
    for quantity, value in expected.results.items():
        if isinstance(value, float):
            text = shown[quantity] or "nan"
            assert float(text) == pytest.approx(value, rel=1e-9, nan_ok=True), quantity
