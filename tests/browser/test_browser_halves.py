"""The browser's half of what Python writes too: numbers, sentences and links; and its undo."""

from __future__ import annotations

import math
import operator
from collections.abc import Iterator

import pytest
from browser_model import page_with
from playwright.sync_api import Browser, Page

from rent_or_sell import load_parameters
from rent_or_sell.explorer.parts.odds.words import missing_said
from rent_or_sell.explorer.range_words import part_of_range
from rent_or_sell.explorer.sentence import Case, as_json, say
from rent_or_sell.explorer.units import unit_said, unit_words, with_unit
from rent_or_sell.numbers.number_format import closer_format, format_apart, format_number

FORMAT = """async ([texts, codes]) => {
  const { formatNumber } = await import("/number_format.js");
  return texts.flatMap((text) => codes.map((code) => formatNumber(Number(text), code)));
}"""
APART = """async (all) => {
  const { formatApart } = await import("/number_format.js");
  return all.map((each) => formatApart(...each));
}"""
WITH_UNIT = """async (all) => {
  const { withUnit } = await import("/units.js");
  return all.map((each) => withUnit(...each));
}"""
UNITS_SAID = """async (all) => {
  const { unitSaid } = await import("/units.js");
  return all.map(unitSaid);
}"""
DISTANCES = """async (shares) => {
  const { partOfRange } = await import("/range_words.js");
  return shares.map(partOfRange);
}"""
ODDS = """async ([missing, held]) => {
  const { heldSaid, missingSaid } = await import("/parts/odds/words.js");
  return [missing.map((shares) => missingSaid(shares, "our worlds")), held.map(heldSaid)];
}"""
SAY = """async ([sentence, values]) => {
  const { writeSentence } = await import("/sentence.js");
  const element = document.createElement("p");
  writeSentence(element, sentence, { values: () => values, results: () => ({}) });
  return element.textContent;
}"""
BACK = """async ([changes, parameters]) => {
  const { readFragment, readPairs, toFragment } = await import("/link.js");
  const { id, pairs } = readFragment(toFragment("rack-2", changes, { number: 1 }));
  return [id, readPairs(pairs, parameters)];
}"""
# What a reader does, as steps: a number is a slider's pull, a text a number typed, null an undo, and
# true the slider's release.
UNDO = """async (steps) => {
  const { undoStack } = await import("/undo_stack.js");
  let changes = {};
  const spec = { parameters: { pulled: { base: 0 } } };
  const state = {
    spec, changes: () => changes, values: () => ({ pulled: 0, ...changes }),
    adjusted: (next) => next, set: (next) => { changes = next; },
  };
  const slider = {};
  const stack = undoStack();
  return steps.map((step) => {
    if (step === null) stack.undo(state);
    else if (step === true) stack.release(slider);
    else stack.apply(state, { ...changes, pulled: Number(step) }, typeof step === "string" ? null : slider);
    return [changes.pulled ?? null, stack.canUndo()];
  });
}"""
COMPARISONS = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}
CODES = [",.0f", ".2f", "$,.0f", "$,.3f", ".0%", ".1%", ".4r%", "$.2M", "|$,.3r", "$,.3r", ",.2f"]
NUMBERS = [
    *(0.0, -0.0, 0.004, -0.004, 0.005, -0.005, 0.5, -0.5, 1.005, 2.675, 0.07, 0.285, 0.125),
    *(12_345.678, -12_345.678, 999_999.5, 1_234_500.0, 5e-7, -5e-7, 1e15),
    *(math.nan, math.inf, -math.inf),
]
PARAMETERS = load_parameters()
LIMITS = {name: {"min": p.minimum, "max": p.maximum} for name, p in PARAMETERS.items()}


@pytest.fixture(scope="module")
def blank(browser: Browser) -> Iterator[Page]:
    """A page that can load the explorer's modules."""
    page = page_with(browser, {})
    yield page
    page.close()


def test_both_languages_write_a_number_alike(blank: Page) -> None:
    # JavaScript's names of what Python calls nan and inf.
    texts = [str(number).replace("inf", "Infinity").replace("nan", "NaN") for number in NUMBERS]
    written = blank.evaluate(FORMAT, [texts, CODES])
    pairs = [(number, code) for number in NUMBERS for code in CODES]
    assert list(zip(pairs, written, strict=True)) == [
        (pair, format_number(*pair)) for pair in pairs
    ]


def test_both_languages_write_a_unit_alike(blank: Page) -> None:
    units = ("$/chip", "$ per $", "$", "kW", "a year", "")
    pairs = [
        (number, unit) for number in ("28,170", "−0.32", "95%", "not defined") for unit in units
    ]
    assert blank.evaluate(WITH_UNIT, pairs) == [with_unit(*pair) for pair in pairs]


