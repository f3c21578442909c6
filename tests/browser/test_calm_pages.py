"""What is folded away on a page is one press away: code, the rows of long tables, evidence."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from readers import Reader


@pytest.fixture(scope="module")
def address(small_book: Path) -> str:
    """The address, on the disk, of a page with a long table of facts."""
    return (small_book / "facts.html").as_uri()


def rows(page: Page) -> Locator:
    return page.locator(".sourced-table").first.locator("tbody tr:visible")


def test_a_long_table_begins_with_five_rows_and_shows_all_when_asked(desk: Page) -> None:
    button = desk.get_by_role("button", name="All", exact=False).first
    count = int(button.inner_text().split()[1])
    expect(rows(desk)).to_have_count(5)
    button.press("Enter")
    expect(rows(desk)).to_have_count(count)
    expect(button).to_have_count(0)
    expect(desk.locator(".table-scroll").first).to_be_focused()


def test_paper_and_pages_without_scripts_show_all_rows_and_their_evidence(
    browser: Browser, desk: Page, address: str
) -> None:
    count = int(desk.locator(".all-rows").first.inner_text().split()[1])
    desk.emulate_media(media="print")
    expect(rows(desk)).to_have_count(count)
    expect(desk.locator(".all-rows:visible")).to_have_count(0)
    expect(desk.locator("td.source .number-note:visible").first).to_be_visible()
    context = browser.new_context(java_script_enabled=False)
    still = context.new_page()
    still.goto(address)
    expect(rows(still)).to_have_count(count)
    expect(still.locator(".all-rows:visible")).to_have_count(0)
    context.close()


def test_evidence_stands_in_a_card_behind_its_mark(desk: Page) -> None:
    mark = desk.locator("td.source > a").first
    card = desk.locator("td.source > .number-note").first
    expect(card).to_be_hidden()
    mark.hover()
    expect(card).to_be_visible()
    desk.mouse.move(0, 0)
    expect(card).to_be_hidden()
    mark.focus()
    expect(card).to_be_visible()
    desk.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_one_switch_shows_the_code_of_all_cells_and_is_remembered(reader: Reader) -> None:
    page = reader.open("bundle")
    cells = page.locator("details.hide")
    expect(page.locator("details.hide:visible")).to_have_count(0)
    switch = page.get_by_role("button", name="Code", exact=True)
    expect(switch).to_have_attribute("aria-pressed", "false")
    switch.press("Enter")
    expect(page.locator("details.hide[open]:visible")).to_have_count(cells.count())
    page.reload()
    expect(switch).to_have_attribute("aria-pressed", "true")
    expect(page.locator("details.hide[open]:visible")).to_have_count(cells.count())
    switch.click()
    expect(page.locator("details.hide:visible")).to_have_count(0)
    assert not reader.errors


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_are_known_before_the_page_is_drawn(
    browser: Browser, site: str, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(color_scheme=scheme)
    # all that stands in the page has been read, and no script that waits for that has run
    context.add_init_script(
        "document.addEventListener('readystatechange',"
        " () => { globalThis.begun ??= document.documentElement.dataset.theme; })"
    )
    page = context.new_page()
    page.goto(f"{site}/book/glossary.html")
    assert page.evaluate("begun") == scheme
    colours = page.locator("html")
    for _ in range(3):  # the three that a reader may choose
        page.locator("button.theme-switch-button:visible").first.click()
        chosen = colours.get_attribute("data-theme")
        page.reload()
        assert page.evaluate("begun") == chosen
    context.close()


def test_buttons_have_one_shape_on_pages_with_and_without_an_explorer(reader: Reader) -> None:
    shape = """one => {
      const { borderRadius, borderTopColor, font } = getComputedStyle(one);
      return [borderRadius, borderTopColor, font];
    }"""
    with_one, without = (
        reader.open(chapter).locator(".code-switch").evaluate(shape)
        for chapter in ("index", "what-changed")
    )
    assert with_one == without


def test_without_scripts_each_cell_can_be_opened(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/book/bundle.html")
    expect(page.locator("details.hide").first).to_be_visible()
    context.close()


def test_a_folded_table_opens_by_its_caption(desk: Page) -> None:
    fold = desk.locator("details.table-fold")
    expect(fold.locator("table")).to_be_hidden()
    fold.get_by_text("Two (2)").click()
    expect(fold.locator("table")).to_be_visible()
