"""A link to the reader's case is copied, or shown where the browser does not let us copy."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from explorer_files import ORIGIN, files_of, open_files
from playwright.sync_api import Browser, Page, expect

from rent_or_sell.book import BOOK

pytestmark = pytest.mark.engines

FILES = files_of([BOOK.explorer("rack", controls=["attach_rate"])])
FRAGMENT = f"#explorer=rack&attach_rate=0.4&edition={BOOK.edition.number}"
PLAIN = ORIGIN.replace("https", "http")  # where browsers have no clipboard at all
Opened = Callable[[str], Page]


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opened]:
    """Opens the explorer at an origin, with one assumption changed."""
    pages: list[Page] = []

    def open_at(origin: str) -> Page:
        page, _ = open_files(browser, FILES, origin)
        pages.append(page)
        slider = page.get_by_role("slider", name="Attach rate", exact=False)
        slider.fill("0.4")
        page.wait_for_url(f"{origin}/index.html{FRAGMENT}")
        return page

    yield open_at
    for page in pages:
        page.close()


@pytest.mark.chromium
def test_a_link_is_copied(opened: Opened) -> None:
    page = opened(ORIGIN)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=ORIGIN)
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator(".copied")).to_have_text("Link copied")
    assert page.evaluate("navigator.clipboard.readText()") == f"{ORIGIN}/index.html{FRAGMENT}"
    page.get_by_role("button", name="Reset all").click()
    expect(page.locator(".copied")).to_have_text("")


@pytest.mark.chromium
def test_a_refused_clipboard_says_so_and_shows_the_link(opened: Opened) -> None:
    page = opened(ORIGIN)
    page.context.grant_permissions([], origin=ORIGIN)  # all others are refused
    page.get_by_role("button", name="Copy link").click()
    refused = f"The browser did not let us copy. The link: {ORIGIN}/index.html{FRAGMENT}"
    expect(page.get_by_role("status").filter(has_text="link")).to_have_text(refused)


def test_without_a_clipboard_the_link_is_shown(opened: Opened) -> None:
    page = opened(PLAIN)
    assert page.evaluate("navigator.clipboard") is None
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator(".copied")).to_contain_text(f"{PLAIN}/index.html{FRAGMENT}")
