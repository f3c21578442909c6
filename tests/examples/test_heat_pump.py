"""The heat pump: another subject, whose numbers and words hold and which needs no other subject."""

from __future__ import annotations

import math
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from heat_pump.book import BOOK

from rent_or_sell.explorer.sentence import say
from rent_or_sell.explorer.units import result_format, unit_words
from rent_or_sell.model.parameters import base_values
from rent_or_sell.numbers.number_format import format_number
from rent_or_sell.prose.prose_numbers import findings

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "heat_pump"
HEATING = BOOK.model("heating")

# What the two books may set differently.
ITS_OWN = {"title", "favicon", "rent_or_sell_book", "rent_or_sell_report_to"}

CASES: dict[str, Mapping[str, float]] = dict(HEATING.presets) | {
    "money costs nothing": {"discount_rate": 0},
    "money is dear": {"discount_rate": 0.5},
    "one year": {"pump_life": 1},
    "a grant above the price": {"grant": 20_000},
    "free electricity": {"electricity_price": 0},
}


def year_by_year(values: Mapping[str, float]) -> dict[str, float]:
    """Return the heating's results from one bill a year, paid in the middle of each."""
    gas = values["heat_demand"] / values["boiler_efficiency"]
    power = values["heat_demand"] / values["cop"]
    today = [
        (1 + values["discount_rate"]) ** -(year + 0.5) for year in range(int(values["pump_life"]))
    ]
    boiler = math.fsum(gas * values["gas_price"] * worth for worth in today)
    electricity = math.fsum(power * values["electricity_price"] * worth for worth in today)
    paid = values["pump_price"] - min(values["grant"], values["pump_price"])
    return {
        "discounted_years": math.fsum(today),
        "cost_of_boiler": boiler,
        "cost_of_electricity": electricity,
        "cost_of_pump": paid + electricity,
        "gain": boiler - paid - electricity,
        "break_even_gas_price": (paid + electricity) / math.fsum(gas * worth for worth in today),
    }


def values_at(changes: Mapping[str, float]) -> dict[str, Any]:
    return base_values(HEATING.parameters) | dict(changes) | HEATING.evaluate(changes)


def answer(changes: Mapping[str, float]) -> str:
    return "".join(piece.text for piece in say(BOOK.view("heating").answer, values_at(changes)))


def test_the_tables_hold_together() -> None:
    BOOK.facts.validate()


def test_the_model_has_six_equations_and_nine_parameters() -> None:
    assert len(HEATING.equations) == 6
    assert set(HEATING.parameters) == set(BOOK.load_parameters())
    assert len(HEATING.parameters) == 9


def test_a_number_is_sourced_or_says_that_it_is_invented() -> None:
    for name, parameter in HEATING.parameters.items():
        is_invented = parameter.note.startswith("Invented for the example")
        assert is_invented == (parameter.kind == "judgement") == (not parameter.sources), name
    for source in BOOK.facts.sources.values():
        assert source.is_public, source.source_id


@pytest.mark.parametrize("case", CASES)
def test_results_are_those_of_a_sum_year_by_year(case: str) -> None:
    values = base_values(HEATING.parameters) | dict(CASES[case])
    wanted = year_by_year(values)
    assert HEATING.evaluate(CASES[case]) == pytest.approx(wanted, rel=1e-12, abs=1e-9)


@pytest.mark.parametrize("case", CASES)
def test_nobody_gains_at_the_price_that_breaks_even(case: str) -> None:
    price = HEATING.evaluate(CASES[case])["break_even_gas_price"]
    if price <= HEATING.parameters["gas_price"].maximum:
        gain = HEATING.evaluate({**CASES[case], "gas_price": price})["gain"]
        assert gain == pytest.approx(0, abs=1e-6)


def test_no_price_breaks_even_in_a_house_that_needs_no_heat() -> None:
    assert math.isnan(HEATING.evaluate(heat_demand=0)["break_even_gas_price"])


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Keep the boiler: over 18 years the heat pump would cost $800 more. It would pay"),
        ({"gas_price": 0.135}, "Buy the heat pump: over 18 years it costs $7,600 less"),
        ({"grant": 4_800}, "A toss-up: over 18 years the two cost about the same"),
        ({"electricity_price": 0.3}, "alone, $18,600, costs more than the gas that it would save"),
        ({"pump_price": 0, "electricity_price": 0}, "so that no price of gas is too low."),
        ({"heat_demand": 0}, "A house that needs no heat needs neither of them."),
    ],
)
def test_the_answer_covers_its_corners(changes: Mapping[str, float], said: str) -> None:
    assert said in answer(changes)
    assert "not defined" not in answer(changes)


def test_the_explorer_shows_the_results_and_styles_nothing_in_line() -> None:
    html = BOOK.explorer("heating").page_html()
    assert "style=" not in html
    shown = dict(re.findall(r'data-quantity="(\w+)" data-value="([^"]*)"', html))
    assert {name: float(value) for name, value in shown.items()} == HEATING.evaluate()


def test_before_it_has_a_view_a_model_has_an_explorer_of_all_its_controls() -> None:
    html = replace(BOOK, views=()).explorer("heating").page_html()
    assert set(re.findall(r'data-parameter="(\w+)"', html)) == set(HEATING.parameters)


def test_money_for_a_kilowatt_hour_is_written_to_a_tenth_of_a_cent() -> None:
    columns = {"gas_price": "Gas", "break_even_gas_price": "Fence", "gain": "Gain"}
    table = BOOK.result_table("heating", {"Base": {}}, columns, "Money")
    assert table.rows[0].cells == ("Base", "$0.090", "$0.094", "−$796")
    assert unit_words("USD/kWh") == "$/kWh"
    assert format_number(0.0943, result_format("USD/kWh")) == "$0.094"
    assert format_number(12_000.0, result_format("kWh/year")) == "12,000"


def test_every_number_of_the_chapter_is_bound() -> None:
    assert findings(BOOK, EXAMPLE / "book" / "index.md") == []


def test_the_example_loads_no_other_subject() -> None:
    code = (
        "import sys, rent_or_sell.sphinx_ext\n"
        "from heat_pump.book import BOOK\n"
        "BOOK.facts.validate(); BOOK.explorer(); BOOK.data_listing(); BOOK.table('heating')\n"
        "print([name for name in sys.modules if name == 'rent_or_sell.book' "
        "or name.startswith('rent_or_sell.trainium')])"
    )
    path = os.pathsep.join([str(EXAMPLE), str(ROOT)])
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"


# Settings of the page that lists the library and of numbered chapters, which the example does not have.
OF_OTHER_PAGES = (
    "html_secnumber_suffix",
    "- sphinx.ext.",
    "add_module_names",
    "autodoc_",
    "default_role",
    "maximum_signature_line_length",
    "napoleon_",
    "nitpick_ignore_regex",
)


def test_its_settings_are_those_of_the_main_book() -> None:
    assert settings(EXAMPLE) == settings(ROOT)


def settings(folder: Path) -> list[str]:
    """Return the lines of a book's settings without comments and what is a book's own."""
    lines = (folder / "_config.yml").read_text(encoding="utf-8").splitlines()
    keys = [line.strip().partition(":")[0] for line in lines]
    return [
        line
        for line, key in zip(lines, keys, strict=True)
        if key not in ITS_OWN and not key.startswith(("#", *OF_OTHER_PAGES))
    ]
