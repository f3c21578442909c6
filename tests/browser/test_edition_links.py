"""A link says which edition made it; one of another edition opens as ever, and is told so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape

import pytest
from explorer_files import ORIGIN, files_of, open_files
from playwright.sync_api import Browser, Locator, Page, expect

from rent_or_sell.book import BOOK

pytestmark = pytest.mark.engines

FILES = files_of([BOOK.explorer("rack", controls=["attach_rate"])])
NOW = BOOK.edition.number
LINK = "#explorer=rack&attach_rate=0.4"
Opened = Callable[[str], Locator]


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opened]:
    """Opens the explorer by a link and gives its notice."""
    pages: list[Page] = []

    def open_link(link: str) -> Locator:
        page, _ = open_files(browser, FILES, ORIGIN)
        pages.append(page)
        page.goto(f"{ORIGIN}/index.html{link}")
        page.reload()  # a link is read when a page opens
        changed = f"1 of {len(BOOK.model('rack').parameters)} assumptions changed"
        expect(page.locator(".changed-summary")).to_have_text(changed)
        return page.locator(".explorer .ignored")

    yield open_link
    for page in pages:
        page.close()


def test_a_link_of_the_first_edition_opens_and_says_what_changed(opened: Opened) -> None:
    notice = opened(LINK)
    expect(notice).to_be_visible()
    expect(notice).to_contain_text("made with the first edition of this book")
    expect(notice).to_contain_text("this is the second edition")
    expect(notice).to_contain_text(BOOK.edition.changes[2]["rack"])
    more = notice.get_by_role("link", name="What changed")
    assert more.get_attribute("href") == BOOK.edition.page
    assert notice.get_by_text("Ignored").count() == 0


def test_a_link_of_this_edition_is_not_spoken_of(opened: Opened) -> None:
    notice = opened(f"{LINK}&edition={NOW}")
    expect(notice).to_be_hidden()
    expect(notice).to_have_text("")


@pytest.mark.parametrize(
    ("edition", "said"),
    [
        (str(NOW + 1), "made with a later edition of this book"),
        ("0", "names an edition that there is not: 0."),
        ("<b>x</b>", "names an edition that there is not: <b>x</b>."),
    ],
)
def test_a_link_of_an_edition_that_the_book_does_not_know(
    opened: Opened, edition: str, said: str
) -> None:
    notice = opened(f"{LINK}&edition={edition}")
    expect(notice).to_contain_text(said)
    assert notice.locator("b").count() == 0


def test_an_old_link_with_errors_has_both_said(opened: Opened) -> None:
    notice = opened(f"{LINK}&nonsense=1")
    expect(notice).to_contain_text("made with the first edition")
    expect(notice).to_contain_text("Ignored from the link: nonsense (no such assumption).")


def test_a_moved_control_makes_a_link_of_this_edition(opened: Opened) -> None:
    page = opened(LINK).page
    page.get_by_role("slider", name="Attach rate", exact=False).fill("0.5")
    page.wait_for_url(f"{ORIGIN}/index.html#explorer=rack&attach_rate=0.5&edition={NOW}")


# The built book


@pytest.mark.parametrize("chapter", ["teach", "what-changed", "index"])
def test_the_books_own_links_are_of_its_edition(page: Page, site: str, chapter: str) -> None:
    html = page.request.get(f"{site}/book/{chapter}.html").text()
    links = [unescape(link) for link in re.findall(r'href="([^"]*#explorer=[^"]*)"', html)]
    assert links or chapter != "teach"
    assert [link for link in links if not link.endswith(f"&edition={NOW}")] == []


def test_the_notice_leads_to_the_page_that_says_what_changed(page: Page, site: str) -> None:
    page.goto(f"{site}/book/supply.html#explorer=fleet&diversion=1")
    page.get_by_role("link", name="What changed.", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("What changed")
    row = page.locator('[data-row="base-policy_gain_total"]')
    expect(row).to_contain_text("10.89")
