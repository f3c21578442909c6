"""Notes behind bound numbers: by mouse, by keys, by finger, without a script, on any screen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from readers import rest, wait_until

LONG = 60_000  # milliseconds by the page’s own clock, which no test waits for


@pytest.fixture(scope="module")
def address(small_book: Path) -> str:
    """The address of a page with five bound numbers."""
    return (small_book / "numbers.html").as_uri()


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    """The page on a screen 390 pixels wide, with fingers."""
    context = browser.new_context(
        viewport={"width": 390, "height": 780}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


def numbers(page: Page) -> Locator:
    return page.locator("a.bound-number")


def note(page: Page) -> Locator:
    """The note that is open, if any."""
    return page.locator(".number-note:popover-open")


def test_mouse_shows_the_note_and_moves_nothing(desk: Page) -> None:
    rest(desk)
    desk.clock.install()
    paragraph = desk.locator("article p").first
    before = paragraph.bounding_box()
    numbers(desk).nth(1).hover()
    expect(note(desk)).to_contain_text("over $20 billion per year")
    assert paragraph.bounding_box() == before
    note(desk).hover()
    desk.clock.run_for(LONG)  # whatever was to close the note has had its time
    expect(note(desk)).to_have_count(1)
    desk.mouse.move(1190, 790)
    expect(note(desk)).to_have_count(0)


def test_focus_shows_tab_enters_and_escape_hides(desk: Page) -> None:
    numbers(desk).nth(1).focus()
    expect(note(desk)).to_have_id("number-note-2")
    desk.keyboard.press("Tab")
    expect(note(desk).locator("a").first).to_be_focused()
    desk.keyboard.press("Escape")
    expect(note(desk)).to_have_count(0)
    expect(numbers(desk).nth(1)).to_be_focused()
    numbers(desk).nth(2).focus()
    expect(note(desk)).to_have_id("number-note-3")
    desk.keyboard.press("Escape")
    expect(note(desk)).to_have_count(0)


def test_enter_follows_the_link(desk: Page) -> None:
    numbers(desk).nth(1).focus()
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/tables.html#table-amazon_statements")


def test_first_tap_shows_a_note_whose_link_leads_on(phone: Page) -> None:
    phone.evaluate("addEventListener('click', event => (globalThis.tapped = event))")
    numbers(phone).nth(1).tap()
    expect(note(phone)).to_have_id("number-note-2")
    wait_until(phone, "globalThis.tapped")
    assert phone.evaluate("tapped.defaultPrevented"), "the first tap follows the link"
    note(phone).locator("a").last.tap()
    phone.wait_for_url("**/tables.html#table-amazon_statements")


@pytest.mark.parametrize("position", range(5))
def test_note_stays_within_a_narrow_screen(phone: Page, position: int) -> None:
    numbers(phone).nth(position).tap()
    box = note(phone).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390


def test_screen_readers_hear_the_note(desk: Page) -> None:
    expect(numbers(desk).nth(1)).to_have_accessible_description(re.compile("^over \\$20 billion"))


def test_without_a_script_the_number_is_a_link(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    expect(page.locator(".number-note").first).to_be_hidden()
    numbers(page).nth(1).click()
    page.wait_for_url("**/tables.html#table-amazon_statements")
    context.close()
