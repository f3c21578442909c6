"""The page for a class: links are made by keyboard, and pasted ones become counts; all is text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from typing import Literal
from urllib.parse import parse_qs, urlencode

import pytest
from axe import findings
from explorer_files import NOTE_VIOLATIONS
from hostile import MARKUP, hostile_texts
from playwright.sync_api import Browser, FrameLocator, Page, expect
from readers import Reader, wait_until

from rent_or_sell import rack
from rent_or_sell.book import BOOK
from rent_or_sell.numbers.number_format import format_number
from rent_or_sell.trainium.views.odds import CEILING, FLOOR

pytestmark = pytest.mark.engines

ANSWER = "gain_from_selling"
QUESTION = 'Is "this" <b>good</b> & why?'
SEED = 20261127
SOME, MANY = 30, 10_000
PASTE = """async (texts) => {
  const board = document.querySelector(".class-board");
  board.querySelector(".board-clear").click();
  board.querySelector("textarea").value = JSON.parse(texts).map((text) => text.replaceAll("\\n", " ")).join("\\n");
  board.dispatchEvent(new Event("submit", { cancelable: true }));
  while (!board.querySelector(".board-said").textContent) await new Promise(requestAnimationFrame);
  const list = board.querySelector(".board-ignored");
  return [board.querySelector(".board-said").textContent, list.childElementCount, list.textContent.length];
}"""
GUARD = """() => JSON.stringify([
  document.querySelectorAll("script, img, object, embed, base, meta, body > *").length,
  [...new Set([...document.querySelectorAll(".board-tables *, .board-ignored *")].map(({ tagName }) => tagName))]
    .filter((tag) => !["SECTION", "H3", "P", "TABLE", "TR", "TH", "TD", "LI", "svg"].includes(tag)),
  document.querySelectorAll("option *, .links-said *, .board-said *").length,
  Object.keys(Object.prototype), {}.polluted ?? null, globalThis.pwned ?? null,
])"""


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """The page; at the end nothing was complained of, and nothing was sent anywhere."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(NOTE_VIOLATIONS)
    reader = Reader(context.new_page(), site)
    page = reader.open("class")
    page.evaluate("navigator.clipboard.writeText = async (text) => { globalThis.copied = text; }")
    yield page
    assert [*page.evaluate("violations"), *reader.errors] == []
    assert not [one for one in reader.requests if not one.startswith((site, "about:"))]
    context.close()


def made(page: Page) -> dict[str, str]:
    """Return what the link says that the form has made."""
    link = page.locator('[name="link"]').input_value()
    return {name: values[0] for name, values in parse_qs(link.partition("#")[2]).items()}


def preview(page: Page) -> FrameLocator:
    frame = page.frame_locator(".links-preview")
    expect(frame.locator(".explorer")).to_have_attribute("data-live", "")
    return frame


def test_a_link_is_a_code_for_phones_or_too_long_for_one(page: Page) -> None:
    fold = page.locator(".links-code")
    picture, said = fold.get_by_role("img"), fold.get_by_role("status")
    fold.locator("summary").press("Enter")
    expect(picture).to_be_visible()
    before = picture.locator("path").get_attribute("d")
    page.get_by_label("A question").fill(QUESTION)
    expect(picture.locator("path")).not_to_have_attribute("d", before or "")
    page.get_by_label("Or the code of another address").fill("a" * 900)
    expect(said).to_contain_text("too long for a code")
    expect(picture).to_be_hidden()


