"""Odds and the value of evidence are the same in a browser as in Python: the same seeded draws."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
from browser_model import page_with
from playwright.sync_api import Browser, Page

from rent_or_sell import load_models
from rent_or_sell.answers.draws import draw_worlds
from rent_or_sell.answers.evidence import GROUPS, IDLE, value_of_knowing
from rent_or_sell.answers.luck import SEED, uniforms
from rent_or_sell.explorer.widget import Explorer
from rent_or_sell.model.models import Model

COUNT = 2_000
SCENARIOS = 12
ASKED = {
    "rack": ("price_floor_per_chip", "price_ceiling_per_chip", "gain_from_offer"),
    "fleet": ("policy_gain_total", "sold_total", "displaced_total"),
    "market": ("merchant_run_rate", "internal_run_rate", "run_rate_ratio"),
}
MODELS = {name: load_models()[name] for name in ASKED}

UNIFORMS = """async ([stream, count, seed]) => {
  const { uniforms } = await import("/answers/luck.js");
  return [...uniforms(stream, count, seed)];
}"""

# Numbers travel as text: JSON knows no NaN.
ANSWERS = """async ([spec, changes, asked, independent, seed, count, rest]) => {
  const { createState } = await import("/state.js");
  const { drawing, share } = await import("/answers/draws.js");
  const { percentiles } = await import("/answers/percentiles.js");
  const { valueOfKnowing } = await import("/answers/evidence.js");
  const traits = { _spec: spec, changes };
  const host = { get: (name) => traits[name], set() {}, save_changes() {}, on() {}, off() {} };
  const worlds = drawing(createState(host, models), seed)(asked, count, independent);
  const [first, second, payoff] = asked;
  const { values, chance } = valueOfKnowing(worlds, payoff, { seed, ...rest });
  return JSON.stringify({
    shares: [share(worlds, [[first, ">", second]]), share(worlds, [[payoff, ">", 0]])],
    percentiles: asked.map((name) => percentiles(worlds.values[name], [0.05, 0.5, 0.95])),
    values, chance,
  }, (_, value) => (typeof value === "number" ? String(value) : value));
}"""


@pytest.fixture(scope="module")
def models(browser: Browser) -> Page:
    """A page with the generated models, by the names that their explorers give them."""
    made = {}
    for model in MODELS.values():
        explorer = Explorer(model)
        made[explorer._generated.key] = explorer._generated.code
    return page_with(browser, made)


def scenarios(model: Model) -> list[dict[str, float]]:
    """Return the base case and random cases: of each some values leave their ranges."""
    random = np.random.default_rng(8)
    cases: list[dict[str, float]] = [{}]
    for _ in range(SCENARIOS):
        case = {}
        for parameter in model.parameters.values():
            wide = 0.2 * (parameter.high - parameter.low)
            value = random.uniform(parameter.low - wide, parameter.high + wide)
            case[parameter.name] = float(np.clip(value, parameter.minimum, parameter.maximum))
        chosen = random.permutation(list(case))[: int(random.integers(1, len(case)))]
        cases.append({name: case[name] for name in chosen})
    return cases


def in_python(model: Model, case: dict[str, float], independent: bool) -> dict[str, Any]:
    first, second, payoff = asked = ASKED[model.name]
    worlds = draw_worlds(model, asked, case, COUNT, independent=independent)
    values, chance = value_of_knowing(worlds, payoff)
    return {
        "shares": [worlds.share([(first, ">", second)]), worlds.share([(payoff, ">", 0)])],
        "percentiles": [worlds.percentiles(name) for name in asked],
        "values": values,
        "chance": chance,
    }


@pytest.mark.parametrize("stream", ["rents", "attach_rate", "idle 7"])
@pytest.mark.parametrize("seed", [SEED, 0, 2**32 - 1])
def test_the_luck_is_the_same_to_the_last_bit(models: Page, stream: str, seed: int) -> None:
    found = models.evaluate(UNIFORMS, [stream, 500, seed])
    assert found == uniforms(stream, 500, seed).tolist()


@pytest.mark.parametrize("independent", [False, True])
@pytest.mark.parametrize("model", MODELS.values(), ids=MODELS)
def test_page_and_python_say_the_same(models: Page, model: Model, independent: bool) -> None:
    spec = Explorer(model)._spec
    rest = {"groups": GROUPS, "idle": IDLE}
    for case in scenarios(model):
        asked = [spec, case, ASKED[model.name], independent, SEED, COUNT, rest]
        found = json.loads(
            models.evaluate(ANSWERS, asked),
            object_hook=lambda pairs: {key: _number(value) for key, value in pairs.items()},
        )
        expected = in_python(model, case, independent)
        assert set(found["values"]) == set(expected["values"]), case
        paid = max(abs(value) for row in expected["percentiles"] for value in row)
        for key in ("shares", "percentiles", "chance"):
            assert_close(found[key], expected[key], paid)
        for name, value in expected["values"].items():
            assert_close(found["values"][name], value, paid)


def assert_close(found: Any, expected: Any, size: float) -> None:
    """A value of evidence is a small difference of large sums: its error is that of the payoff."""
    found, expected = np.asarray(found, float), np.asarray(expected, float)
    np.testing.assert_allclose(
        found, expected, rtol=1e-9, atol=1e-9 * size if np.isfinite(size) else 0
    )


def _number(value: Any) -> Any:
    if isinstance(value, list):
        return [_number(one) for one in value]
    return float(value) if isinstance(value, str) else value
