"""Every picture of every view: the browser draws, in any case, what Python draws there."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

import pytest
from explorer_files import ORIGIN, files_of, open_files
from playwright.sync_api import Browser, expect
from readers import CATCH_UP, catch_up, drawn_ever_slower, follow, link

from rent_or_sell.book import BOOK
from rent_or_sell.explorer.frame import part_frame
from rent_or_sell.explorer.part import BaseCase
from rent_or_sell.explorer.parts.areas.part import Areas
from rent_or_sell.explorer.parts.bars.part import Bars
from rent_or_sell.explorer.parts.choices.part import Choices
from rent_or_sell.explorer.parts.gates.part import Gates
from rent_or_sell.explorer.parts.lives.part import Lives
from rent_or_sell.explorer.parts.verdict.part import Verdict
from rent_or_sell.explorer.parts.waterfall.part import Waterfall
from rent_or_sell.explorer.view import View
from rent_or_sell.model.models import Model
from rent_or_sell.trainium.views.verdict import VERDICT_CARD

SEED = 20261126
CASES = 6  # random ones beside the base case
KINDS = (Areas, Bars, Choices, Gates, Lives, Verdict, Waterfall)
# What is drawn and said, but for tags: numbers of marks, words, and full values for machines.
READ = f"""part => {{
  ({CATCH_UP})();
  const marks = [...part.querySelectorAll("svg, rect, circle, path")].flatMap((mark) =>
    ["width", "height", "x", "y", "cx", "cy", "d"].map((name) => mark.getAttribute(name) ?? ""));
  const words = [...part.querySelectorAll("*")].filter((one) => !one.closest("[hidden]"))
    .flatMap((one) => [one.children.length ? "" : one.textContent.trim(), one.dataset.value ?? ""]);
  const classes = [...part.querySelectorAll("*")].map((one) => [...one.classList].sort().join(" "));
  return [marks, words, classes];
}}"""
# Lines of words in or beneath different areas that lie on each other.
CROSSED = """root => [".areas-inside", ".areas-beneath"].flatMap((row) => {
  const lines = [...root.querySelectorAll(`${row} .area-words > span`)].map((words) => {
    const range = document.createRange();
    range.selectNodeContents(words);
    return [...range.getClientRects()];
  });
  return lines.flatMap((some, at) => lines.slice(at + 1).flat().flatMap((other) =>
    some.filter((one) => one.right > other.left && one.left < other.right
      && one.bottom > other.top && one.top < other.bottom).map(() => row)));
})"""
SLIVERS: tuple[dict[str, float], ...] = (
    {},
    {"earning_fleet": 1, "chip_supply": 2.5},
    {"earning_fleet": 0.2, "chip_supply": 2.5},
    {"earning_fleet": 1000, "chip_supply": 0.01},
)
PARTS = [
    pytest.param(view, place, id=f"{view.name}-{type(part).__name__}")
    for view in BOOK.views
    for place, part in enumerate(view.parts)
    if isinstance(part, KINDS)
]


def numbers(texts: list[str]) -> list[float]:
    return [
        float(number)
        for text in texts
        for number in re.findall(r"-?\d+(?:\.\d+)?(?:e-?\d+)?", text)
    ]


def moved(model: Model, case: dict[str, float]) -> Model:
    """Return the model with a case for its base."""
    known = {name: replace(p, base=case.get(name, p.base)) for name, p in model.known.items()}
    return replace(model, known=known)


def cases(view: View) -> list[dict[str, float]]:
    """Return the base case and random ones; what a choice sets stands at the book's own base."""
    random = Random(SEED)
    set_by = {
        name
        for part in view.parts
        if isinstance(part, Choices)
        for choice in part.choices
        for name in {*choice.sets(BOOK.model(view.model)), *part.capped}
    }
    parameters = [p for p in BOOK.model(view.model).parameters.values() if p.name not in set_by]
    drawn = [
        {
            p.name: round(random.uniform(p.low, p.high), 3)
            for p in parameters
            if random.random() < 0.5
        }
        for _ in range(CASES)
    ]
    return [{}, *drawn]


@pytest.mark.parametrize(("view", "place"), PARTS)
def test_the_browser_draws_what_python_draws(browser: Browser, view: View, place: int) -> None:
    alone = replace(view, parts=(view.parts[place],), curves=())
    page, complaints = open_files(browser, files_of([BOOK.explorer(view=alone)]))
    expect(page.locator(".explorer")).to_have_attribute("data-live", "")
    still = browser.new_page(java_script_enabled=False)
    for case in cases(view):
        model = moved(BOOK.model(view.model), case)
        follow(page, link(case, view.name))
        catch_up(page.locator(".explorer"))
        expect(page.locator('[aria-busy="true"]')).to_have_count(0)
        still.set_content(str(part_frame(view.parts[place], BaseCase(model, BOOK.facts))))
        marks, words, classes = page.locator(".pictures > [data-part]").evaluate(READ)
        wanted = still.locator("[data-part]").evaluate(READ.replace(f"({CATCH_UP})();", ""))
        assert numbers(marks) == pytest.approx(numbers(wanted[0]), abs=0.011), case
        for word, its in zip(words, wanted[1], strict=True):
            assert word == its or numbers([word]) == pytest.approx(numbers([its]), rel=1e-9), case
        assert classes == wanted[2], case
    assert page.url.startswith(ORIGIN)
    assert complaints == []
    page.close()
    still.close()


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_words_of_a_sliver_and_of_its_neighbour_do_not_cross(browser: Browser, width: int) -> None:
    page, complaints = open_files(browser, files_of([BOOK.explorer(view="market")]))
    page.set_viewport_size({"width": width, "height": 900})
    for case in SLIVERS:
        follow(page, link(case, "market"))
        assert page.locator(".explorer").evaluate(CROSSED) == [], case
    assert complaints == []
    page.close()


def test_what_would_turn_a_verdict_follows_when_the_hand_rests(browser: Browser) -> None:
    page, complaints = open_files(browser, files_of([BOOK.explorer(view="verdict")]))
    turned = page.locator("[data-turn]")
    expect(page.locator(".explorer")).to_have_attribute("data-live", "")
    turned.scroll_into_view_if_needed()
    busy = page.locator("[data-parameter=displacement] input[type=range]").evaluate(
        """slider => {
          slider.value = slider.max;
          slider.dispatchEvent(new Event("input", { bubbles: true }));
          return document.querySelector("[data-turn]").ariaBusy;
        }"""
    )
    assert busy == "true"
    case = moved(BOOK.model("rack"), {"displacement": 1.0})
    frame = str(part_frame(VERDICT_CARD, BaseCase(case, BOOK.facts)))
    expect(turned).not_to_have_attribute("aria-busy", "true")
    assert f"<b data-turn>{turned.text_content()}</b>" in frame
    assert complaints == []
    page.close()


def test_a_verdict_says_how_many_worlds_its_odds_rest_on(browser: Browser) -> None:
    """On a slow machine, a clock on which each look takes ten milliseconds, they are fewer."""
    page, complaints = open_files(browser, files_of([BOOK.explorer(view="verdict")]))
    count = page.locator(".verdict [data-count]")
    expect(page.locator(".explorer")).to_have_attribute("data-live", "")
    count.scroll_into_view_if_needed()
    assert drawn_ever_slower(page.locator(".explorer"), 2) == ["10,000", "8,000"]
    expect(count).to_have_text("10,000")
    assert complaints == []
    page.close()
