"""A chart is there before any script, makes way for the live one in place, and is back on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from test_sphinx_ext import build

INDEX = """
# Charts

```{code-cell}
from rent_or_sell.trainium.figures.deal import deal_zones

deal_zones()
```
"""
Opened = Callable[..., Page]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a page with one chart."""
    folder = tmp_path_factory.mktemp("book")
    done = build(folder, index=INDEX)
    assert done.returncode == 0, done.stdout + done.stderr
    return Path(folder, "_build/html/book/index.html").as_uri()


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Opened]:
    """Opens the page on a screen of a width, with or without scripts and the chart library."""
    contexts = []

    def open_page(width: int = 1200, *, scripts: bool = True, library: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 800}, java_script_enabled=scripts
        )
        contexts.append(context)
        page = context.new_page()
        if not library:
            page.route("**/_figures/plotly.*", lambda route: route.abort())
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()


def picture(page: Page) -> Locator:
    return page.locator(".static-picture")


def plot(page: Page) -> Locator:
    return page.locator(".chart > .plot")


@pytest.mark.parametrize(("width", "shown"), [(1200, "wide"), (390, "narrow")])
def test_one_picture_is_shown_without_scripts(opened: Opened, width: int, shown: str) -> None:
    page = opened(width, scripts=False)
    expect(picture(page).locator("svg:visible")).to_have_class(shown)
    expect(page.get_by_role("img", name="A price suits both sides")).to_have_count(1)
    text = picture(page).locator("svg:visible text").first
    height = text.evaluate("e => e.getBoundingClientRect().height")
    assert height > 13


def test_live_chart_takes_the_pictures_place_and_nothing_moves(opened: Opened) -> None:
    page, still = opened(), opened(library=False)
    expect(plot(page).locator(".main-svg").first).to_be_visible()
    expect(picture(page)).to_be_hidden()
    expect(page.get_by_role("img", name="A price suits both sides")).to_have_count(1)
    figures = [each.locator(".plotly-figure").bounding_box() for each in (page, still)]
    assert figures[0] == figures[1]
    boxes = [page.locator(".chart").bounding_box(), plot(page).bounding_box()]
    assert boxes[0] == boxes[1]


def test_picture_and_live_chart_say_the_same_at_the_same_place(opened: Opened) -> None:
    page, still = opened(), opened(library=False)
    name = "Strongest case"
    expect(plot(page).get_by_text(name)).to_be_visible()
    live = plot(page).get_by_text(name).bounding_box()
    drawn = picture(still).locator("svg:visible").get_by_text(name).bounding_box()
    assert live is not None
    assert drawn is not None
    assert abs(live["x"] + live["width"] - drawn["x"] - drawn["width"]) < 8
    assert abs(live["y"] - drawn["y"]) < 8


def test_picture_stays_if_the_chart_library_does_not_come(opened: Opened) -> None:
    page = opened(library=False)
    with page.expect_console_message(lambda message: "did not load" in message.text):
        page.reload()
    expect(picture(page)).to_be_visible()
    expect(plot(page)).to_have_count(0)


@pytest.mark.parametrize("library", [True, False])
def test_paper_has_the_picture_in_light_colours(opened: Opened, library: bool) -> None:
    page = opened(library=library)
    if library:
        expect(plot(page).locator(".main-svg").first).to_be_visible()
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    page.emulate_media(media="print")
    expect(picture(page)).to_be_visible()
    expect(plot(page).locator("visible=true")).to_have_count(0)
    colour = picture(page).locator("svg:visible").evaluate("e => getComputedStyle(e).fill")
    assert colour == "rgb(29, 36, 48)"
