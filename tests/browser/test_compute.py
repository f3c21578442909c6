"""The generated code computes what is asked for and no more, and says what it cannot compute."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from browser_model import page_with
from playwright.sync_api import Browser, Error, Page

from rent_or_sell import load_models, load_parameters
from rent_or_sell.model import graph
from rent_or_sell.model.graph import Quantity, describe
from rent_or_sell.model.javascript import javascript
from rent_or_sell.model.models import Model
from rent_or_sell.model.parameters import base_values

MODELS = load_models()
BASE = base_values(load_parameters())
CASES = 7
SEED = 20261126

PLAN = """async ([name, columns, wanted]) => {
  const { makePlan } = await import("/compute.js");
  return makePlan(models[name], columns, wanted);
}"""

# How often the code decides whether a value is defined, which it does for each that it computes.
COUNT = """async ([name, base, varied, count, wanted]) => {
  const { evaluateMany } = await import("/compute.js");
  const columns = { ...base, [varied]: new Float64Array(count).fill(base[varied]) };
  let computed = 0;
  const steps = (operators) => models[name].steps({
    ...operators,
    defined: (value) => {
      computed += 1;
      return operators.defined(value);
    },
  });
  evaluateMany({ ...models[name], steps }, columns, count, [wanted]);
  return computed;
}"""

EVALUATE = """async ([name, values]) => {
  const { evaluate } = await import("/compute.js");
  return evaluate(models[name], values);
}"""

MANY = """async ([name, columns, count, wanted]) => {
  const { evaluateMany } = await import("/compute.js");
  const arrays = Object.entries(columns).map(([key, value]) => [
    key, Array.isArray(value) ? Float64Array.from(value) : value,
  ]);
  const results = evaluateMany(models[name], Object.fromEntries(arrays), count, wanted);
  return Object.fromEntries(Object.entries(results).map(([key, column]) => [key, [...column]]));
}"""

# Moves one parameter after the other and asks what keeps results and what does not: what differs
# between them, and how many results the first computed for each move.
KEEP = """async ([name, base, varied, moves, wanted]) => {
  const { evaluateMany, keeping } = await import("/compute.js");
  const spread = (value, place) => Float64Array.from({ length: 7 }, (_, at) => value * (1 + (at + place) / 97));
  const columns = { ...base };
  for (const key of varied) columns[key] = spread(base[key], 0);
  let computed = 0;
  const counted = ([key, step]) => [key, (out, count, ...read) => {
    computed += count > 1 && models[name].results.includes(key);
    step(out, count, ...read);
  }];
  const steps = (operators) =>
    Object.fromEntries(Object.entries(models[name].steps(operators)).map(counted));
  const ask = keeping({ ...models[name], steps });
  const differ = [];
  const counts = moves.map(([key, value, count], place) => {
    columns[key] = varied.includes(key) ? spread(value, place) : value;
    const asked = Object.fromEntries(Object.entries(columns).map(([one, column]) =>
      [one, varied.includes(one) ? column.subarray(0, count) : column]));
    computed = 0;
    const kept = ask(asked, count, wanted);
    const anew = evaluateMany(models[name], asked, count, wanted);
    for (const result of wanted) {
      const isSame = anew[result].every((each, at) => Object.is(each, kept[result][at]));
      if (!isSame || kept[result].length !== anew[result].length) differ.push([place, key, result]);
    }
    return computed;
  });
  return { differ, counts };
}"""


@pytest.fixture(scope="module")
def models(browser: Browser) -> Page:
    """A page with the generated models."""
    return page_with(browser, {name: model.javascript() for name, model in MODELS.items()})


def computed_for(model: Model, result: str) -> dict[str, Quantity]:
    return graph.needed(model.equations, [result])


@pytest.mark.parametrize("name", MODELS)
def test_only_what_a_result_reads_is_planned(models: Page, name: str) -> None:
    model = MODELS[name]
    for result in model.results:
        plan = models.evaluate(PLAN, [name, BASE, [result]])
        planned = {key for key, often in plan.items() if often and not key.startswith("$")}
        assert planned == {*computed_for(model, result), *model.depends_on(result)}, result


@pytest.mark.parametrize("name", MODELS)
def test_only_what_a_result_reads_is_computed_and_once_if_it_does_not_vary(
    models: Page, name: str
) -> None:
    model = MODELS[name]
    for result in model.results:
        for varied in sorted(model.depends_on(result))[:3]:
            expected = sum(
                (model.years.count if quantity.yearly else 1)
                * (CASES if varied in model.depends_on(quantity.name) else 1)
                for quantity in computed_for(model, result).values()
            )
            assert models.evaluate(COUNT, [name, BASE, varied, CASES, result]) == expected, result


@pytest.mark.parametrize("name", MODELS)
def test_what_keeps_results_answers_as_what_does_not(models: Page, name: str) -> None:
    model = MODELS[name]
    random = np.random.default_rng(SEED)
    names = list(model.parameters)
    moves = [
        (moved, float(random.uniform(low, high)), int(random.integers(1, 8)))
        for moved in random.choice(names, 200).tolist()
        for low, high in [(model.parameters[moved].low, model.parameters[moved].high)]
    ]
    drawn = [name for name, parameter in model.parameters.items() if parameter.draw]
    base = base_values(model.parameters)
    found = models.evaluate(KEEP, [name, base, drawn, moves, list(model.results)])
    assert found["differ"] == []


def test_a_move_computes_anew_only_what_reads_it(models: Page) -> None:
    model = MODELS["rack"]
    wanted = [name for name in model.results if "rent_erosion" in model.depends_on(name)]
    moves = [("attach_rate", 0.3, 7), ("attach_rate", 0.4, 7), ("chips", 72.0, 7)]
    base = base_values(model.parameters)
    _, second, last = models.evaluate(KEEP, ["rack", base, ["rent_erosion"], moves, wanted])[
        "counts"
    ]
    for moved, computed in (("attach_rate", second), ("chips", last)):
        assert computed == len([name for name in wanted if moved in model.depends_on(name)])


def test_a_yearly_result_of_many_cases_has_all_of_a_year_together(models: Page) -> None:
    supply = [1.0, 2.0, 3.0]
    columns = BASE | {"chip_supply": supply, "chip_supply_growth": 1.0}
    found = models.evaluate(MANY, ["fleet", columns, 3, ["supply"]])["supply"]
    assert found == [chips * 2**year for year in range(6) for chips in supply]


def test_no_case_at_all_gives_nothing(models: Page) -> None:
    assert models.evaluate(MANY, ["parity", BASE, 0, ["parity_rack_price"]]) == {
        "parity_rack_price": []
    }


# Names


def quantity(name: str, equation: Callable[..., Any], unit: str = "USD") -> Quantity:
    equation.__doc__ = f"Say a thing.\n\nUnit: {unit}"
    return describe(name, equation)


def test_no_name_of_a_model_meets_one_of_the_code(browser: Browser) -> None:
    """The code's own words are free to be names, and equal equations stay two quantities."""
    quantities = {
        "geometricSum": quantity("geometricSum", lambda count, plan: count + plan),
        "defined": quantity("defined", lambda count, plan: count + plan),
        "pow": quantity("pow", lambda geometricSum, defined: geometricSum**defined),
        "part1": quantity("part1", lambda pow, plan: plan**pow),
        "operators": quantity("operators", lambda: 2),
        "run": quantity("run", lambda operators, part1: operators - part1),
        "constructor": quantity("constructor", lambda run, done: run * done),
    }
    code = javascript(quantities, ["count", "plan", "done", "name"], list(quantities), 3)
    page = page_with(browser, {"odd": code})
    values = {"count": 1.0, "plan": 1.0, "done": 5.0, "name": 0.0}
    assert page.evaluate(EVALUATE, ["odd", values]) == {
        "geometricSum": 2,
        "defined": 2,
        "pow": 4,
        "part1": 1,
        "operators": 2,
        "run": 1,
        "constructor": 5,
    }


# Refusals, each with its remedy


@pytest.mark.parametrize(
    ("columns", "wanted", "message"),
    [
        (BASE, ["npv_rend"], '"npv_rend" is not a result of the model; known are: build_cost, '),
        (BASE, ["rack_power", "chips"], '"chips" is not a result of the model; known are: '),
        ({}, ["build_cost"], "chips needs a number, or 2 in a Float64Array; none is given"),
        (BASE | {"chips": [1, 2, 3]}, ["build_cost"], "chips needs a number, or 2 .*; 3 are given"),
    ],
)
def test_what_cannot_be_computed_is_said(
    models: Page, columns: dict[str, Any], wanted: list[str], message: str
) -> None:
    with pytest.raises(Error, match=message):
        models.evaluate(MANY, ["rack", columns, 2, wanted])


def test_a_parameter_that_nothing_wanted_reads_may_be_left_out(models: Page) -> None:
    columns = {"chips": 2.0, "build_cost_per_chip": [10.0, 20.0]}
    assert models.evaluate(MANY, ["rack", columns, 2, ["build_cost"]]) == {"build_cost": [20, 40]}
