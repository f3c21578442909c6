"""Terms open their meaning as numbers open their notes: by mouse, keys and finger; paper is plain."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect


@pytest.fixture(scope="module")
def address(small_book: Path) -> str:
    """The address of a page with marked terms."""
    return (small_book / "terms.html").as_uri()


def terms(page: Page) -> Locator:
    return page.locator("a.glossary-term")


def card(page: Page) -> Locator:
    """The card that is open, if any."""
    return page.locator(".number-note:popover-open")


def test_a_term_opens_on_hover_and_on_focus_and_escape_closes(desk: Page) -> None:
    terms(desk).first.hover()
    expect(card(desk)).to_contain_text("for each dollar of chip rent")
    desk.mouse.move(1190, 790)
    expect(card(desk)).to_have_count(0)
    terms(desk).nth(1).focus()
    expect(card(desk)).to_contain_text("frontier lab")
    desk.keyboard.press("Escape")
    expect(card(desk)).to_have_count(0)
    expect(terms(desk).nth(1)).to_be_focused()
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/glossary.html#term-frontier-lab")


def test_the_first_tap_opens_a_card_whose_link_leads_on(browser: Browser, address: str) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 780}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto(address)
    terms(page).nth(2).tap()
    expect(card(page)).to_contain_text("displacement")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    card(page).locator("a").tap()
    page.wait_for_url("**/glossary.html#term-displacement")
    context.close()


def test_without_scripts_a_term_is_a_link_and_on_paper_it_is_plain(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    expect(terms(page).first).to_have_css("text-decoration-style", "dotted")
    page.emulate_media(media="print")
    expect(terms(page).first).to_have_css("text-decoration-line", "none")
    expect(page.locator(".number-note:visible")).to_have_count(0)
    page.emulate_media(media="screen")
    terms(page).first.click()
    page.wait_for_url("**/glossary.html#term-attach-rate")
    context.close()
