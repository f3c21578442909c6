"""A chart is its picture until it is pressed, makes way in place, and is the picture on paper."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from draw_pictures import draw_book
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from readers import rest

from rent_or_sell import load_scenarios
from rent_or_sell.trainium.figures.deal import deal_zones

PRESSES: dict[str, Callable[[Locator], None]] = {
    "click": lambda button: button.click(),
    "tap": lambda button: button.tap(),
    "Enter": lambda button: button.press("Enter"),
    "Space": lambda button: button.press("Space"),
}
Opened = Callable[..., Page]


@pytest.fixture(scope="module")
def profiles(browser: Browser) -> Iterator[dict[bool, BrowserContext]]:
    """A profile with scripts and one without; their pages serve one test after the other."""
    contexts = {
        scripts: browser.new_context(
            java_script_enabled=scripts, has_touch=True, color_scheme="light"
        )
        for scripts in (True, False)
    }
    yield contexts
    for context in contexts.values():
        context.close()


@pytest.fixture
def opened(profiles: dict[bool, BrowserContext], small_book: Path) -> Iterator[Opened]:
    """Opens the page on a screen of a width, with or without scripts, library and pictures."""
    taken: list[Page] = []

    def open_page(
        width: int = 1200, *, scripts: bool = True, library: bool = True, drawn: bool = True
    ) -> Page:
        free = [page for page in profiles[scripts].pages if page not in taken]
        page = free[0] if free else profiles[scripts].new_page()
        taken.append(page)
        page.set_viewport_size({"width": width, "height": 800})
        if not library:
            page.route("**/_figures/plotly.*", lambda route: route.abort())
        page.goto((small_book / ("charts.html" if drawn else "undrawn.html")).as_uri())
        return page

    yield open_page
    for page in taken:
        page.unroute_all()
        page.emulate_media(media="null")
        page.goto("about:blank")


def picture(page: Page) -> Locator:
    return page.locator(".static-picture").first


def plot(page: Page) -> Locator:
    return page.locator(".chart > .plot")


def button(page: Page) -> Locator:
    return page.get_by_role("button", name="Explore this chart").first


def live(page: Page) -> Locator:
    button(page).click()
    expect(page.locator(".plotly-figure.live")).to_have_count(1)
    expect(plot(page).locator(".main-svg").first).to_be_visible()
    rest(page)
    return plot(page)


def library_requests(page: Page) -> list[str]:
    """Return the chart library's files that the page has loaded."""
    names = page.evaluate("[...document.scripts].map(script => script.src)")
    return [name for name in names if "/_figures/plotly." in name]


def test_pictures_are_drawn_alike_each_time_and_old_ones_go(
    small_book: Path, browser: Browser, tmp_path: Path
) -> None:
    figures = tmp_path / "_build" / "figures" / "book"
    figures.mkdir(parents=True)
    shutil.copy(small_book.parents[1] / "figures" / "book" / "charts.json", figures)
    pictures = tmp_path / "book" / "pictures"
    pictures.mkdir(parents=True)
    (pictures / "charts-3.wide.svg").write_text("<svg/>")
    names = [f"charts-{place}.{width}.svg" for place in (1, 2) for width in ("narrow", "wide")]
    drawn = []
    for _ in range(2):
        draw_book(browser, tmp_path)
        files = sorted(pictures.iterdir())
        assert [file.name for file in files] == names
        drawn.append([file.read_bytes() for file in files])
    assert drawn[0] == drawn[1]


@pytest.mark.parametrize(("width", "shown"), [(1200, "wide"), (390, "narrow")])
def test_one_picture_is_shown_without_scripts(opened: Opened, width: int, shown: str) -> None:
    page = opened(width, scripts=False)
    expect(picture(page).locator("svg:visible")).to_have_class(re.compile(rf"^{shown}\b"))
    expect(page.get_by_role("img", name="A price suits both sides")).to_have_count(1)
    expect(button(page)).to_have_count(0)
    text = picture(page).locator("svg:visible text").first
    assert text.evaluate("e => e.getBoundingClientRect().height") > 13


def test_neither_scrolling_nor_focus_loads_the_library(opened: Opened) -> None:
    page = opened()
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    buttons = page.locator(".explore-chart")
    for place in range(2):
        buttons.nth(place).focus()
        buttons.nth(place).hover()
    rest(page)
    assert not library_requests(page)
    expect(plot(page)).to_have_count(0)


