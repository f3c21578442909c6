"""The generated JavaScript, run in a real browser, against the same model in Python.

Random cases never meet singular points, so that corners and limits are tested too.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from agreement import assert_agree
from browser_model import page_with
from playwright.sync_api import Browser, Page

import rent_or_sell
from rent_or_sell import load_models, load_parameters, load_scenarios
from rent_or_sell.model.models import Model
from rent_or_sell.model.parameters import base_values

VECTORS = json.loads((Path(__file__).parents[1] / "vectors.json").read_text())
MODELS = load_models()
BASE = base_values(load_parameters())
SEED = 20260601

# Numbers travel as text: JSON knows no NaN.
# Each selection of results is computed apart from the others.
MANY = """async ([name, columns, count, selections]) => {
  const { evaluateMany } = await import("/compute.js");
  const read = (_, value) => (Array.isArray(value) ? Float64Array.from(value) : value);
  const given = JSON.parse(columns, read);
  return JSON.stringify(selections.map((wanted) =>
    Object.entries(evaluateMany(models[name], given, count, wanted))
      .map(([key, column]) => [key, Array.from(column, String)])));
}"""
ONE_BY_ONE = """async ([name, cases]) => {
  const { evaluate } = await import("/compute.js");
  const asText = (_, value) => (typeof value === "number" ? String(value) : value);
  return JSON.stringify(cases.map((values) => evaluate(models[name], values)), asText);
}"""

Case = dict[str, float]


@pytest.fixture(scope="module")
def models(browser: Browser) -> Page:
    """A page with the generated models."""
    return page_with(browser, {name: model.javascript() for name, model in MODELS.items()})


def random_cases(count: int, bounds: Callable[[Any], tuple[float, float]]) -> list[Case]:
    """Return whole scenarios drawn evenly within the bounds of each parameter."""
    random = np.random.default_rng(SEED)
    return [
        {p.name: float(random.uniform(*bounds(p))) for p in load_parameters().values()}
        for _ in range(count)
    ]


def whole_years(cases: list[Case]) -> list[Case]:
    years = ("rental_years", "support_years", "building_life")
    return [{**case, **{name: round(case[name]) for name in years}} for case in cases]


def limits_one_by_one() -> list[Case]:
    return [
        {name: value}
        for name, parameter in load_parameters().items()
        for value in (parameter.minimum, parameter.low, parameter.high, parameter.maximum)
    ]


def limits_together() -> list[Case]:
    """Return each pair of neighbouring parameters at all their limits, and all at once."""
    parameters = list(load_parameters().values())
    pairs = [
        {first.name: a, second.name: b}
        for first, second in pairwise(parameters)
        for a in (first.minimum, first.maximum)
        for b in (second.minimum, second.maximum)
    ]
    everything = [
        {p.name: p.minimum for p in parameters},
        {p.name: p.maximum for p in parameters},
    ]
    return pairs + everything


CORNERS: list[Case] = [
    {"rent_erosion": 0, "golive_lag": 0},
    {"rent_erosion": 1},
    {"rent_erosion": 1, "rental_years": 1},
    {"rent_erosion": 1, "rental_years": 1.5},
    {"rent_erosion": 1e-12, "rental_years": 4.5},
    {"rent_erosion": 0, "rental_years": 4.5, "support_years": 2.25},
    {"rent_per_chip_hour": 0},
    {"paid_hours": 0},
    {"displacement": 0},
    {"displacement": 1, "space_reused": 0},
    {"rental_years": 1, "support_years": 1},
    {"discount_rate": 0.001, "buyer_discount_rate": 0.5},
    {"discount_rate": 0.5, "buyer_discount_rate": 0.001},
    {"sale_price_per_chip": 1},
    {"selling_share": 0.6, "warranty_share": 0.5},
    {"selling_share": 1, "support_fee_share": 0},
    {"cloud_opex_share": 1},
    # the buyer: its own use, and rivals for its power that would lose or earn
    {"buyer_opex_share": 0},
    {"buyer_opex_share": 1},
    {"power_rivalry": 0, "reference_rent_per_gpu_hour": 5},
    {"power_rivalry": 1, "reference_rent_per_gpu_hour": 2},
    {"power_rivalry": 1, "reference_rent_per_gpu_hour": 5},
    {"power_rivalry": 1, "buyer_opex_share": 0, "reference_rack_kw": 1},
    # a queue, none, and fewer customers than buyers
    {"diversion": 1},
    {"diversion": 1, "rental_demand": 1.8},
    {"diversion": 1, "rental_demand": 0.1, "share_offered": 0.5},
    {"fleet_kw_per_chip": 0.05},
    {"share_offered": 0},
    {"share_offered": 1, "outside_demand": 1000},
    {"chip_supply": 0},
    {"ai_power_added": 0, "rental_demand": 0},
]
GROUPS: dict[str, list[Case]] = {
    "vectors": [vector["inputs"] for vector in VECTORS],
    "scenarios": [dict(scenario.changes) for scenario in load_scenarios().values()],
    "corners": CORNERS,
    "limits one by one": limits_one_by_one(),
    "limits together": limits_together(),
    "random in range": whole_years(random_cases(1000, lambda p: (p.low, p.high))),
    "random in range, part years": random_cases(1000, lambda p: (p.low, p.high)),
    "random in limits": random_cases(1000, lambda p: (p.minimum, p.maximum)),
}


def in_browser(page: Page, model: Model, cases: list[Case]) -> dict[str, Any]:
    """Return results over the cases as the browser computes them, the year first."""
    (results,) = selected_in_browser(page, model, cases, [list(model.results)])
    return results


def selected_in_browser(
    page: Page, model: Model, cases: list[Case], selections: list[list[str]]
) -> list[dict[str, Any]]:
    """Return each selection of results over the cases, computed for itself."""
    full = [BASE | case for case in cases]
    columns = {name: [case[name] for case in full] for name in model.parameters}
    # What is the same in all cases is given once, as the explorer gives it.
    given = {name: v[0] if len(set(v)) == 1 else v for name, v in columns.items()}
    arguments = [model.name, json.dumps(given), len(cases), selections]
    return [
        {name: by_year(model, name, column) for name, column in results}
        for results in json.loads(page.evaluate(MANY, arguments))
    ]


def by_year(model: Model, name: str, column: list[str]) -> Any:
    """Return a result's numbers over the cases, the year first where it has one."""
    numbers = np.array(column).astype(float)
    yearly = model.equations[name].yearly
    return numbers.reshape(model.years.count, -1) if yearly else numbers


