"""What the explorers say of the fleet, and presets that are one world."""

from __future__ import annotations

import numpy as np
import pytest

from rent_or_sell import Explorer, Model, Scenario, load_models, load_parameters, load_scenarios
from rent_or_sell.book import BOOK
from rent_or_sell.explorer.sentence import say
from rent_or_sell.model.parameters import base_values

PRESETS = [one for one in load_scenarios().values() if one.is_preset]


# The fleet

FLEET = BOOK.model("fleet")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Chips and power nearly match"),
        ({"fleet_kw_per_chip": 0.70}, "Chips bind"),
        ({"fleet_kw_per_chip": 0.90}, "Power binds"),
        ({"rental_demand": 1.5}, "Demand binds"),
    ],
)
def test_what_binds_is_said_where_it_is_not_a_near_thing(
    changes: dict[str, float], said: str
) -> None:
    values = base_values(load_parameters()) | FLEET.evaluate(changes) | changes
    totals = {name: value for name, value in values.items() if np.ndim(value) == 0}
    words = "".join(piece.text for piece in say(BOOK.view("fleet").answer, totals))
    assert words.startswith(said)
    assert " On these guesses offering 10% outside" in words


# Presets


@pytest.mark.parametrize("model", load_models().values(), ids=lambda model: model.name)
def test_a_preset_is_offered_where_it_changes_a_result_and_nowhere_else(model: Model) -> None:
    base = model.evaluate()
    for scenario in PRESETS:
        moved = model.evaluate(scenario)
        changes = any(not np.array_equal(moved[name], base[name], equal_nan=True) for name in base)
        offered = scenario.name in model.presets
        assert offered == (changes or scenario.name == "base"), scenario.name


def test_what_only_serves_the_bridge_is_no_preset() -> None:
    assert not load_scenarios()["no_frictions"].is_preset
    assert all("no_frictions" not in model.presets for model in load_models().values())


@pytest.mark.parametrize("scenario", PRESETS, ids=lambda scenario: scenario.name)
def test_a_preset_is_one_world_in_all_models(scenario: Scenario) -> None:
    """Where a preset says what share of sales costs a rental, the fleet comes to the same."""
    changes = scenario.changes
    if "displacement" in changes:
        displaced = BOOK.model("fleet").evaluate(changes)["fleet_displacement"]
        assert displaced == pytest.approx([changes["displacement"]] * BOOK.years.count)
    for model in load_models().values():
        made = model.presets.get(scenario.name, {})
        assert made.items() <= dict(changes).items()
        assert set(made) == set(changes) & set(model.parameters) or not made


def test_a_presets_meaning_is_printed_once_beside_the_buttons() -> None:
    for model in load_models().values():
        page = Explorer(model).page_html().replace("</span>", "")
        for name in model.presets:
            meaning = load_scenarios()[name].reason.replace("'", "&#39;")
            assert page.count(f'data-meaning="{name}">{meaning}') == (len(model.presets) > 1)


def test_what_a_button_says_of_its_preset_fits_three_lines_of_a_phone() -> None:
    for scenario in load_scenarios().values():
        first = scenario.reason.partition(". ")[0]
        assert len(first) <= 3 * 46, scenario.name


def test_where_two_prices_nearly_meet_they_read_apart_and_the_discount_as_it_was_set() -> None:
    view, model = BOOK.view("parity"), BOOK.model("rack")
    changes = {"parity_discount": 0.2445}
    values = base_values(load_parameters()) | changes | model.evaluate(changes)
    lead, more = say(view.answer[: view.lead], values), say(view.answer[view.lead :], values)
    assert "24.45%" in [piece.text for piece in lead]
    floor, matching = (piece.text for piece in more if piece.name)
    assert floor != matching
