"""Flips, solved values and tornados: the browser finds what Python finds, in any case of a model."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import heat_pump.book
import numpy as np
import pytest
from browser_model import page_with
from playwright.sync_api import Browser, Page

from rent_or_sell import book
from rent_or_sell.answers.flips import flip_points, solve
from rent_or_sell.answers.tornado import tornado
from rent_or_sell.explorer.widget import Explorer
from rent_or_sell.model.models import Model
from rent_or_sell.model.parameters import Parameter

pytestmark = pytest.mark.engines

SEED = 20261126
# How many random cases are tried, and in how many of them also wild values.
TRIED = [
    pytest.param((2, 1), id="some"),
    pytest.param((16, 8), id="many", marks=pytest.mark.exhaustive),
]
RACK, FLEET = (book.BOOK.model(name) for name in ("rack", "fleet"))
HEATING = heat_pump.book.BOOK.model("heating")
QUESTIONS = [
    (RACK, "deal_surplus_per_chip"),
    (RACK, "gain_from_selling"),
    (RACK, "breakeven_displacement"),
    (FLEET, "policy_gain_total"),
    (HEATING, "gain"),
]
START = """globalThis.ask = async (spec, changes) => {
  const { createState } = await import("/state.js");
  const traits = { _spec: spec, changes };
  const host = { get: (name) => traits[name], on() {}, off() {} };
  return createState(host, models);
};"""
FLIPS = """async ([spec, cases, answer, level]) => {
  const { flipPoints } = await import("/answers/flips.js");
  const asked = async (changes) => flipPoints(await ask(spec, changes), answer, level);
  return Promise.all(cases.map(asked));
}"""
SOLVE = """async ([spec, questions]) => {
  const { solve } = await import("/answers/flips.js");
  const asked = async ([changes, answer, value, name]) =>
    solve(await ask(spec, changes), answer, value, name);
  return Promise.all(questions.map(asked));
}"""
TORNADO = """async ([spec, cases, answer]) => {
  const { tornado } = await import("/answers/tornado.js");
  const asked = async (changes) => tornado(await ask(spec, changes), answer);
  return Promise.all(cases.map(asked));
}"""
Case = dict[str, float]
Tried = tuple[int, int]


def odd_equations() -> dict[str, Model]:
    """Return models whose answer has no monotone curve, or gaps, poles, leaps and plateaus."""
    from rent_or_sell import maximum, minimum, where_positive

    def waves(cop: Any) -> Any:
        return (cop - 2.2) * (cop - 2.5) * (cop - 3.1) * (cop - 6.3)

    def gap(cop: Any) -> Any:
        return where_positive((cop - 3) * (cop - 3.4), 3.2 - cop)

    def edge(cop: Any) -> Any:
        return where_positive(3.03 - cop, 3.001 - cop)

    def pole(cop: Any) -> Any:
        return 1 / (3.3 - cop)

    def leap(cop: Any) -> Any:
        return where_positive(cop - 3.3, 1, -1)

    def plateau(cop: Any) -> Any:
        return minimum(maximum(3.01 - cop, 0), maximum(3.01 - cop, 4.3 - cop)) - maximum(cop - 5, 0)

    odd = {f.__name__: f for f in (waves, gap, edge, pole, leap, plateau)}
    return {name: HEATING.replace(gain=equation) for name, equation in odd.items()}


ODD = odd_equations()


@pytest.fixture(scope="module")
def specs() -> dict[int, tuple[str, str, str]]:
    """Each model's spec, with the name and the text of its code."""
    made = {}
    for model in (RACK, FLEET, HEATING, *ODD.values()):
        explorer = Explorer(model)
        made[id(model)] = (explorer._spec, explorer._generated.key, explorer._generated.code)
    return made


@pytest.fixture(scope="module")
def page(browser: Browser, specs: Mapping[int, tuple[str, str, str]]) -> Page:
    """A page with all models that can be asked for a state in any case."""
    page = page_with(browser, {key: code for _, key, code in specs.values()})
    page.add_script_tag(content=START)
    return page


def cases(model: Model, tried: Tried) -> list[Case]:
    """Return the base case, random cases within the ranges, and some with wild values among them."""
    within, with_wild = tried
    random = np.random.default_rng(SEED)
    inside = [
        {p.name: float(random.uniform(p.low, p.high)) for p in model.parameters.values()}
        for _ in range(within)
    ]
    wild = [
        case | {p.name: wild_value(random, p)}
        for case in inside[:with_wild]
        for p in some(random, model)
    ]
    return [{}, *map(dict, model.presets.values()), *inside, *wild]


def some(random: np.random.Generator, model: Model) -> list[Parameter]:
    parameters = list(model.parameters.values())
    return [parameters[place] for place in random.choice(len(parameters), 3, replace=False)]


