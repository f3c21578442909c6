"""The explorer of every model: values equal to Python's, charts true to them."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, expect
from readers import Reader, catch_up, explorer, follow, link

from rent_or_sell import evaluate, load_parameters
from rent_or_sell.book import BOOK
from rent_or_sell.explorer.sentence import say
from rent_or_sell.model.parameters import base_values

pytestmark = pytest.mark.engines

Changes = dict[str, float]
Vector = dict[str, Any]
VECTORS = json.loads((Path(__file__).parents[1] / "vectors.json").read_text())
# Where the explorer of each view stands in the book.
PAGES = {"rack": "index", "fleet": "supply", "market": "fifty-billion", "parity": "bottleneck"}
EACH = [pytest.param(4, id="some"), pytest.param(1, id="all", marks=pytest.mark.exhaustive)]
READ_ALL = """root => [...root.querySelectorAll("table.results [data-quantity]")]
  .map(e => [e.dataset.quantity, e.dataset.year ?? "", e.dataset.value])"""
READ_CHARTS = """root => [
  ...[...root.querySelectorAll("[data-part] svg, [data-part] circle")].flatMap(e =>
    ["width", "height", "cx", "cy"].map(name => e.getAttribute(name)).filter(text => text?.endsWith("%")).map(parseFloat)),
  ...[...root.querySelectorAll(".plot-line")].flatMap(e => e.getAttribute("d").match(/-?[\\d.]+/g).map(Number)),
]"""
READ_WORDS = """root => [...root.querySelectorAll(
  ".headline, .note, .chart figcaption, .plot-label, .axis, .chart-bars, .results"
)].map(e => e.textContent.replace(/\\s+/g, " ").trim())"""


@pytest.mark.parametrize("each", EACH)
@pytest.mark.parametrize("view", PAGES)
def test_values_equal_pythons_for_the_worked_cases(reader: Reader, view: str, each: int) -> None:
    page, model = reader.open(PAGES[view]), BOOK.view(view).model
    for case in VECTORS[::each]:
        inputs = {name: case["inputs"][name] for name in BOOK.model(model).parameters}
        follow(page, link(inputs, view))
        expect(explorer(page, view).locator(".ignored")).to_be_hidden()
        assert_shown(explorer(page, view), view, inputs, case[model])
    assert not reader.errors


def assert_shown(root: Locator, view: str, inputs: Changes, vector: Vector) -> None:
    """An explorer shows what Python computes and what the worked case says, and says it."""
    shown = root.evaluate(READ_ALL)
    python = evaluate(BOOK.view(view).model, inputs)
    assert {name for name, _, _ in shown} == set(python)
    for name, year, text in shown:
        wanted = python[name][int(year) - BOOK.years.first] if year else python[name]
        got = float(text or "nan")
        assert got == pytest.approx(wanted, rel=1e-9, abs=1e-9, nan_ok=True), (name, year)
        worked = vector.get(name, python[name])
        worked = worked[int(year) - BOOK.years.first] if year else worked
        worked = math.nan if worked is None else worked
        assert got == pytest.approx(worked, rel=1e-9, abs=1e-9, nan_ok=True), (name, year)
    values = base_values(load_parameters()) | inputs | python
    spoken = "".join(piece.text for piece in say(BOOK.view(view).answer, values))
    assert root.locator(".answer").evaluate("e => e.textContent") == spoken


@pytest.mark.chromium
@pytest.mark.parametrize("view", PAGES)
def test_javascript_draws_the_charts_that_python_drew(
    reader: Reader, browser: Browser, view: str
) -> None:
    page = reader.open(PAGES[view])
    context = browser.new_context(java_script_enabled=False)
    still = context.new_page()
    still.goto(page.url)
    catch_up(explorer(page, view))
    drawn = explorer(page, view).evaluate(READ_CHARTS)
    assert drawn
    assert explorer(still, view).evaluate(READ_CHARTS) == pytest.approx(drawn, abs=0.02)
    assert explorer(still, view).evaluate(READ_WORDS) == explorer(page, view).evaluate(READ_WORDS)
    context.close()


def test_the_best_share_is_where_outside_demand_is_met(reader: Reader) -> None:
    page = reader.open("supply", link({"chip_supply": 2.5}, "fleet"))
    demand_met = base_values(load_parameters())["outside_demand"] / 2.5
    label = explorer(page, "fleet").locator(".plot-label.plot-best")
    expect(label).to_have_text(f"best share {demand_met:.0%}")


def test_every_point_of_the_line_gives_the_stated_figure(reader: Reader) -> None:
    page = reader.open("fifty-billion")
    path = explorer(page, "market").locator(".plot-line").get_attribute("d") or ""
    parts = page.evaluate("explorersHere.specs[0].parts")
    (plot,) = [part["settings"] for part in parts if part["kind"] == "line"]
    pairs = [tuple(map(float, pair.split())) for pair in path.removeprefix("M").split("L")]
    for across, down in pairs[::10]:
        chips = plot["low"] + across / 100 * (plot["high"] - plot["low"])
        price = plot["highest"] * (1 - down / 100)
        if 1 <= price <= 1_000_000:
            run_rate = evaluate("market", {"chip_supply": chips, "sale_price_per_chip": price})
            assert run_rate["merchant_run_rate"] == pytest.approx(plot["level"], rel=1e-3)