def in_python(model: Model, cases: list[Case]) -> dict[str, Any]:
    full = [BASE | case for case in cases]
    return model.evaluate({name: np.array([case[name] for case in full]) for name in BASE})


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("name", MODELS)
def test_the_browser_computes_what_python_computes(models: Page, name: str, group: str) -> None:
    model, cases = MODELS[name], GROUPS[group]
    expected, actual = in_python(model, cases), in_browser(models, model, cases)
    assert list(actual) == list(model.results)
    assert_agree(model, expected, actual, group)


@pytest.mark.parametrize("name", MODELS)
def test_one_case_gives_what_it_gives_among_many(models: Page, name: str) -> None:
    model, cases = MODELS[name], [*CORNERS, *GROUPS["random in limits"][:20]]
    many = in_browser(models, model, cases)
    ones = json.loads(models.evaluate(ONE_BY_ONE, [name, [BASE | case for case in cases]]))
    for index, one in enumerate(ones):
        assert list(one) == list(model.results)
        for result, value in one.items():
            assert np.array_equal(
                np.array(value).astype(float), many[result][..., index], equal_nan=True
            )


@pytest.mark.parametrize("name", MODELS)
def test_a_result_alone_is_what_it_is_among_all(models: Page, name: str) -> None:
    model, cases = MODELS[name], GROUPS["random in limits"]
    together = in_browser(models, model, cases)
    selections = [[result] for result in model.results]
    alones = selected_in_browser(models, model, cases, selections)
    for result, alone in zip(model.results, alones, strict=True):
        assert list(alone) == [result]
        assert np.array_equal(alone[result], together[result], equal_nan=True), result


def test_a_replaced_equation_runs_in_the_browser(browser: Browser) -> None:
    def price(chips: Any, sale_price_per_chip: Any, rent_erosion: Any) -> Any:
        thirds = rent_or_sell.maximum(1 / 3 - rent_erosion, -0.1) ** -2
        return rent_or_sell.where_positive(chips - 100, -thirds, 1e-7 * sale_price_per_chip)

    model = MODELS["rack"].replace(price=price)
    page = page_with(browser, {"rack": model.javascript()})
    cases = GROUPS["random in range"]
    assert_agree(model, in_python(model, cases), in_browser(page, model, cases), "replaced")


def test_operators_agree_where_no_equation_of_ours_takes_them(browser: Browser) -> None:
    """Ratios below zero and above one, no terms and many, sums of sums, flows that are formulas."""

    def supply_total(rent_erosion: Any, rental_years: Any) -> Any:
        return rent_or_sell.geometric_sum(3 * rent_erosion - 1, 10 * (rental_years - 3))

    def demand_total(sold: Any, displaced: Any, discount_factor: Any, pue: Any) -> Any:
        cohorts = rent_or_sell.cohort_sum(sold * displaced**pue, -discount_factor, 3 * pue - 2)
        return rent_or_sell.year_sum(sold * cohorts) / (pue - 1)

    model = MODELS["fleet"].replace(supply_total=supply_total, demand_total=demand_total)
    page = page_with(browser, {"fleet": model.javascript()})
    cases = [*GROUPS["random in limits"], *GROUPS["limits one by one"], {"rent_erosion": 1 / 3}]
    cases += [
        {"rental_years": y, "rent_erosion": e} for y in (1, 2, 3, 8, 9.5) for e in (0, 0.3, 1)
    ]
    cases += [{"rental_years": y, "rent_erosion": 2 / 3} for y in (1, 3, 7, 7.1, 9)]
    assert_agree(model, in_python(model, cases), in_browser(page, model, cases), "operators")
