"""Checks of understanding on the chapters' pages: judged there, said aloud, kept and sent nowhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from readers import Reader, follow, link, write

from rent_or_sell.book import BOOK
from rent_or_sell.classroom.checks import Check, Kind, plain, read_check, result_of
from rent_or_sell.classroom.copies import CHECK
from rent_or_sell.explorer.units import result_format
from rent_or_sell.numbers.number_format import format_number

pytestmark = pytest.mark.engines

ROOT = Path(__file__).resolve().parents[2]
CHAPTERS = (
    *("index", "bottleneck", "fifty-billion", "supply"),
    *("bundle", "rival", "watch-list", "bottom-line"),
)
# A case of the reader's own, and the explorer that it is set in.
OWN: dict[str, tuple[str, dict[str, float]]] = {
    "index": ("rack", {"displacement": 0.3, "attach_rate": 0.4}),
    "bottleneck": ("parity", {"reference_rack_price": 5_000_000, "parity_discount": 0.2}),
    "fifty-billion": ("market", {"sale_price_per_chip": 18_000, "earning_fleet": 2}),
    "supply": ("fleet", {"share_offered": 0.2, "ai_power_added": 3.2}),
    "bundle": ("rack-bundle", {"attach_rate": 0.5}),
    "rival": ("rack-deal", {"buyer_value_per_chip_hour": 1.7}),
    "watch-list": ("rack-watch", {"displacement": 0.9}),
    "bottom-line": ("rack-all", {"attach_rate": 0.4}),
}
KEPT = "JSON.stringify([localStorage, sessionStorage, document.cookie, location.href])"


def checks_of(chapter: str) -> list[Check]:
    text = (ROOT / "book" / f"{chapter}.md").read_text(encoding="utf-8")
    return [
        read_check(found["title"], found["body"].splitlines(), BOOK)
        for found in CHECK.finditer(text)
    ]


def unfolded(page: Page) -> Locator:
    page.locator(".checks > summary").click()
    return page.locator(".check")


def of_kind(page: Page, chapter: str, kind: Kind) -> tuple[Check, Locator]:
    place = [check.kind for check in checks_of(chapter)].index(kind)
    return checks_of(chapter)[place], unfolded(page).nth(place)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_the_right_number_is_that_of_the_reader_s_own_case(reader: Reader, chapter: str) -> None:
    explorer, changes = OWN[chapter]
    page = reader.open(chapter)
    check, question = of_kind(page, chapter, "number")
    box, said = question.get_by_role("textbox"), question.get_by_role("status")
    asked = result_of(check.answers[0], BOOK)
    code, years = result_format(asked.unit), BOOK.years
    at = (lambda all_: all_[asked.year - years.first]) if asked.year else float
    base = float(at(BOOK.evaluate(asked.model)[asked.name]))
    own = float(at(BOOK.evaluate(asked.model, changes)[asked.name]))
    assert abs(own / base - 1) > 0.05, "another case has another answer"
    why = plain(check.answers[0].why, BOOK)
    for value, is_open in ((base, False), (own, True)):
        if is_open:
            follow(page, link(changes, explorer))
        text = format_number(value, code)
        write(box, text)
        box.press("Enter")
        expect(said).to_have_text(f"Right. The model says {text}. {why}")
    write(box, format_number(base, code))
    box.press("Enter")
    expect(said).not_to_contain_text("Right.")
    write(box, "lots")
    question.get_by_role("button", name="Check").click()
    expect(said).to_have_text("Type a number first.")
    assert reader.errors == []


@pytest.mark.parametrize("typed", ["{0}", "{0} million", "{1:,.0f}"])
def test_a_number_in_millions_may_be_given_in_full(reader: Reader, typed: str) -> None:
    _, question = of_kind(reader.open("supply"), "supply", "number")
    base = BOOK.evaluate("fleet")
    year = 2026 - BOOK.years.first
    for name, verdict in (("displaced", "Right."), ("sold", "all that it sells")):
        millions = float(base[name][year])
        write(question.get_by_role("textbox"), typed.format(round(millions, 3), 1e6 * millions))
        question.get_by_role("button", name="Check").click()
        expect(question.get_by_role("status")).to_contain_text(verdict)


def test_where_the_reader_s_case_has_no_such_number_it_says_so(reader: Reader) -> None:
    page = reader.open("watch-list", link({"paid_hours": 0}, "rack-watch"))
    _, question = of_kind(page, "watch-list", "number")
    write(question.get_by_role("textbox"), "1.2")
    question.get_by_role("button", name="Check").click()
    expect(question.get_by_role("status")).to_contain_text("In your own case it is not defined")


def test_each_misreading_gets_its_own_words(reader: Reader) -> None:
    page = reader.open("index")
    check, question = of_kind(page, "index", "choice")
    said = question.get_by_role("status")
    for answer in check.answers:
        question.get_by_label(plain(answer.text, BOOK)).check()
        expect(said).to_have_text("")
        question.get_by_role("button", name="Check").click()
        verdict = "Right." if answer.key == "right" else "Not quite."
        expect(said).to_have_text(f"{verdict} {plain(answer.why, BOOK)}")
    check, question = next(
        (one, page.locator(".check").nth(at))
        for at, one in enumerate(checks_of("index"))
        if one.kind == "number"
    )
    for trap in check.answers[1:]:
        code = result_format(result_of(trap, BOOK).unit)
        write(question.get_by_role("textbox"), format_number(result_of(trap, BOOK).base, code))
        question.get_by_role("button", name="Check").click()
        expect(question.get_by_role("status")).to_have_text(f"Not quite. {trap.why}")
    write(question.get_by_role("textbox"), "1")
    question.get_by_role("button", name="Check").click()
    expect(question.get_by_role("status")).to_have_text(f"Not quite. {check.otherwise}")


def test_an_order_is_given_by_places(reader: Reader) -> None:
    page = reader.open("rival")
    check, question = of_kind(page, "rival", "order")
    said, button = question.get_by_role("status"), question.get_by_role("button", name="Check")
    button.click()
    expect(said).to_have_text("Give each a place of its own.")
    right = [answer.text for answer in check.answers]
    for order, judged in (
        ([right[1], right[0], *right[2:]], f"Not quite. {check.answers[0].why}"),
        (right, "Right. " + " ".join(answer.why for answer in check.answers)),
    ):
        for place, text in enumerate(order, start=1):
            question.get_by_label(text).select_option(str(place))
        button.click()
        expect(said).to_have_text(judged)


def test_by_keyboard_alone_and_nothing_is_kept_or_sent(reader: Reader) -> None:
    page = reader.open("supply")
    before = page.evaluate(KEPT)
    reader.requests.clear()
    summary = page.locator(".checks > summary")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    for key in ("ArrowDown", "ArrowDown", "Tab", "Enter"):
        page.keyboard.press(key)
    first = page.locator(".check").first
    expect(first.get_by_role("status")).to_contain_text("Right.")
    expect(first).to_have_attribute("data-right", "")
    page.keyboard.press("Tab")
    page.keyboard.type("0.2")
    page.keyboard.press("Enter")
    expect(page.locator(".check").nth(1).get_by_role("status")).to_contain_text("all that it sells")
    assert page.evaluate(KEPT) == before
    assert reader.requests == []
    assert reader.errors == []


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_no_file_of_the_page_says_a_key(site: str, built_book: Path, chapter: str) -> None:
    page = (built_book / "book" / f"{chapter}.html").read_text(encoding="utf-8")
    scripts = [built_book / "book" / one for one in re.findall(r'src="([^"?]*_checks[^"?]*)', page)]
    assert scripts
    texts = [page, *(script.read_text(encoding="utf-8") for script in scripts)]
    for check in checks_of(chapter):
        for answer in check.answers:
            assert not any(plain(answer.why, BOOK) in text for text in texts)


@pytest.mark.chromium
def test_without_scripts_the_questions_are_read_and_no_button_does_nothing(
    browser: Browser, site: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/book/supply.html")
    checks = unfolded(page)
    expect(checks.first.locator("legend")).to_be_visible()
    expect(checks.first.get_by_role("radio")).to_have_count(3)
    expect(page.locator(".check button:visible")).to_have_count(0)
    context.close()
