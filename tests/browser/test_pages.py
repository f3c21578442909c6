"""Every published page is whole at every width: no kernel, no other host, no error."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect
from readers import Reader, rest

FOLDER = Path(__file__).parents[2] / "book"
CHAPTERS = sorted(path.stem for path in FOLDER.glob("*.md"))


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_page_is_whole_and_self_contained(reader: Reader, chapter: str) -> None:
    page = reader.open(chapter)
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    rest(page)
    foreign = [
        url
        for url in reader.requests
        if not url.startswith((reader.site, "data:", "blob:", "about:"))
    ]
    assert not foreign
    assert not reader.errors


@pytest.mark.parametrize("width", [390, 820, 1440])
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_nothing_is_wider_than_the_screen(reader: Reader, chapter: str, width: int) -> None:
    reader.page.set_viewport_size({"width": width, "height": 844})
    page = reader.open(chapter)
    rest(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_charts_load_their_library_only_when_pressed(reader: Reader) -> None:
    page = reader.open("bundle")
    page.locator(".plotly-figure").first.scroll_into_view_if_needed()
    page.get_by_role("button", name="Explore this chart").first.focus()
    rest(page)
    assert not [url for url in reader.requests if "plotly" in url]
    page.keyboard.press("Enter")
    expect(page.locator(".plotly-figure .main-svg").first).to_be_visible()
    assert sum("plotly" in url for url in reader.requests) == 1
