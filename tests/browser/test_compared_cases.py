"""Why two cases differ: the page says what Python says, over random pairs of cases."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
from browser_model import page_with
from heat_pump.book import BOOK as HEAT_PUMP
from playwright.sync_api import Browser, Page

from rent_or_sell import ModelError, load_models
from rent_or_sell.answers.bridge import EXACT_UP_TO
from rent_or_sell.answers.cases import values_of
from rent_or_sell.answers.compare import Comparison, compare
from rent_or_sell.answers.settle import Change
from rent_or_sell.model.models import Model

pytestmark = pytest.mark.engines

MODELS = {**load_models(), "heating": HEAT_PUMP.model("heating")}
ASKED = [
    ("rack", "gain_from_selling"),
    ("rack", "deal_surplus_per_chip"),
    ("rack", "buyer_value_needed"),
    ("fleet", "policy_gain_total"),
    ("heating", "gain"),
]
SEED = 20261126
# How many assumptions are changed, pair by pair: of few the bridge is exact, of many a mean.
CHANGES = [
    pytest.param((2, 3, 3, 5, 5, EXACT_UP_TO + 1), id="few"),
    pytest.param((1, 2, 3, 5, 8, 20, 40) * 4, id="many", marks=pytest.mark.exhaustive),
]

# Numbers travel as text: JSON knows no NaN.
COMPARE = """async ([name, answer, parameters, decisions, a, b]) => {
  const { bridge } = await import("/answers/bridge.js");
  const { agree, settle, unknownOf } = await import("/answers/compare.js");
  const { evaluateMany, makePlan } = await import("/compute.js");
  const model = models[name];
  const many = (columns, count, wanted) => evaluateMany(model, columns, count, wanted);
  const plan = makePlan(model, a, [answer]);
  const reads = new Set(model.parameters.filter((each) => plan[each]));
  const question = { answer, a, b, reads, many };
  const made = bridge(question);
  const found = { ...made, agree: agree(made), unknown: unknownOf(made, decisions), ...settle(question, made, parameters) };
  const asText = (_, value) => (typeof value === "number" ? String(value) : value);
  return JSON.stringify(found, asText);
}"""

Case = dict[str, float]


@pytest.fixture(scope="module")
def models(browser: Browser) -> Page:
    """A page with the generated models."""
    return page_with(browser, {name: model.javascript() for name, model in MODELS.items()})


def on_the_page(page: Page, model: str, answer: str, a: Case, b: Case) -> dict[str, Any]:
    """Return what the page's code says of two cases."""
    parameters = MODELS[model].parameters
    ends = [{name: values_of(MODELS[model], case)[name] for name in parameters} for case in (a, b)]
    ranges = {
        name: {"low": each.low, "high": each.high, "draw": each.draw}
        for name, each in parameters.items()
    }
    decisions = [name for name, each in parameters.items() if not each.draw]
    return dict(json.loads(page.evaluate(COMPARE, [model, answer, ranges, decisions, *ends])))


def draw(model: Model, random: np.random.Generator, changes: int) -> Case:
    """Return a case with some assumptions anywhere in their ranges, a tenth beyond where allowed."""
    names = random.choice(
        list(model.parameters), min(changes, len(model.parameters)), replace=False
    )
    drawn = {}
    for name in names.tolist():
        each = model.parameters[name]
        value = each.low + random.uniform(-0.1, 1.1) * (each.high - each.low)
        drawn[name] = float(np.clip(value, each.minimum, each.maximum))
    return drawn


def assert_same(made: Comparison, found: Mapping[str, Any], case: str) -> None:
    size = 1e-9 * max(abs(made.bridge.start), abs(made.bridge.end))
    assert float(found["start"]) == pytest.approx(made.bridge.start, rel=1e-9, abs=size), case
    assert float(found["end"]) == pytest.approx(made.bridge.end, rel=1e-9, abs=size), case
    steps = {name: float(amount) for name, amount in found["steps"]}
    assert steps == pytest.approx(dict(made.bridge.steps), rel=1e-9, abs=size), case
    assert found["exact"] is made.bridge.exact, case
    assert (found["agree"], found["unknown"]) == (made.agree, made.unknown), case
    for change, its in ((made.one, found["one"]), (made.two, found["two"])):
        assert as_numbers(its) == pytest.approx(as_given(change), rel=1e-9, abs=1e-9), case


def as_given(change: Change | None) -> dict[str, float]:
    return {**change.values, "ranges": change.ranges} if change else {}


def as_numbers(found: Mapping[str, Any] | None) -> dict[str, float]:
    values = {**found["values"], "ranges": found["ranges"]} if found else {}
    return {name: float(value) for name, value in values.items()}


@pytest.mark.parametrize("pairs", CHANGES)
@pytest.mark.parametrize(("model", "answer"), ASKED)
def test_the_page_says_what_python_says(
    models: Page, model: str, answer: str, pairs: tuple[int, ...]
) -> None:
    random = np.random.default_rng(SEED)
    seen = {"exact": 0, "averaged": 0, "one": 0, "two": 0}
    for changes in pairs:
        a, b = (draw(MODELS[model], random, changes) for _ in range(2))
        case = f"{answer} of {model} from {a} to {b}"
        found = on_the_page(models, model, answer, a, b)
        try:
            made = compare(MODELS[model], answer, a, b)
        except ModelError:
            assert found["undefinedWith"] is not None, case
            continue
        assert found["undefinedWith"] is None, case
        assert_same(made, found, case)
        assert made.bridge.exact is (len(made.bridge.steps) <= EXACT_UP_TO)
        seen["exact" if made.bridge.exact else "averaged"] += 1
        seen["one"] += made.one is not None
        seen["two"] += made.two is not None
    assert seen["exact"]
    assert seen["averaged"] or len(MODELS[model].parameters) <= EXACT_UP_TO
    assert answer == "buyer_value_needed" or (seen["one"] and seen["two"])