@pytest.mark.parametrize("press", PRESSES)
def test_every_way_to_press_brings_the_live_chart_and_the_focus(opened: Opened, press: str) -> None:
    page = opened()
    button(page).focus()
    PRESSES[press](button(page))
    expect(plot(page).locator(".main-svg").first).to_be_visible()
    expect(plot(page)).to_be_focused()
    expect(page.get_by_role("group", name="A price suits both sides")).to_be_focused()
    expect(page.get_by_role("img", name="A price suits both sides")).to_have_count(0)


def test_a_press_on_the_picture_does_too(opened: Opened) -> None:
    page = opened()
    picture(page).click()
    expect(plot(page).locator(".main-svg").first).to_be_visible()


def test_two_charts_load_the_library_once(opened: Opened) -> None:
    page = opened()
    live(page)
    button(page).click()
    expect(page.locator(".plotly-figure.live")).to_have_count(2)
    assert len(library_requests(page)) == 1


@pytest.mark.parametrize("width", [1200, 600, 390])
def test_live_chart_takes_the_pictures_place_and_nothing_moves(opened: Opened, width: int) -> None:
    page, still = opened(width), opened(width)
    live(page)
    expect(picture(page)).to_be_hidden()
    rest(still)
    for part in (".plotly-figure", ".chart", "main"):
        boxes = [each.locator(part).first.bounding_box() for each in (page, still)]
        assert boxes[0] == boxes[1], part
    drawn = plot(page).locator(".main-svg").first.bounding_box()
    shown = picture(still).bounding_box()
    assert drawn is not None
    assert shown is not None
    for side in ("x", "y", "width", "height"):
        assert abs(drawn[side] - shown[side]) < 1, side


def test_picture_and_live_chart_say_the_same_at_the_same_place(opened: Opened) -> None:
    page, still = opened(), opened()
    name = load_scenarios()["chips_scarce"].label
    rest(still)
    lively = live(page).get_by_text(name).bounding_box()
    drawn = picture(still).locator("svg:visible").get_by_text(name).bounding_box()
    assert lively is not None
    assert drawn is not None
    assert abs(lively["x"] - drawn["x"]) < 2
    assert abs(lively["y"] - drawn["y"]) < 2


def test_picture_stays_says_so_and_can_be_pressed_again_if_the_library_fails(
    opened: Opened,
) -> None:
    page = opened(library=False)
    button(page).press("Enter")
    status = page.get_by_role("status").first
    expect(status).to_have_text(re.compile("did not load.*try again"))
    expect(picture(page)).to_be_visible()
    expect(plot(page)).to_have_count(0)
    expect(button(page)).to_be_focused()
    page.unroute("**/_figures/plotly.*")
    button(page).press("Enter")
    expect(plot(page)).to_be_focused()
    expect(status).to_have_text("")


def test_picture_and_live_chart_follow_the_theme(opened: Opened) -> None:
    page, ink = opened(), {"light": "rgb(29, 36, 48)", "dark": "rgb(232, 235, 240)"}
    words = picture(page).locator("svg:visible").get_by_text("Enterprise")
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    expect(words).to_have_css("fill", ink["dark"])
    drawn = live(page).get_by_text("Enterprise")
    expect(drawn).to_have_css("fill", ink["dark"])
    page.evaluate("document.documentElement.dataset.theme = 'light'")
    expect(drawn).to_have_css("fill", ink["light"])


@pytest.mark.parametrize("pressed", [True, False])
def test_paper_has_the_picture_in_light_colours(opened: Opened, pressed: bool) -> None:
    page = opened()
    if pressed:
        live(page)
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    page.emulate_media(media="print")
    expect(picture(page)).to_be_visible()
    expect(plot(page).locator("visible=true")).to_have_count(0)
    expect(page.locator(".explore-chart:visible")).to_have_count(0)
    expect(picture(page).locator("svg:visible")).to_have_css("fill", "rgb(29, 36, 48)")


def test_a_chart_without_picture_comes_alive_when_near_in_the_room_kept(
    opened: Opened,
) -> None:
    page = opened(drawn=False)
    expect(button(page)).to_have_count(0)
    chart = page.locator(".chart").first
    height = chart.evaluate("e => e.getBoundingClientRect().height")
    assert height == deal_zones().layout.height
    rest(page)
    assert not library_requests(page)
    chart.scroll_into_view_if_needed()
    expect(page.locator(".plotly-figure.live")).not_to_have_count(0)
    expect(plot(page).locator(".main-svg").first).to_be_visible()
    assert chart.evaluate("e => e.getBoundingClientRect().height") == height
