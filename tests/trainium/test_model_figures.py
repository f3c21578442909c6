"""The model page's charts and tables show what the models compute, and their titles are true."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import plotly.graph_objects as go
import pytest

from rent_or_sell import evaluate, load_parameters, load_scenarios
from rent_or_sell.book import BOOK
from rent_or_sell.charts.palette import PALETTE
from rent_or_sell.trainium.figures import payback
from rent_or_sell.trainium.figures.floor_and_ceiling import (
    ceiling_steps,
    floor_and_ceiling,
    floor_steps,
)
from rent_or_sell.trainium.figures.rivalry import (
    alternative_for_the_power,
    gpu_rent_where_racks_earn_alike,
)
from rent_or_sell.trainium.figures.tenth import where_the_tenth_comes_from
from rent_or_sell.trainium.figures.two_lives import two_lives_of_one_rack
from rent_or_sell.trainium.scarce_unit import scarce_unit

FIGURES = [
    alternative_for_the_power,
    floor_and_ceiling,
    two_lives_of_one_rack,
    payback.payback_and_margin,
    where_the_tenth_comes_from,
]
BASE = {name: parameter.base for name, parameter in load_parameters().items()}


def bars(figure: go.Figure) -> dict[str, tuple[Any, Any]]:
    """Return where each bar begins and how far it goes, by its words."""
    return {
        words: (start, change)
        for trace in figure.data
        if isinstance(trace, go.Bar)
        for words, start, change in zip(trace.y, trace.base, trace.x, strict=True)
    }


@pytest.mark.parametrize("figure", FIGURES)
def test_a_chart_says_in_words_what_it_shows_and_whence(figure: Callable[[], go.Figure]) -> None:
    layout = figure().layout
    assert layout.title.text and layout.meta["summary"] and layout.meta["source"]
    assert layout.showlegend is False
    assert {note.font.color for note in layout.annotations} <= set(PALETTE.values())


@pytest.mark.parametrize("scenario", load_scenarios())
def test_the_steps_add_up_to_floor_and_ceiling_in_every_scenario(scenario: str) -> None:
    changes = load_scenarios()[scenario].changes
    values = BASE | dict(changes) | BOOK.model("rack").evaluate(changes)
    for steps, price in (
        (floor_steps, "price_floor_per_chip"),
        (ceiling_steps, "price_ceiling_per_chip"),
    ):
        assert sum(step.change for step in steps(values)) == pytest.approx(values[price])


def test_services_kept_lower_the_floor_and_rivalry_the_ceiling() -> None:
    changes = {"attach_kept": 0.3, "power_rivalry": 1.0}
    values = BASE | changes | BOOK.model("rack").evaluate(changes)
    steps = {step.words: step.change for step in floor_steps(values) + ceiling_steps(values)}
    assert steps["Services kept"] == pytest.approx(-0.3 * values["pv_attached"] / values["chips"])
    assert steps["Nvidia’s claim on the power"] < -4000


def test_floor_ceiling_and_their_marks_stand_where_the_models_put_them() -> None:
    base = evaluate("rack")
    figure = floor_and_ceiling()
    drawn = bars(figure)
    assert drawn["Amazon’s floor"] == (0, pytest.approx(base["price_floor_per_chip"]))
    assert drawn["Buyer’s ceiling"] == (0, pytest.approx(base["price_ceiling_per_chip"]))
    zone, price, match = ((shape.x0, shape.x1) for shape in figure.layout.shapes)
    assert zone == (base["price_floor_per_chip"], base["price_ceiling_per_chip"])
    assert price == (BASE["sale_price_per_chip"],) * 2
    assert match == (evaluate("parity")["discounted_price_per_chip"],) * 2
    assert "$21,100 and $24,000" in figure.layout.title.text


def test_a_rack_is_drawn_with_each_of_its_chips_and_its_numbers_are_the_models() -> None:
    figure, values = two_lives_of_one_rack(), BASE | evaluate("rack")
    squares = next(shape.path for shape in figure.layout.shapes if shape.type == "path")
    assert squares.count("M") == values["chips"]
    words = " ".join(note.text for note in figure.layout.annotations)
    for amount in ("$2.30 M", "$3.17 M", "$1.35 M", "$0.80 M", "180 kW"):
        assert amount in words
    made, paid = values["build_cost"], values["price"]
    assert (round(made / 1e6, 2), round(paid / 1e6, 2)) == (2.30, 3.17)


def test_who_has_the_rack_bears_its_costs_in_the_hue_of_that_life() -> None:
    figure = two_lives_of_one_rack()
    boxes = [shape for shape in figure.layout.shapes if shape.type == "rect"]
    fills = [(box.fillcolor, box.y0 > 0) for box in boxes]
    assert (PALETTE["first-pale"], False) in fills, "AWS, below"
    assert (PALETTE["second-pale"], True) in fills, "the buyer, above"
    kept = next(
        cells for what, *cells in figure.layout.meta["table"] if what == "What Amazon keeps"
    )
    assert kept == ["$1.35 M", "$0.80 M"]


def test_the_way_to_the_base_starts_at_the_rent_and_ends_at_the_value_needed() -> None:
    figure = where_the_tenth_comes_from()
    drawn = bars(figure)
    *steps, total = drawn.values()
    needed = evaluate("rack")["buyer_value_needed"]
    assert total == (0, pytest.approx(100 * (needed - BASE["rent_per_chip_hour"])))
    assert sum(change for _, change in steps) == pytest.approx(total[1])
    amounts = [round(change, 1) for _, change in steps]
    assert amounts == [12.7, 8.9, 6.0, -15.4]
    assert (
        "add 28 cents an hour, sales that cost no rental take 15 away" in figure.layout.title.text
    )


def test_every_change_of_the_frictions_is_in_a_step_of_its_own_name() -> None:
    from rent_or_sell.trainium.figures.tenth import GROUPS

    grouped = {name for names in GROUPS.values() for name in names}
    assert grouped == set(load_scenarios()["no_frictions"].changes)


def test_no_rent_meets_both_at_the_base_and_a_narrow_span_does_with_a_years_wait() -> None:
    bands = {"payback_years": payback.payback_band(), "operating_margin": payback.margin_band()}

    def meets_both(case: payback.Case) -> Any:
        lines = ((case.line(check), band) for check, band in bands.items())
        inside = [(line >= low) & (line <= high) for line, (low, high) in lines]
        return payback.RENTS[inside[0] & inside[1]]

    base, long, late = payback.cases()
    assert not len(meets_both(base)) and not len(meets_both(long))
    rents = meets_both(late)
    assert 1.1 < rents.min() < rents.max() < BASE["rent_per_chip_hour"]


def test_the_points_are_where_the_base_meets_each_band() -> None:
    paid, earned = payback.base_meets()
    payback_there = evaluate("rack", {"rent_per_chip_hour": paid})["payback_years"]
    margin_there = evaluate("rack", {"rent_per_chip_hour": earned})["operating_margin"]
    assert payback_there == pytest.approx(sum(payback.payback_band()) / 2, abs=1e-3)
    assert margin_there == pytest.approx(sum(payback.margin_band()) / 2, abs=1e-4)


def test_assumptions_that_reconcile_are_as_good_as_the_page_says() -> None:
    _, long, late = payback.cases()
    words = load_scenarios()["amazon_words"].changes["rent_per_chip_hour"]
    assert long.at("payback_years", words) == pytest.approx(2.90, abs=0.005)
    assert long.at("operating_margin", words) == pytest.approx(0.317, abs=0.0005)
    assert late.at("payback_years", 1.1) == pytest.approx(2.91, abs=0.005)
    assert late.at("operating_margin", 1.1) == pytest.approx(0.361, abs=0.0005)


def test_payback_with_falling_rents_is_a_sum_year_by_year() -> None:
    # 0.25 years of waiting; then 1.331 of the 2.304 million dollars in the first year
    assert payback.payback_with_falling_rents(BASE["rent_per_chip_hour"]) == pytest.approx(
        0.25 + 1 + (2.304 - 1.331206) / (1.495563 * 0.92 - 0.164357), abs=1e-4
    )
    source = payback.payback_and_margin().layout.meta["source"]
    assert "3.2 years at $0.83 and 2.1 years at $1.20" in source


def test_both_racks_earn_alike_at_the_rent_found() -> None:
    rent = gpu_rent_where_racks_earn_alike()
    there = evaluate("rack", {"reference_rent_per_gpu_hour": rent})
    trainium = there["buyer_gain"] / there["facility_power"]
    assert there["alternative_value_per_mw"] == pytest.approx(trainium)
    assert f"${rent:.2f}" == "$3.12"
    assert "$3.12" in alternative_for_the_power().layout.title.text


def test_the_table_of_scarce_units_is_the_models() -> None:
    assert [row.cells[1:] for row in scarce_unit().rows] == [
        ("$9,400", "$5,590"),
        ("$6.6 M", "a sale uses none"),
        ("$0.30", "a sale is paid at once"),
    ]