def wild_value(random: np.random.Generator, parameter: Parameter) -> float:
    return float(
        random.choice([parameter.minimum, random.uniform(parameter.minimum, parameter.maximum)])
    )


def assert_close(got: Any, wanted: Any, model: Model, names: list[str], case: Case) -> None:
    """Values of parameters agree to 1e-9 of the value or of the range."""
    spans = np.array([model.parameters[name].high - model.parameters[name].low for name in names])
    got, wanted = np.array(got, dtype=float), np.array(wanted, dtype=float)
    allowed = 1e-9 * np.fmax(np.abs(wanted), spans)
    agree = (np.abs(got - wanted) <= allowed) | (np.isnan(got) & np.isnan(wanted))
    wrong = [(n, g, w) for n, g, w, ok in zip(names, got, wanted, agree, strict=True) if not ok]
    assert not wrong, (case, wrong)


@pytest.mark.parametrize("tried", TRIED)
@pytest.mark.parametrize(("model", "answer"), QUESTIONS)
def test_the_browser_finds_the_flips_that_python_finds(
    page: Page, specs: Mapping[int, tuple[str, str, str]], model: Model, answer: str, tried: Tried
) -> None:
    asked = cases(model, tried)
    found = page.evaluate(FLIPS, [specs[id(model)][0], asked, answer, 0])
    for case, flips in zip(asked, found, strict=True):
        table = flip_points(model, answer, case)
        at = {flip["name"]: flip["flip"] for flip in flips}
        names = table.index.tolist()
        assert set(at) == set(names)
        assert_close([at[name] for name in names], table["flip"], model, names, case)
        distances = [flip["distance"] for flip in flips]
        assert distances == pytest.approx(
            table["distance"].tolist(), rel=1e-9, abs=1e-9, nan_ok=True
        )


@pytest.mark.parametrize("tried", TRIED)
@pytest.mark.parametrize(("model", "answer"), QUESTIONS)
def test_the_browser_draws_the_tornado_that_python_draws(
    page: Page, specs: Mapping[int, tuple[str, str, str]], model: Model, answer: str, tried: Tried
) -> None:
    asked = cases(model, tried)
    found = page.evaluate(TORNADO, [specs[id(model)][0], asked, answer])
    for case, rows in zip(asked, found, strict=True):
        table = tornado(model, answer, case)
        largest = np.nanmax(np.abs(table[["at_low", "at_high"]].to_numpy()), initial=0)
        by_name = {row["name"]: row for row in rows}
        assert set(by_name) == set(table.index)
        for here, there in (("atLow", "at_low"), ("atHigh", "at_high"), ("spread", "spread")):
            got = [by_name[name][here] for name in table.index]
            wanted = table[there].tolist()
            assert got == pytest.approx(wanted, rel=1e-9, abs=1e-9 * largest, nan_ok=True), case
        spreads = [row["spread"] for row in rows]
        assert spreads == pytest.approx(
            table["spread"].tolist(), rel=1e-9, abs=1e-9 * largest, nan_ok=True
        )


@pytest.mark.parametrize("tried", TRIED)
@pytest.mark.parametrize(("model", "answer"), QUESTIONS)
def test_the_browser_solves_as_python_does(
    page: Page, specs: Mapping[int, tuple[str, str, str]], model: Model, answer: str, tried: Tried
) -> None:
    random = np.random.default_rng(SEED)
    names = sorted(model.depends_on(answer))
    questions: list[tuple[Case, str, float, str]] = []
    for case in cases(model, tried):
        now = model.evaluate(case)[answer]
        for value in (0.0, now, 1.1 * now, now - 1, 1e15):
            if np.isfinite(value):
                questions.append((case, answer, float(value), str(random.choice(names))))
    found = page.evaluate(SOLVE, [specs[id(model)][0], questions])
    solved = [solve(model, answer, value, name, case) for case, _, value, name in questions]
    assert np.isfinite(solved).any()
    assert np.isnan(solved).any()
    for (case, _, value, name), got, wanted in zip(questions, found, solved, strict=True):
        assert_close([got], [wanted], model, [name], case)


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("now", [1.5, 2.4, 3, 3.3, 4, 7])
def test_odd_curves_are_the_same_in_both(
    page: Page, specs: Mapping[int, tuple[str, str, str]], name: str, now: float
) -> None:
    model, case = ODD[name], {"cop": now}
    ((flip,),) = page.evaluate(FLIPS, [specs[id(model)][0], [case], "gain", 0])
    wanted = flip_points(model, "gain", case)["flip"]
    assert_close([flip["flip"]], wanted, model, ["cop"], case)
    (solved,) = page.evaluate(SOLVE, [specs[id(model)][0], [[case, "gain", 0, "cop"]]])
    assert_close([solved], [solve(model, "gain", 0, "cop", case)], model, ["cop"], case)
