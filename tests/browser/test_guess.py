"""Guess first: the answer is hidden with all that gives it away, then shown beside the guess."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from browser_model import page_with
from explorer_files import ORIGIN, files_of, open_files
from playwright.sync_api import Browser, Locator, Page, expect
from readers import catch_up, write

from rent_or_sell.book import BOOK
from rent_or_sell.numbers.number_format import format_number

pytestmark = pytest.mark.engines

RACK = BOOK.view("rack")
assert RACK.guess
GUESS = RACK.guess
ANSWER = float(BOOK.evaluate("rack")[GUESS.result])
WIDTHS = (390, 1200)
DISTANCE = """async (pairs) => {
  const { distance } = await import("/parts/guess/words.js");
  return pairs.map(([guess, answer]) => distance(guess, answer ?? NaN));
}"""
# All results that can be seen, by name.
SEEN = """root => [...new Set([...root.querySelectorAll("[data-quantity]")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true })).map(({ dataset }) => dataset.quantity))]"""
# From the page's start: pictures that stick go along with the page.
PLACES = """root => {
  scrollTo(0, 0);
  return [...root.querySelectorAll(".controls input, .plot, .more-assumptions")].map((one) => {
    const { top, left } = one.getBoundingClientRect();
    return [Math.round(left), Math.round(top)];
  });
}"""

# From the answer's edge to what is said of a guess, and how far the rim below that edge reaches.
BETWEEN = """root => root.querySelector(".guess-said").getBoundingClientRect().top
  - root.querySelector(".answer-lead").getBoundingClientRect().bottom"""
RIM = (
    6  # of its shadow half covers 5.6 pixels, and a letter begins some pixels below its line's top
)


def said(value: float) -> str:
    return format_number(value, GUESS.code)


@pytest.fixture(scope="module")
def files(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    page, complaints = open_files(browser, files_of([BOOK.explorer("rack")]))
    yield page, complaints
    page.close()


@pytest.fixture
def root(files: tuple[Page, list[str]]) -> Iterator[Locator]:
    page, complaints = files
    page.goto("about:blank")
    page.goto(f"{ORIGIN}/index.html")
    expect(page.locator(".explorer")).to_have_attribute("data-live", "")
    yield page.locator(".explorer")
    assert complaints == []
    assert page.evaluate("violations") == []


def press(root: Locator, name: str) -> None:
    root.get_by_role("button", name=name, exact=True).click()


def slider(root: Locator) -> Locator:
    return root.get_by_role("slider", name=GUESS.question)


def box(root: Locator) -> Locator:
    return root.get_by_label("Your guess: exact value")


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_that_gives_the_answer_away_is_seen_and_nothing_moves(
    root: Locator, width: int
) -> None:
    root.page.set_viewport_size({"width": width, "height": 900})
    before = root.evaluate(PLACES)
    root.locator(".all-results > summary").click()
    shown = set(root.evaluate(SEEN))
    assert {GUESS.result, "gain_from_selling"} <= shown
    root.locator(".all-results > summary").click()
    press(root, "Guess first")
    expect(slider(root)).to_be_focused()
    expect(root.locator(".answer")).to_be_hidden()
    assert set(root.evaluate(SEEN)) <= {"npv_rent"}
    told = root.locator(".stop-words, .tens-stop, .curve-key").all()
    assert len(told) == 3 and not any(one.is_visible() for one in told)
    assert root.evaluate(PLACES) == before
    write(box(root), said(ANSWER / 2))
    press(root, "Show both")
    expect(root.locator(".answer")).to_be_visible()
    assert root.evaluate(PLACES) == before


def test_guess_and_answer_are_shown_with_the_distance_in_words(root: Locator) -> None:
    press(root, "Guess first")
    write(box(root), said(ANSWER / 2))
    press(root, "Show both")
    words = root.locator(".guess-said")
    both = f"You said {said(ANSWER / 2)}; the model says {said(ANSWER)}: half."
    expect(words).to_have_text(both)
    expect(words).to_be_focused()
    expect(root.locator(".guess-words")).to_have_text(f"your guess {said(ANSWER / 2)}")
    expect(root.locator(".guess-end")).to_be_visible()
    # Two lines that start alike have room for the words of one.
    expect(root.locator(".life-words.guessed")).to_be_hidden()
    # It holds as long as the answer does.
    root.locator('[data-scenario="chips_scarce"]').click()
    catch_up(root)
    expect(words).to_have_text(both)
    root.locator('[data-parameter="sale_price_per_chip"] input[type=range]').press("ArrowRight")
    catch_up(root)
    expect(words).to_have_text("")
    expect(root.locator(".guess-end")).to_be_hidden()
    expect(root.locator(".life-words").first).to_be_visible()
    expect(root.get_by_role("button", name="Guess first")).to_be_visible()


def test_on_a_phone_what_is_said_stands_clear_of_the_answer(root: Locator) -> None:
    root.page.set_viewport_size({"width": 390, "height": 844})
    press(root, "Guess first")
    write(box(root), said(2 * ANSWER))
    press(root, "Show both")
    assert root.evaluate(BETWEEN) >= RIM


def test_keys_number_and_drag_make_the_same_guess(root: Locator) -> None:
    root.page.set_viewport_size({"width": 1200, "height": 1000})
    press(root, "Guess first")
    slider(root).press("ArrowRight")
    step = float(slider(root).get_attribute("step") or 0)
    expect(box(root)).to_have_value(said(step))
    expect(slider(root)).to_have_attribute("aria-valuetext", said(step))
    for typed, value in (("0.4", 4e5), ("$0.40 M", 4e5), ("700k", 7e5), ("900,000", 9e5)):
        write(box(root), typed)
        box(root).press("Tab")
        expect(box(root)).to_have_value(said(value))
        assert float(slider(root).input_value()) == value
    plot = root.locator(".lives .plot").bounding_box()
    end = root.locator(".guess-end").bounding_box()
    assert plot
    assert end
    mouse = root.page.mouse
    middle = end["x"] + end["width"] / 2, end["y"] + end["height"] / 2
    mouse.move(*middle)
    mouse.down()
    mouse.move(middle[0], middle[1] + plot["height"] / 4)
    mouse.up()
    dragged = float(slider(root).input_value())
    assert dragged < 9e5 - 10 * step
    expect(box(root)).to_have_value(said(dragged))


@pytest.mark.parametrize("typed", ["lots", "", "9e9", "<img src=x onerror='globalThis.pwned = 1'>"])
def test_what_is_no_guess_is_said_and_not_taken(root: Locator, typed: str) -> None:
    press(root, "Guess first")
    write(box(root), typed)
    press(root, "Show both")
    expect(root.locator(".guess .complaint")).to_contain_text("does not fit: give a number from")
    expect(root.locator(".answer")).to_be_hidden()
    press(root, "Show the answer")
    expect(root.locator(".answer")).to_be_visible()


def test_one_press_shows_the_answer_and_nothing_is_kept(root: Locator) -> None:
    kept = "JSON.stringify([localStorage, sessionStorage, document.cookie, location.hash])"
    before = root.page.evaluate(kept)
    press(root, "Guess first")
    slider(root).press("ArrowLeft")
    press(root, "Show the answer")
    expect(root.locator(".answer")).to_be_visible()
    expect(root.get_by_role("button", name="Guess first")).to_be_focused()
    expect(root.locator(".guess-end")).to_be_hidden()
    assert root.page.evaluate(kept) == before


def test_the_distance_is_said_in_words(browser: Browser) -> None:
    page = page_with(browser, {})
    cases: list[tuple[float, float | None, str]] = [
        (4e5, 8e5, "half"),
        (4.2e5, 8e5, "about half"),
        (8e5, 8e5, "the same"),
        (8.05e5, 8e5, "the same"),
        (16e5, 8e5, "twice as much"),
        (7.67, 2.2, "three and a half times as much"),
        (7.2, 1, "about seven times as much"),
        (-4e5, -8e5, "half"),
        (1e4, 8e5, "less than a tenth"),
        (9e6, 8e5, "more than ten times as much"),
        (-1, 8e5, "too low, on the other side of zero"),
        (1, -8e5, "too high, on the other side of zero"),
        (0, 8e5, "too low"),
        (1, 0, "too high"),
        (1, None, "there is nothing to compare"),
    ]
    pairs = [[guess, answer] for guess, answer, _ in cases]
    assert page.evaluate(DISTANCE, pairs) == [words for *_, words in cases]
    page.close()
