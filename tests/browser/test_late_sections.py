"""On a phone, what stands far below the explorer is laid out once the explorer is alive."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, ViewportSize, expect
from readers import wait_until

CHAPTER = "bottleneck"
PHONE: ViewportSize = {"width": 390, "height": 844}
DESK: ViewportSize = {"width": 1200, "height": 800}

WAITING = """() => [...document.querySelectorAll(".bd-article > section > section > :last-child")]
  .filter((last) => !last.checkVisibility({ contentVisibilityAuto: true })).length"""
STYLED = "[...document.querySelectorAll('link[rel=stylesheet]')].every(({ sheet }) => sheet)"
PLACES = """() => [...document.querySelectorAll(".bd-article h2")]
  .map((heading) => Math.round(heading.getBoundingClientRect().top + scrollY))"""


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page on a phone's screen."""
    context = browser.new_context(viewport=PHONE)
    yield context.new_page()
    context.close()


def _open_before_it_is_alive(page: Page, address: str) -> list[Route]:
    """Open a page whose explorer's script does not come; return what lets it come."""
    held: list[Route] = []
    page.route("**/_explorer/explorer.*.js", lambda route: held.append(route))
    page.goto(address, wait_until="commit")
    page.locator(".bd-footer-content, .prev-next-footer").first.wait_for(state="attached")
    wait_until(page, f"document.readyState === 'interactive' && {STYLED}")
    return held


def _whole(page: Page) -> None:
    expect(page.locator("html[data-late], [data-laid]")).to_have_count(0)


def test_sections_wait_for_the_explorer(phone: Page, site: str) -> None:
    held = _open_before_it_is_alive(phone, f"{site}/book/{CHAPTER}.html")
    assert phone.evaluate(WAITING) > 5
    for route in held:
        route.continue_()
    _whole(phone)
    assert phone.evaluate(WAITING) == 0


def test_a_heading_is_come_to_on_a_whole_page(phone: Page, site: str) -> None:
    _open_before_it_is_alive(phone, f"{site}/book/{CHAPTER}.html#exercises")
    assert phone.evaluate(WAITING) == 0


def test_a_wide_screen_waits_for_nothing(phone: Page, site: str) -> None:
    phone.set_viewport_size(DESK)
    _open_before_it_is_alive(phone, f"{site}/book/{CHAPTER}.html")
    assert phone.evaluate(WAITING) == 0


def test_a_reader_who_reloads_is_where_they_were(phone: Page, site: str) -> None:
    phone.goto(f"{site}/book/{CHAPTER}.html")
    _whole(phone)
    places = phone.evaluate(PLACES)
    phone.evaluate("() => scrollTo({ top: 6000, behavior: 'instant' })")
    phone.reload()
    _whole(phone)
    wait_until(phone, "scrollY > 0")
    assert phone.evaluate("scrollY") == pytest.approx(6000, abs=1)
    assert phone.evaluate(PLACES) == pytest.approx(places, abs=1)  # a pixel by rounding
