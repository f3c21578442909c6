"""Everything by keyboard: reached by Tab, used by keys, left by Escape, and never out of sight."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from keys import reach, walk
from playwright.sync_api import Browser, Locator, Page, expect
from readers import Reader, catch_up, explorer

FOLDER = Path(__file__).parents[2] / "book"
FEW = ("index", "answers", "bottom-line")
PAGES = [
    pytest.param(path.stem, marks=() if path.stem in FEW else pytest.mark.exhaustive)
    for path in sorted(FOLDER.glob("*.md"))
]


@pytest.fixture(scope="module")
def open_reader(browser: Browser, site: str) -> Iterator[Reader]:
    """A reader without a mouse, at a desk."""
    context = browser.new_context(viewport={"width": 1200, "height": 800}, reduced_motion="reduce")
    yield Reader(context.new_page(), site)
    context.close()


def button(root: Locator | Page, name: str, exact: bool = True) -> Locator:
    return root.get_by_role("button", name=name, exact=exact).locator("visible=true").first


@pytest.mark.parametrize("name", PAGES)
def test_tab_leads_through_a_page_and_one_sees_where_one_is(open_reader: Reader, name: str) -> None:
    page = open_reader.open(name)
    stops, missed = walk(page)
    assert [stop["what"] for stop in stops if not stop["seen"]] == []
    assert [stop["what"] for stop in stops if not (stop["onScreen"] and stop["free"])] == []
    assert missed == []
    assert len(stops) > 20


def test_the_link_that_skips_the_list_is_out_of_sight_until_it_is_reached(
    open_reader: Reader,
) -> None:
    page = open_reader.open("index")
    link = page.locator(".skip-link")
    above = "one => one.getBoundingClientRect().bottom"
    assert link.evaluate(above) <= -1  # pixels: a zoom draws what ends between two of them
    page.keyboard.press("Tab")
    assert link.evaluate(above) > 0


def test_a_control_its_box_its_origin_and_its_reset(open_reader: Reader) -> None:
    page = open_reader.open("index")
    control = explorer(page).locator(".control:visible").first
    slider, box = control.get_by_role("slider"), control.locator(".control-value")
    base = slider.input_value()
    reach(slider).press("ArrowLeft")
    expect(slider).not_to_have_value(base)
    origin = reach(control.locator(".origin > summary"))
    origin.press("Enter")
    expect(control.locator(".evidence")).to_be_visible()
    page.keyboard.press("Escape")
    expect(control.locator(".evidence")).to_be_hidden()
    expect(origin).to_be_focused()
    reach(box).fill("many")
    box.press("Enter")
    complaint = control.get_by_role("alert")
    expect(complaint).to_contain_text("is not a number")
    expect(box).to_have_attribute("aria-invalid", "true")
    page.keyboard.press("Escape")
    expect(complaint).to_be_hidden()
    reach(control.get_by_role("button", name="Reset")).press("Enter")
    expect(slider).to_have_value(base)
    expect(slider).to_be_focused()


def test_escape_out_of_a_note_leads_back_to_what_opened_it(open_reader: Reader) -> None:
    page = open_reader.open("index")
    origin = explorer(page).locator(".origin:visible").filter(has=page.locator("a")).first
    reach(origin.locator("summary")).press("Enter")
    reach(origin.locator("a").first)
    page.keyboard.press("Escape")
    expect(origin.locator("summary")).to_be_focused()


def test_a_note_does_not_lie_over_what_the_keyboard_reaches_after_it(open_reader: Reader) -> None:
    page = open_reader.open("index")
    control = explorer(page).locator(".control:visible").first
    reach(control.locator(".origin > summary")).press("Enter")
    reach(control.locator(".evidence a").last)
    expect(control.locator(".evidence")).to_be_visible()
    reach(control.locator(".control-value"))
    expect(control.locator(".evidence")).to_be_hidden()


def test_a_guess_is_made_and_left_by_keys(open_reader: Reader) -> None:
    page = open_reader.open("index")
    root = explorer(page)
    reach(button(root, "Guess first")).press("Enter")
    expect(root.locator(".guess input[type=range]")).to_be_focused()
    page.keyboard.press("ArrowRight")
    reach(button(root, "Show both")).press("Enter")
    expect(root.locator(".guess-said")).to_be_focused()
    open_reader.open("index")
    reach(button(root, "Guess first")).press("Enter")
    reach(button(root, "Show the answer")).press("Space")
    expect(button(root, "Guess first")).to_be_focused()


@pytest.mark.parametrize("gone", [".reset-all", ".changed-list button >> nth=0"])
def test_a_button_that_is_gone_leaves_the_keyboard_with_what_it_did(
    open_reader: Reader, gone: str
) -> None:
    page = open_reader.open("index")
    root = explorer(page)
    preset = reach(button(root, "Power is scarce"))
    preset.press("Enter")
    expect(preset).to_have_attribute("aria-pressed", "true")
    catch_up(root)
    reach(root.locator(gone)).press("Enter")
    expect(root.locator(".changed-summary")).to_be_focused()


def test_folds_cards_and_a_chart(open_reader: Reader) -> None:
    page = open_reader.open("index")
    fold = explorer(page).locator(".more-assumptions > summary")
    reach(fold).press("Enter")
    expect(explorer(page).locator(".more-assumptions")).to_have_attribute("open", "")
    reach(fold.locator("xpath=following::input[1]"))  # what it opened is next
    for kind in ("bound-number", "glossary-term"):
        link = page.locator(f"a.{kind}:visible").first
        note = page.locator(".number-note:popover-open")
        reach(link)
        expect(note).to_be_visible()
        page.keyboard.press("Escape")
        expect(note).to_have_count(0)
        expect(link).to_be_focused()
    chart = page.locator(".plotly-figure").first
    reach(chart.locator(".explore-chart")).press("Enter")
    expect(chart.locator(".main-svg").first).to_be_visible()
    expect(chart.locator(":focus")).to_have_count(1)


def test_code_colours_and_a_report(open_reader: Reader) -> None:
    page = open_reader.open("bundle")
    switch = reach(button(page, "Code"))
    switch.press("Enter")
    expect(switch).to_have_attribute("aria-pressed", "true")
    switch.press("Space")
    colours = page.locator("html")
    before = colours.get_attribute("data-mode") or ""
    reach(page.locator("button.theme-switch-button:visible").first).press("Enter")
    expect(colours).not_to_have_attribute("data-mode", before)
    link = reach(page.locator(".report-error > a"))
    link.press("Enter")
    letter = page.locator("dialog.report-letter")
    expect(letter).to_be_visible()
    for _ in range(6):  # the page behind is out of reach
        page.keyboard.press("Tab")
        held = "dialog => dialog.contains(document.activeElement) || document.activeElement === document.body"
        assert letter.evaluate(held)
    page.keyboard.press("Escape")
    expect(letter).to_be_hidden()
    expect(link).to_be_focused()


def test_tens_of_racks(open_reader: Reader) -> None:
    page = open_reader.open("index")
    tens = page.locator(".of-ten input[type=range]:visible").first
    reach(tens).press("Home")
    expect(tens).to_have_attribute("aria-valuetext", "0%")
    tens.press("ArrowRight")
    expect(tens).not_to_have_attribute("aria-valuetext", "0%")


def test_answers_flips_tornado_and_an_answer_to_set(open_reader: Reader) -> None:
    page = open_reader.open("answers")
    root = page.locator(".explorer")
    row = root.locator(".flip").filter(has=page.locator(".flip-try:visible")).first
    name = row.get_attribute("data-flip")
    reach(row.locator(".flip-try")).press("Enter")
    expect(root.locator(f'.flip[data-flip="{name}"] .flip-try')).to_be_focused()
    more = reach(root.locator(".tornado-more > summary"))
    more.press("Enter")
    expect(root.locator(".tornado-more")).to_have_attribute("open", "")
    table = reach(root.locator(".tornado-table > summary"))
    table.press("Enter")
    reach(root.locator(".tornado-table [tabindex='0']"))
    wanted = reach(root.locator(".solve-value"))
    before = root.locator(".solve-said").inner_text()
    wanted.fill("0.1")
    wanted.press("Enter")
    catch_up(root)
    expect(root.locator(".solve-said")).not_to_have_text(before)


def test_news_choices_and_cases(open_reader: Reader) -> None:
    page = open_reader.open("watch-list")
    news = page.locator(".news-pieces button").first
    hint = page.locator(".news-said").inner_text()
    reach(news).press("Space")
    expect(news).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".news-said")).not_to_have_text(hint)
    page = open_reader.open("rival")
    choice = page.locator(".choices-row button").nth(1)
    reach(choice).press("Enter")
    expect(choice).to_have_attribute("aria-pressed", "true")
    page = open_reader.open("bottom-line")
    compare = page.locator(".compare")
    chosen = reach(compare.locator("[data-choose=b]"))
    before = compare.locator(".bridge-title").inner_text()
    chosen.press("ArrowDown")
    expect(compare.locator(".bridge-title")).not_to_have_text(before)
    reach(button(compare, "Swap")).press("Enter")
    expect(button(compare, "Swap")).to_be_focused()
    reach(page.locator(".take-along > summary")).press("Enter")
    reach(button(page, "Copy as Python")).press("Enter")
    expect(page.locator(".taken")).not_to_be_empty()


def test_all_rows_and_the_order_of_a_table(open_reader: Reader) -> None:
    page = open_reader.open("sources")
    head = page.locator(".sourced-table th:has(> button):visible").first
    reach(head.locator("button")).press("Enter")
    expect(head).to_have_attribute("aria-sort", "ascending")
    page = open_reader.open("sources")
    reach(page.locator(".all-rows:visible").first).press("Enter")
    expect(page.locator(".table-scroll:focus")).to_have_count(1)
