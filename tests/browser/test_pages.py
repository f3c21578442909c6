"""Every published page is whole at every width, needs no kernel and no other host, and errs not."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from readers import Reader, rest

FOLDER = Path(__file__).parents[2] / "book"
CHAPTERS = sorted(path.stem for path in FOLDER.glob("*.md"))
WIDTHS = (390, 820, 1440)
# What a widget without its kernel leaves behind, and controls that no script of the book drives.
REMNANTS = (
    'script[type*="jupyter.widget"], [class*="jupyter-widgets"], [class*="widget-subarea"],'
    ' [class^="widget-"]'
)
CONTROLS = "input, select, textarea, [role=slider], [contenteditable=true]"
WORKING = "[data-explorer] *, .bd-search *, .formula-search *, :is(.check, form)[data-live] *"


@pytest.fixture(scope="module", params=CHAPTERS)
def chapter(reloaded: Page, site: str, request: pytest.FixtureRequest) -> Reader:
    """A reader who has opened a chapter on a phone; the tests only look at it."""
    reloaded.set_viewport_size({"width": WIDTHS[0], "height": 844})
    reader = Reader(reloaded, site)
    reader.open(request.param)
    return reader


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_the_screen(chapter: Reader, width: int) -> None:
    chapter.page.set_viewport_size({"width": width, "height": 844})
    rest(chapter.page)
    assert chapter.page.evaluate("document.documentElement.scrollWidth") <= width


def test_page_has_no_remnant_of_a_kernels_widget(chapter: Reader) -> None:
    assert chapter.page.locator(REMNANTS).count() == 0
    dead = chapter.page.locator(f":is({CONTROLS}):not({WORKING})")
    assert dead.evaluate_all("all => all.map(e => e.outerHTML)") == []


def test_page_is_whole_and_self_contained(chapter: Reader) -> None:
    chapter.page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    rest(chapter.page)
    foreign = [
        url
        for url in chapter.requests
        if not url.startswith((chapter.site, "data:", "blob:", "about:"))
    ]
    assert not foreign
    assert not chapter.errors


def test_charts_load_their_library_only_when_pressed(reader: Reader) -> None:
    page = reader.open("bundle")
    page.locator(".plotly-figure").first.scroll_into_view_if_needed()
    page.get_by_role("button", name="Explore this chart").first.focus()
    rest(page)
    assert not [url for url in reader.requests if "plotly" in url]
    page.keyboard.press("Enter")
    expect(page.locator(".plotly-figure .main-svg").first).to_be_visible()
    assert sum("plotly" in url for url in reader.requests) == 1
