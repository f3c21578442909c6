"""A reader reports an error: of a page or of a fact, by keys or finger; nothing is sent."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect


@pytest.fixture(scope="module")
def address(small_book: Path) -> str:
    """The address of a page with bound numbers."""
    return (small_book / "numbers.html").as_uri()


def text(page: Page) -> Locator:
    return page.get_by_role("textbox", name="The text of your report")


def lines(page: Page) -> list[str]:
    return text(page).input_value().splitlines()


def test_a_number_is_reported_by_keys_with_its_address_and_what_is_shown(desk: Page) -> None:
    number = desk.locator("a.bound-number").nth(1)
    number.focus()
    desk.get_by_role("button", name="Report an error").press("Enter")
    expect(text(desk)).to_be_focused()
    for line in (
        "Page: book/numbers.html",  # not where it lies on a disk
        "Fact: amazon_statements.JL01",
        "Shown as: over $20 billion",
        "Value: over $20 billion per year",
    ):
        assert line in lines(desk)
    desk.keyboard.type("It is more.")
    mail = desk.get_by_role("link", name="Open as a mail").get_attribute("href") or ""
    assert parse_qs(urlsplit(mail).query)["body"][0].endswith("It is more.")
    desk.keyboard.press("Escape")
    expect(text(desk)).to_have_count(0)
    expect(number).to_be_focused()


def test_the_letter_is_copied_whole(desk: Page) -> None:
    desk.evaluate(
        "void (navigator.clipboard.writeText = async (text) => (globalThis.copied = text))"
    )
    desk.get_by_role("link", name="Report an error").click()
    assert not [line for line in lines(desk) if line.startswith("Fact:")]
    desk.get_by_role("button", name="Copy").click()
    expect(desk.get_by_role("status").filter(has_text="Copied")).to_be_visible()
    assert desk.evaluate("copied") == text(desk).input_value()
    desk.get_by_role("button", name="Close").click()
    expect(desk.get_by_role("link", name="Report an error")).to_be_focused()


def test_where_the_browser_refuses_the_text_is_selected(desk: Page) -> None:
    desk.evaluate("void (navigator.clipboard.writeText = () => Promise.reject())")
    desk.get_by_role("link", name="Report an error").click()
    desk.get_by_role("button", name="Copy").click()
    expect(desk.get_by_role("status").filter(has_text="is selected")).to_be_visible()
    assert desk.evaluate("getSelection().toString()") == text(desk).input_value()


def test_a_finger_reports_a_row_in_the_words_of_the_row(browser: Browser, small_book: Path) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 780}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto((small_book / "facts.html").as_uri())
    row = page.locator("tr[data-row]").first
    row.locator("td.source > a").tap()
    page.get_by_role("button", name="Report an error").tap()
    shown = next(line for line in lines(page) if line.startswith("Shown as: "))
    assert row.locator("td").first.inner_text() in shown
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    box = page.get_by_role("dialog").bounding_box()
    assert box is not None and box["x"] >= 0 and box["x"] + box["width"] <= 390
    context.close()


def test_without_scripts_the_link_is_a_mail(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    link = page.get_by_role("link", name="Report an error")
    assert (link.get_attribute("href") or "").startswith("mailto:?subject=")
    context.close()