def test_a_link_is_made_by_keyboard_and_previewed(page: Page) -> None:
    expect(page.locator(".links-disk")).to_be_hidden()
    page.get_by_label("Explorer").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")  # the second of the worlds
    second = list(rack.presets)[1]
    wait_until(page, 'document.querySelector("[name=preset]").selectedIndex === 1')
    assert {
        name: float(value) for name, value in made(page).items() if name in rack.parameters
    } == {name: float(value) for name, value in rack.presets[second].items()}
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # opens the values
    expect(page.locator(".links-parameters")).to_be_visible()
    page.get_by_label("Fix " + rack.parameters["displacement"].label, exact=True).press("Space")
    page.get_by_label("A question").focus()
    page.keyboard.type(QUESTION)
    page.keyboard.press("Tab")
    page.keyboard.type(rack.quantity(ANSWER).summary[:12])
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".links-copied")).to_have_text("Link copied")
    assert page.evaluate("copied") == page.locator('[name="link"]').input_value()
    said = made(page)
    assert said["explorer"] == "rack"
    assert said["question"] == QUESTION
    assert said["answer"] == ANSWER
    assert said["predict"] == "1"
    assert said["lock"] == "displacement"
    frame = preview(page)
    expect(frame.locator("h1")).to_have_text(QUESTION)
    expect(frame.locator(".headline")).to_be_hidden()
    expect(frame.locator('[data-parameter="displacement"] .control-value')).to_be_disabled()
    before = page.evaluate("history.length")
    page.get_by_label("Hide the answer").uncheck()
    expect(preview(page).locator(".headline")).to_be_visible()
    assert page.evaluate("history.length") == before


def test_each_explorer_has_its_own_worlds_values_and_results(page: Page) -> None:
    views = page.get_by_label("Explorer").locator("option")
    assert views.count() == 8
    for place in range(views.count()):
        page.get_by_label("Explorer").select_option(index=place)
        identity = made(page)["explorer"]
        model = BOOK.model(BOOK.view(identity).model)
        expect(page.locator('[name="preset"] option')).to_have_count(len(model.presets))
        expect(page.locator(".links-parameters > div")).to_have_count(len(model.parameters))
        expect(page.locator('[name="answer"] option')).to_have_count(1 + len(model.headlines))


def test_the_line_for_a_page_holds_the_question_whatever_is_in_it(page: Page) -> None:
    for text in (QUESTION, *MARKUP):
        page.get_by_label("A question").fill(text)
        page.get_by_role("button", name="Copy line").click()
        expect(page.locator(".links-copied")).to_have_text("Link copied")
        parsed = page.evaluate(
            """(line) => {
              const held = new DOMParser().parseFromString(line, "text/html").body;
              const [frame] = held.children;
              return [held.childElementCount, frame.tagName, frame.title, frame.attributes.length,
                      frame.getAttribute("src") === document.querySelector("[name=link]").value];
            }""",
            page.locator('[name="line"]').input_value(),
        )
        assert parsed == [1, "IFRAME", text, 5, True]


def test_a_pasted_link_gives_its_values(page: Page) -> None:
    field = page.get_by_label("Or a link from the book")
    field.fill(
        "https://elsewhere.test/bundle.html#explorer=rack-bundle&attach_rate=0.4&foo=1&edition=2"
    )
    field.press("Enter")
    expect(page.locator(".links-said")).to_have_text(
        "1 assumption is taken from it. Ignored: foo (no such assumption)."
    )
    assert made(page)["attach_rate"] == "0.4"


def test_what_is_no_value_is_said_and_not_taken(page: Page) -> None:
    page.locator(".links-values > summary").click()
    box = page.get_by_label(rack.parameters["attach_rate"].label).first
    box.fill("lots")
    expect(page.locator(".links-complaint:visible")).to_contain_text("Give a number from")
    assert "attach_rate" not in made(page)


def test_hostile_texts_are_only_text(page: Page) -> None:
    texts = hostile_texts(SOME, SEED, rack.parameters, ("rack", "fleet"))
    tried = [one.text for one in texts if "\ud800" not in one.text and len(one.text) < 20_000]
    plain = page.evaluate(GUARD)
    for text in (*tried, *MARKUP):
        field = page.get_by_label("Or a link from the book")
        field.fill(text)
        field.press("Enter")
        page.get_by_label("A question").fill(text)
        assert len(page.locator(".links-said").inner_text()) < 900
        assert page.evaluate(GUARD) == plain, repr(text[:200])


