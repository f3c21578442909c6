"""Predict first in other chapters, too: what is guessed there is hidden, then shown beside the guess."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from explorer_files import ORIGIN, files_of, open_files
from playwright.sync_api import Browser, Locator, Page, expect
from readers import write

from rent_or_sell.book import BOOK
from rent_or_sell.explorer.part import BaseCase
from rent_or_sell.explorer.parts.guess.part import Guess
from rent_or_sell.numbers.number_format import format_number

VIEWS = ("bundle", "watch-list", "market")
# All results that can be seen, by name.
SEEN = """root => [...root.querySelectorAll("[data-quantity]")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true })).map(({ dataset }) => dataset.quantity)"""
PLACES = """root => {
  scrollTo(0, 0);
  return [...root.querySelectorAll(".play .controls input, .pictures > *")].map((one) => {
    const { top, left } = one.getBoundingClientRect();
    return [Math.round(left), Math.round(top)];
  });
}"""


def guess_of(view: str) -> Guess:
    guess = BOOK.view(view).guess
    assert guess
    return guess


def answer_of(view: str) -> float:
    return float(BOOK.evaluate(BOOK.view(view).model)[guess_of(view).result])


@pytest.fixture(scope="module", params=VIEWS)
def opened(
    browser: Browser, request: pytest.FixtureRequest
) -> Iterator[tuple[str, Page, list[str]]]:
    view = BOOK.view(request.param)
    page, complaints = open_files(browser, files_of([BOOK.explorer(view.model, view=view)]))
    yield request.param, page, complaints
    page.close()


@pytest.fixture
def asked(opened: tuple[str, Page, list[str]]) -> Iterator[tuple[str, Locator]]:
    view, page, complaints = opened
    page.goto("about:blank")
    page.goto(f"{ORIGIN}/index.html")
    root = page.locator(".explorer")
    expect(root).to_have_attribute("data-live", "")
    yield view, root
    assert complaints == []


def press(root: Locator, name: str) -> None:
    root.get_by_role("button", name=name, exact=True).click()


@pytest.mark.parametrize("width", [390, 1200])
def test_the_answer_is_hidden_and_nothing_moves(asked: tuple[str, Locator], width: int) -> None:
    view, root = asked
    root.page.set_viewport_size({"width": width, "height": 900})
    before = root.evaluate(PLACES)
    press(root, "Guess first")
    slider = root.get_by_role("slider", name=guess_of(view).question)
    expect(slider).to_be_focused()
    expect(root.locator(".answer")).to_be_hidden()
    assert root.evaluate(SEEN) == []
    pictured = root.locator(".curve, .curve-scale, .pictures *")
    expect(pictured.filter(visible=True)).to_have_count(0)
    if width == 1200:
        assert root.evaluate(PLACES) == before
    press(root, "Show the answer")
    expect(root.locator(".answer")).to_be_visible()
    expect(root.locator(".guess-said")).to_have_text("")
    assert root.evaluate(PLACES) == before


def test_keys_or_a_number_make_the_guess_and_both_are_shown(asked: tuple[str, Locator]) -> None:
    view, root = asked
    code, answer = guess_of(view).code, answer_of(view)
    press(root, "Guess first")
    root.page.keyboard.press("ArrowRight")
    box = root.get_by_label("Your guess: exact value")
    expect(box).not_to_have_value(format_number(0, code))
    write(box, format_number(answer / 2, code))
    box.press("Enter")
    half = root.locator(".guess-said")
    expect(half).to_contain_text("; the model says " + format_number(answer, code))
    expect(half).to_contain_text("half.")
    expect(root.locator(".answer")).to_be_visible()


@pytest.mark.parametrize("view", VIEWS)
def test_a_guess_may_be_too_high(view: str) -> None:
    guess = guess_of(view)
    model = BOOK.model(BOOK.view(view).model)
    ends = guess.context(BaseCase(model))
    assert ends["low"] <= 0 < 1.2 * answer_of(view) < ends["high"]
    assert (ends["low"] < 0) == guess.signed
