"""Long tables sort by the header that is pressed, by mouse and by keys, and move nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from readers import rest

FIRST = ["Trainium10", "trainium2", "Ampere", "Blackwell", "Élan", "Zenith"]
BY_PRICE = ["Blackwell", "Zenith", "Élan", "Trainium10", "trainium2", "Ampere"]
BY_PRICE_DOWN = ["trainium2", "Trainium10", "Élan", "Zenith", "Blackwell", "Ampere"]
BY_CHIP = ["Ampere", "Blackwell", "Élan", "trainium2", "Trainium10", "Zenith"]


@pytest.fixture(scope="module")
def address(small_book: Path) -> str:
    """The address of a page with a table of six rows and one of five."""
    return (small_book / "sorting.html").as_uri()


def table(page: Page, name: str = "Long") -> Locator:
    return page.get_by_role("table", name=name)


def head(page: Page, name: str) -> Locator:
    return table(page).get_by_role("columnheader", name=name)


def expect_chips(page: Page, wanted: list[str]) -> None:
    expect(table(page).locator("tbody th")).to_have_text(wanted)


def boxes(page: Page) -> Any:
    rest(page)
    script = "all => all.map(e => e.getBoundingClientRect().toJSON())"
    return page.locator(".sourced-table :is(th, td)").evaluate_all(script)


def test_numbers_sort_by_value_down_and_back_and_the_empty_stays_last(desk: Page) -> None:
    price = head(desk, "Price paid")
    for wanted, order in ((BY_PRICE, "ascending"), (BY_PRICE_DOWN, "descending"), (FIRST, None)):
        price.click()
        expect_chips(desk, wanted)
        assert price.get_attribute("aria-sort") == order


def test_words_sort_as_people_do_and_only_one_column_says_so(desk: Page) -> None:
    head(desk, "Price paid").click()
    head(desk, "Chip").click()
    expect_chips(desk, BY_CHIP)
    expect(table(desk).locator("[aria-sort]")).to_have_count(1)
    expect(head(desk, "Chip")).to_have_attribute("aria-sort", "ascending")


def test_keys_sort_and_the_focus_stays(desk: Page) -> None:
    button = head(desk, "Price paid").get_by_role("button", name="Price paid")
    button.focus()
    desk.keyboard.press("Enter")
    expect_chips(desk, BY_PRICE)
    desk.keyboard.press("Space")
    expect_chips(desk, BY_PRICE_DOWN)
    expect(button).to_be_focused()


def test_short_tables_keep_their_headers(desk: Page) -> None:
    expect(table(desk, "Short").get_by_role("columnheader")).to_have_count(2)
    expect(table(desk, "Short").get_by_role("button")).to_have_count(0)


def test_nothing_moves_when_headers_become_buttons(
    desk: Page, browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport={"width": 1200, "height": 800})
    plain = context.new_page()
    plain.route("**/_tables/*", lambda route: route.abort())
    plain.goto(address)
    expect(plain.locator("th button")).to_have_count(0)
    assert boxes(plain) == boxes(desk)
    context.close()
    before = boxes(desk)
    head(desk, "Chip").click()
    expect_chips(desk, BY_CHIP)
    assert boxes(desk)[:2] == before[:2]


def test_on_a_phone_cards_have_no_hidden_buttons_to_land_on(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 780})
    page = context.new_page()
    page.goto(address)
    expect(page.locator("th button:enabled")).to_have_count(0)
    page.set_viewport_size({"width": 1000, "height": 780})
    expect(page.locator("th button:enabled")).to_have_count(2)
    context.close()