# The board


def student(changes: dict[str, float], guess: float, explorer: str = "rack") -> str:
    """Return the link of a student, as the embedded explorer makes it."""
    pairs = {"explorer": explorer, **changes, "edition": BOOK.edition.number}
    lesson = {"answer": ANSWER, "predict": 1, "guess": guess}
    return f"https://class.test/embed/{explorer}.html#{urlencode(pairs | lesson)}"


def paste(page: Page, lines: list[str]) -> None:
    page.get_by_label("Links of a class").fill("\n".join(lines))
    page.get_by_role("button", name="Show the class").press("Enter")
    expect(page.locator(".board-said")).to_be_focused()


def counts(page: Page, title: str) -> dict[str, int]:
    """Return the rows of a table by their first words."""
    rows = page.locator(".board-tables section").filter(has_text=title).first.locator("tr")
    found = rows.evaluate_all(
        "rows => rows.slice(1).map((row) => [row.cells[0].textContent, row.cells[1].textContent])"
    )
    return {label: int(count) for label, count in found}


def test_a_class_becomes_its_guesses_worlds_and_odds(page: Page) -> None:
    right = float(rack.evaluate()[ANSWER])
    scarce = dict(rack.presets["chips_scarce"])
    lines = [
        *(student({}, guess) for guess in (right, 1.02 * right, 10 * right, -right)),
        *(student(scarce, 0) for _ in range(3)),
        student({"attach_rate": 0.4}, 3 * right),
    ]
    paste(page, lines)
    expect(page.locator(".board-said")).to_have_text("8 links are counted.")
    expect(page.locator(".board-ignored")).to_be_hidden()
    guesses = counts(page, "Guesses: ")
    assert sum(guesses.values()) == 8
    words = page.locator(".board-tables section").first.locator("p")
    expect(words).to_contain_text("2 within a twentieth of the answer, 5 too high, 1 too low")
    labels = {name: rack.scenarios[name].label for name in ("base", "chips_scarce")}
    assert counts(page, "Cases") == {
        labels["base"]: 4,
        labels["chips_scarce"]: 3,
        "Another mix of assumptions": 1,
    }
    changed = counts(page, "What they changed")
    assert sum(changed.values()) == 3 * len(scarce) + 1
    odds = counts(page, "Odds: ")
    expected = {label: 0 for label in odds}
    for changes, many in (({}, 4), (scarce, 3), ({"attach_rate": 0.4}, 1)):
        worlds = BOOK.draws("rack", [FLOOR, CEILING], changes, count=1000)
        hundred = round(100 * float((worlds[CEILING] > worlds[FLOOR]).mean()))
        expected[list(odds)[min(hundred // 10, 9)]] += many
    assert odds == expected


def test_a_link_is_found_among_what_a_chat_puts_around_it(page: Page) -> None:
    one = student({}, 250_000)
    paste(page, [f"Anna (#2): {one}", f"“{one}”", f"({one}).", f"<{one}> 10:42", f"{one} {one}"])
    expect(page.locator(".board-said")).to_have_text("5 links are counted.")
    expect(page.locator(".board-ignored")).to_be_hidden()
    expect(page.locator(".board-tables p").first).to_contain_text("5 too high")


def test_a_few_guesses_far_out_do_not_hide_the_others(page: Page) -> None:
    guesses = [*(1000 * place for place in range(40)), 1e14, -1e14, 2e15]
    paste(page, [student({}, guess) for guess in guesses])
    rows = list(counts(page, "Guesses: ").items())
    assert 6 <= len(rows) <= 20
    assert rows[0][0].startswith("less than")
    assert rows[-1][0].endswith("and more")
    assert [rows[0][1], rows[-1][1]] == [1, 1]
    assert sum(count for _, count in rows) == 42
    expect(page.locator(".board-ignored li")).to_contain_text("no number that anybody would guess")


def test_a_class_of_two_hundred_is_counted_by_keyboard(page: Page) -> None:
    paste(page, [student({"displacement": place / 250}, 1000 * place) for place in range(205)])
    expect(page.locator(".board-said")).to_contain_text("200 links are counted.")
    expect(page.locator(".board-ignored")).to_contain_text("Lines after the first 200")
    assert sum(counts(page, "Guesses: ").values()) == 200
    page.get_by_role("button", name="Clear").press("Enter")
    expect(page.get_by_label("Links of a class")).to_be_focused()
    expect(page.locator(".board-tables table")).to_have_count(0)


def test_a_class_that_is_cleared_while_it_is_counted_stays_away(page: Page) -> None:
    lines = [student({"displacement": place / 250}, place) for place in range(200)]
    page.get_by_label("Links of a class").fill("\n".join(lines))
    page.evaluate("""async () => {
      const board = document.querySelector(".class-board");
      board.requestSubmit();
      board.querySelector(".board-clear").click();
      await new Promise((next) => setTimeout(next, 1_000));
    }""")
    expect(page.locator(".board-tables table")).to_have_count(0)
    expect(page.locator(".board-said")).to_be_empty()


def test_hostile_lines_are_counted_named_at_most_five_and_only_text(page: Page) -> None:
    texts = (
        one.text.replace("\n", " ") for one in hostile_texts(400, SEED, rack.parameters, ("rack",))
    )
    hostile = [
        *MARKUP,
        *islice((each for each in texts if "\ud800" not in each and len(each) < 20_000), 90),
    ]
    plain = page.evaluate(GUARD)
    paste(page, [student({}, 1), *hostile, student({"displacement": 1}, 2)])
    expect(page.locator(".board-said")).to_contain_text("Ignored, in whole or in part: ")
    assert page.evaluate(GUARD) == plain
    listed = page.locator(".board-ignored li")
    expect(listed).to_have_count(6)
    expect(listed.last).to_contain_text("more")
    assert len(page.locator(".board-ignored").inner_text()) < 1_200


@pytest.mark.exhaustive
def test_ten_thousand_hostile_lines_do_no_harm(page: Page) -> None:
    texts = [one.text for one in hostile_texts(MANY, SEED, rack.parameters, ("rack", "fleet"))]
    plain = page.evaluate(GUARD)
    for start in range(0, MANY, 200):
        # as JSON in ASCII, lone halves of surrogate pairs and all
        said, listed, length = page.evaluate(PASTE, json.dumps(texts[start : start + 200]))
        assert "counted. Ignored, in whole or in part: " in said, start
        assert listed == 6, start
        assert length < 1_200, start
        assert page.evaluate(GUARD) == plain, start


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_checker_of_accessibility_finds_nothing(
    page: Page, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 390, "height": 900})
    page.locator(".links-values > summary").click()
    page.get_by_label(rack.parameters["attach_rate"].label).first.fill("lots")
    paste(page, [student({}, 1), "no link", student({"displacement": 1}, 2)])
    preview(page)
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    assert findings(page) == []


def test_links_to_other_models_are_named(page: Page) -> None:
    fleet = f"#explorer=fleet&edition={BOOK.edition.number}"
    paste(page, [student({}, 1), student({}, 2, "bundle"), fleet])
    expect(page.locator(".board-said")).to_contain_text("2 links are counted.")
    expect(page.locator(".board-ignored")).to_contain_text(
        "Line 3 is of the model “fleet”, not “rack”"
    )


def test_the_right_answer_is_said_where_all_have_one_case(page: Page) -> None:
    paste(page, [student({}, 1), student({}, 2)])
    right = format_number(float(rack.evaluate()[ANSWER]), "$,.0f")
    expect(page.locator(".board-tables p").first).to_contain_text(f"The model says {right}.")
    assert (
        json.loads(page.evaluate("JSON.stringify([localStorage.length, document.cookie])"))[1] == ""
    )
