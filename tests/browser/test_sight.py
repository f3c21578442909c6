"""What is in sight follows a move at once; what is not follows at rest, when scrolled to, on paper."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from explorer_files import files_of, open_files
from playwright.sync_api import Browser, Locator, Page, expect
from readers import rest

from rent_or_sell import Explorer

# Moves a slider; returns whether what a reader would see of a part has changed at once.
MOVE = """(part, value) => {
  const slider = document.querySelector('[data-parameter="displacement"] input[type=range]');
  const before = part.innerHTML;
  slider.value = value;
  slider.dispatchEvent(new Event("input", { bubbles: true }));
  return part.innerHTML !== before;
}"""
ALL = 200  # milliseconds until what is out of sight has come, part after part
LONG = 60_000  # milliseconds by the page’s own clock, which no test waits for

# Notes whether parts still wait at the moment when an explorer is alive.
NOTE = """new MutationObserver((_, observer) => {
  const root = document.querySelector(".explorer[data-live]");
  if (!root) return;
  globalThis.waited = root.hasAttribute("data-waiting");
  observer.disconnect();
}).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-live"] });"""


@pytest.fixture
def opened(browser: Browser) -> Iterator[Page]:
    """The rack's answers on a low screen, where no clock runs."""
    page, complaints = open_files(browser, files_of([Explorer(view="answers")]))
    page.set_viewport_size({"width": 1280, "height": 500})
    page.locator(".answer").scroll_into_view_if_needed()
    rest(page)  # the browser has told what is in sight, and with it what else is out
    page.clock.install()
    page.clock.pause_at(page.evaluate(f"Date.now() + {LONG}"))
    yield page
    assert complaints == []
    page.close()


def answer(page: Page) -> Locator:
    return page.locator("[data-part=answer]")


def odds(page: Page) -> Locator:
    return page.locator("[data-part=odds] [data-event='0']")


def tornado(page: Page) -> Locator:
    return page.locator("[data-part=tornado]")


def test_what_is_in_sight_follows_at_once(opened: Page) -> None:
    assert answer(opened).evaluate(MOVE, "0.8")


def test_what_is_out_of_sight_follows_at_rest(opened: Page) -> None:
    before = tornado(opened).inner_html()
    assert not tornado(opened).evaluate(MOVE, "0.8")
    opened.clock.run_for(ALL)
    assert tornado(opened).inner_html() != before


def test_what_is_scrolled_to_follows_before_that(opened: Page) -> None:
    shown = tornado(opened).inner_html()
    assert not tornado(opened).evaluate(MOVE, "0.8")
    tornado(opened).scroll_into_view_if_needed()
    expect(tornado(opened)).not_to_have_js_property("innerHTML", shown)


def test_what_is_pressed_follows_before_it_acts(opened: Page) -> None:
    """A word that a part says of a press is not wiped away by an update that came late."""
    changed = opened.locator("[data-part=changed]")
    assert not changed.evaluate(MOVE, "0.8")
    copy = changed.get_by_role("button", name="Copy link", include_hidden=True)
    copy.dispatch_event("click")
    expect(changed.locator(".copied")).not_to_be_empty()
    opened.clock.run_for(ALL)
    expect(changed.locator(".copied")).not_to_be_empty()


def test_paper_shows_all(opened: Page) -> None:
    before = odds(opened).text_content()
    assert not odds(opened).evaluate(MOVE, "0.8")
    opened.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert odds(opened).text_content() != before


@pytest.mark.parametrize(
    ("link", "waited"), [("", True), ("#explorer=rack-all&attach_rate=0.4", False)]
)
def test_an_explorer_at_its_base_case_is_alive_before_it_computes(
    browser: Browser, site: str, link: str, waited: bool
) -> None:
    page = browser.new_page()
    page.add_init_script(NOTE)
    page.goto(f"{site}/book/bottom-line.html{link}")
    expect(page.locator(".explorer[data-live]:not([data-waiting])")).to_have_count(1)
    assert page.evaluate("waited") is waited
    page.close()
