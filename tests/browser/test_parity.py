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
from playwright.sync_api import Browser, Page

import rent_or_sell
from rent_or_sell import load_models, load_parameters, load_scenarios
from rent_or_sell.model.models import Model
from rent_or_sell.model.parameters import base_values

PACKAGE = Path(rent_or_sell.__file__).parent
OPERATORS = (PACKAGE / "explorer" / "operators.js").read_text()
VECTORS = json.loads((Path(__file__).parents[1] / "vectors.json").read_text())
MODELS = load_models()
BASE = base_values(load_parameters())
SEED = 20260601

# Loads a model as the explorer does. Numbers travel as text: JSON knows no NaN.
RUN = """async ([operators, code, cases]) => {
  const url = URL.createObjectURL(new Blob([operators], {type: "text/javascript"}));
  const run = new Function("return " + code)()(await import(url));
  const asText = (_, value) => (typeof value === "number" ? String(value) : value);
  return JSON.stringify(JSON.parse(cases).map(run), asText);
}"""

Case = dict[str, float]


@pytest.fixture(scope="module")
def blank(browser: Browser) -> Page:
    return browser.new_page()


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
    """Return each result over the cases as the browser computes it, the year first."""
    full = json.dumps([BASE | case for case in cases])
    rows = json.loads(page.evaluate(RUN, [OPERATORS, model.javascript(), full]))
    return {name: np.array([row[name] for row in rows]).astype(float).T for name in rows[0]}


def in_python(model: Model, cases: list[Case]) -> dict[str, Any]:
    full = [BASE | case for case in cases]
    return model.evaluate({name: np.array([case[name] for case in full]) for name in BASE})


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("name", MODELS)
def test_the_browser_computes_what_python_computes(blank: Page, name: str, group: str) -> None:
    model, cases = MODELS[name], GROUPS[group]
    expected, actual = in_python(model, cases), in_browser(blank, model, cases)
    assert list(actual) == list(expected)
    assert_agree(model, expected, actual, group)


def test_a_replaced_equation_runs_in_the_browser(blank: Page) -> None:
    def price(chips: Any, sale_price_per_chip: Any, rent_erosion: Any) -> Any:
        thirds = rent_or_sell.maximum(1 / 3 - rent_erosion, -0.1) ** -2
        return rent_or_sell.where_positive(chips - 100, -thirds, 1e-7 * sale_price_per_chip)

    model = MODELS["rack"].replace(price=price)
    cases = GROUPS["random in range"]
    assert_agree(model, in_python(model, cases), in_browser(blank, model, cases), "replaced")
