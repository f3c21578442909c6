"""A page reads the same before JavaScript and without it, and nothing moves when it starts."""

from __future__ import annotations

from playwright.sync_api import Browser, expect
from readers import MOVED, Reader, explorer, rest

from rent_or_sell import evaluate, load_parameters
from rent_or_sell.book import BOOK
from rent_or_sell.explorer.sentence import say
from rent_or_sell.model.parameters import base_values


def test_without_javascript_the_base_case_is_there(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/book/index.html")
    values = base_values(load_parameters()) | evaluate("rack")
    spoken = "".join(piece.text for piece in say(BOOK.view("rack").answer, values))
    expect(explorer(page).locator(".answer")).to_have_text(spoken)
    expect(explorer(page).locator(".lives")).to_be_visible()
    expect(explorer(page).locator(".deal-zone")).to_be_visible()
    expect(explorer(page).get_by_role("slider")).to_have_count(0)
    context.close()


def test_javascript_changes_no_word_and_moves_nothing(reader: Reader, browser: Browser) -> None:
    # Only what is on the screen is told: the whole page is, with the explorer far below.
    reader.page.set_viewport_size({"width": 1280, "height": 12_000})
    page = reader.open("index")
    live = explorer(page).locator(".headline, .lives, .deal-zone, .results-scroll")
    live_text = live.evaluate_all("parts => parts.map(part => part.textContent.trim())")
    rest(page)
    assert page.evaluate(MOVED) < 0.00005  # the theme’s own list of headings moves 0.000007
    context = browser.new_context(java_script_enabled=False, viewport=page.viewport_size)
    still = context.new_page()
    still.goto(f"{reader.site}/book/index.html")
    parts = explorer(still).locator(".headline, .lives, .deal-zone, .results-scroll")
    assert [text.strip() for text in parts.all_text_contents()] == live_text
    context.close()
