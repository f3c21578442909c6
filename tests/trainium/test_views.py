"""What the explorers say: the sentence in every corner, and presets that are one world."""

from __future__ import annotations

import numpy as np
import pytest

from rent_or_sell import Explorer, Model, Scenario, load_models, load_parameters, load_scenarios
from rent_or_sell.book import BOOK
from rent_or_sell.explorer.sentence import Sentence, say
from rent_or_sell.model.parameters import base_values
from rent_or_sell.trainium.views.rack import DEAL, SHOWN

RACK = BOOK.model("rack")
PRESETS = [one for one in load_scenarios().values() if one.is_preset]
NO_DEAL = ("But this buyer", "no price suits both", "no buyer would pay", "eat", "take more than")


def spoken(sentence: Sentence, **changes: float) -> str:
    values = base_values(load_parameters()) | RACK.evaluate(changes) | changes
    return "".join(piece.text for piece in say(sentence, values))


def answer(**changes: float) -> str:
    return spoken(BOOK.view("rack").answer, **changes)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "selling pays if fewer than 6 in 10 racks sold would have been rented anyway"),
        ({}, "With 5 in 10 Amazon gains $0.13 M a rack; this buyer can pay up to $24,000"),
        ({}, "One that can have Nvidia’s racks instead, and wants 40% off, pays $16,800"),
        ({"displacement": 0.58}, "With 58 in 100"),
        ({"displacement": 0.7}, "With 7 in 10 Amazon loses"),
        ({"displacement": 1}, "With 10 in 10 no price suits both"),
        ({"rent_per_chip_hour": 1}, "pays even if every rack sold would have been rented"),
        ({"sale_price_per_chip": 17000}, "With 5 in 10 Amazon loses"),
        ({"sale_price_per_chip": 15000}, "never pays, even if no rack"),
        ({"sale_price_per_chip": 30000}, "But this buyer can pay $24,000 at most"),
        ({"rent_per_chip_hour": 0.5}, "pays however many racks would have been rented anyway"),
        ({"rent_per_chip_hour": 0.5, "sale_price_per_chip": 15000}, "pays if more than"),
        ({"sale_price_per_chip": 7000, "rent_per_chip_hour": 0.6}, "and neither does renting"),
        ({"sale_price_per_chip": 16350}, "pays only if hardly any rack"),
        ({"sale_price_per_chip": 25000, "rent_per_chip_hour": 1.6}, "selling would pay if fewer"),
        ({"sale_price_per_chip": 28000}, "selling would pay even if every rack"),
        ({"power_rivalry": 1, "reference_rent_per_gpu_hour": 5}, "an Nvidia rack would earn more"),
        ({"sale_price_per_chip": 21097}, "Amazon neither gains nor loses"),
        ({"rent_per_chip_hour": 0.5, "sale_price_per_chip": 15000}, "Amazon"),
        ({"selling_share": 1, "warranty_share": 0.2}, "Selling never pays here"),
        ({"buyer_value_per_chip_hour": 0}, "no buyer would pay anything"),
        ({"power_rivalry": 1}, "no price suits both"),
    ],
)
def test_the_answer_says_what_holds_in_each_corner(changes: dict[str, float], said: str) -> None:
    assert said in answer(**changes)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "A deal at this price: Amazon gains $0.13 M a rack, the buyer keeps $0.33 M."),
        ({}, "is worth $1.32; to this one it is worth $1.45, and AWS rents it out for $1.20."),
        ({"displacement": 0.9}, "A narrow zone"),
        ({"displacement": 1}, "No deal at any price"),
        ({"sale_price_per_chip": 30000}, "No buyer at this price"),
        ({"sale_price_per_chip": 17000}, "Selling loses at this price, though a deal exists"),
        ({"selling_share": 1, "warranty_share": 0.2}, "No floor"),
        ({"rent_per_chip_hour": 0.5, "sale_price_per_chip": 15000}, "Neither life pays"),
    ],
)
def test_the_price_line_says_the_first_case_that_holds(
    changes: dict[str, float], said: str
) -> None:
    assert said in spoken(DEAL, **changes)


def test_the_answer_never_sounds_like_a_deal_where_no_buyer_can_pay() -> None:
    random = np.random.default_rng(3)
    parameters = [load_parameters()[name] for name in RACK.parameters]
    draws = {p.name: random.uniform(p.low, p.high, 400) for p in parameters}
    values = draws | RACK.evaluate(draws)
    deals = 0
    for case in range(400):
        one = {name: float(column[case]) for name, column in values.items()}
        said = "".join(piece.text for piece in say(BOOK.view("rack").answer, one))
        price, ceiling = one["sale_price_per_chip"], one["price_ceiling_per_chip"]
        is_deal = one["price_floor_per_chip"] <= price <= ceiling
        deals += is_deal
        is_even = abs(one["gain_from_selling"]) < SHOWN
        assert ("Amazon gains" in said) == (is_deal and not is_even), one
        if ceiling < price:
            assert "selling pays" not in said, one
            assert any(words in said for words in NO_DEAL), one
    assert 20 < deals < 380


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
        page = Explorer(model)._repr_mimebundle_()[0]["text/html"]
        for name in model.presets:
            meaning = load_scenarios()[name].reason.replace("'", "&#39;")
            assert page.count(f'data-meaning="{name}">{meaning}<') == (len(model.presets) > 1)