def test_both_languages_say_a_unit_alike(blank: Page) -> None:
    units = sorted({unit_words(parameter.unit) for parameter in load_parameters().values()})
    units += ["$/kWh/year", "$ per $ per $"]
    assert blank.evaluate(UNITS_SAID, units) == [unit_said(unit) for unit in units]


def test_a_flip_is_told_from_what_is_now(blank: Page) -> None:
    now = [(21_097.4, 21_100, ",.0f"), (0.49997, 0.5, ".0%"), (0.2861, 0.2, ".2f"), (5, 5, ".0f")]
    pairs = [(flip, [at], closer_format(code)) for flip, at, code in now]
    written = blank.evaluate(APART, pairs)
    assert written == [format_apart(*pair) for pair in pairs]
    assert written == ["21,097", "49.997%", "0.2861", "5"]


def test_both_languages_say_a_distance_alike(blank: Page) -> None:
    shares = [0.0, *(one / 997 for one in range(1, 1100)), 9.9, 9.96, 1234.5]
    assert blank.evaluate(DISTANCES, shares) == [part_of_range(share) for share in shares]


def test_what_is_missing_or_held_is_said_in_words(blank: Page) -> None:
    floor, ceiling = "there is no floor", "there is no ceiling"
    missing = [
        [(0.0, floor)],
        [(0.03, floor), (0.0, ceiling)],
        [(0.004, floor), (1.0, ceiling)],
    ]
    labels = ["Attached services", "Rent", "Life"]
    held = [[{"label": label} for label in labels[:count]] for count in range(4)]
    said, held_said = blank.evaluate(ODDS, [missing, held])
    assert said == [missing_said(shares, "our worlds") for shares in missing]
    assert said == [
        "",
        "In 3 of 100 of our worlds there is no floor; its numbers are of the others.",
        (
            "In fewer than 1 of 100 of our worlds there is no floor; its numbers are of the others."
            " In 100 of 100 of our worlds there is no ceiling."
        ),
    ]
    one, many = (
        "is held as you set it, outside its range",
        "are held as you set them, outside their ranges",
    )
    assert held_said == [
        "",
        f"“Attached services” {one}, and not drawn.",
        f"“Attached services” and “Rent” {many}, and not drawn.",
        f"“Attached services”, “Rent” and “Life” {many}, and not drawn.",
    ]


@pytest.mark.parametrize("comparison", COMPARISONS)
@pytest.mark.parametrize("left", [-1.0, 0.0, 1.0, math.nan])
def test_both_languages_take_the_same_case(blank: Page, comparison: str, left: float) -> None:
    sentence = ((Case("{left:.2f} holds", (("left", comparison, 0),)), Case("else")),)
    spoken = "".join(piece.text for piece in say(sentence, {"left": left}))
    assert spoken.endswith("holds") == COMPARISONS[comparison](left, 0)
    assert blank.evaluate(SAY, [as_json(sentence), {"left": left}]) == spoken


@pytest.mark.parametrize("end", ["minimum", "low", "base", "high", "maximum"])
def test_a_link_loses_no_value(blank: Page, end: str) -> None:
    changes = {name: getattr(parameter, end) for name, parameter in PARAMETERS.items()}
    identity, read = blank.evaluate(BACK, [changes, LIMITS])
    assert identity == "rack-2"
    assert read == {"changes": changes, "ignored": []}


@pytest.mark.parametrize("value", [1e-7, 1.5e-12, 0.1 + 0.2, 1 / 3])
def test_a_link_keeps_every_digit(blank: Page, value: float) -> None:
    _, read = blank.evaluate(BACK, [{"attach_rate": value}, LIMITS])
    assert read["changes"] == {"attach_rate": value}


def test_a_link_beyond_a_limit_is_ignored_in_words(blank: Page) -> None:
    beyond = {"attach_rate": 5.01, "displacement": -0.01}
    _, read = blank.evaluate(BACK, [beyond, LIMITS])
    assert read["changes"] == {}
    assert read["ignored"] == [
        "attach_rate=5.01 (outside 0 to 5)",
        "displacement=-0.01 (outside 0 to 1)",
    ]


def test_undo_goes_back_a_change_at_a_time_and_not_a_pixel(blank: Page) -> None:
    steps = [1, 2, 3, True, "4", 5, True, "6", None, None, None, None, None]
    assert blank.evaluate(UNDO, steps) == [
        *([1, True], [2, True], [3, True], [3, True], [4, True], [5, True], [5, True], [6, True]),
        *([5, True], [4, True], [3, True], [None, False], [None, False]),
    ]
