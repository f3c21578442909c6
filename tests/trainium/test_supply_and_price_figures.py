"""The charts of rents, prices, run rates and supply show what the tables and models hold."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import plotly.graph_objects as go
import pytest

from rent_or_sell import evaluate, load_parameters, load_table
from rent_or_sell.charts.direct_labels import label
from rent_or_sell.charts.palette import PALETTE
from rent_or_sell.trainium.compute_rents import rents_per_pflop
from rent_or_sell.trainium.figures.accelerator import performance_and_price, pflops
from rent_or_sell.trainium.figures.fleet import displacement_and_power, turning_points
from rent_or_sell.trainium.figures.market import chips_and_price, price_that_gives
from rent_or_sell.trainium.figures.nvidia import nvidia_quarters
from rent_or_sell.trainium.figures.rental import capacity_block_rents, rents_by_term
from rent_or_sell.trainium.figures.scale import amazon_chips_for_scale
from rent_or_sell.trainium.figures.tsmc import READINGS, tsmc_customers

FIGURES = [
    amazon_chips_for_scale,
    capacity_block_rents,
    chips_and_price,
    displacement_and_power,
    nvidia_quarters,
    performance_and_price,
    rents_by_term,
    tsmc_customers,
]


def facts(table: str) -> dict[Any, dict[Any, Any]]:
    """Return a table's rows by their id."""
    return load_table(table).set_index("fact_id").to_dict("index")


def trace(figure: go.Figure, name: str) -> Any:
    """Return the one trace of that name."""
    (found,) = [one for one in figure.data if one.name == name]
    return found


@pytest.mark.parametrize("figure", FIGURES)
def test_a_chart_says_in_words_what_it_shows_and_whence(figure: Callable[[], go.Figure]) -> None:
    layout = figure().layout
    assert layout.title.text and layout.meta["summary"] and layout.meta["source"]
    assert layout.showlegend is False


@pytest.mark.parametrize("figure", FIGURES)
def test_labels_have_colours_that_follow_the_readers_theme(
    figure: Callable[[], go.Figure],
) -> None:
    assert {note.font.color for note in figure().layout.annotations} <= set(PALETTE.values())


def test_a_label_takes_the_changes_it_is_given() -> None:
    assert label(1, 2, "here", "ink", "above", xanchor="left")["xanchor"] == "left"


def test_block_rents_rose_for_newer_nvidia_chips_and_not_for_trainium() -> None:
    rows = load_table("rental_prices").query("term == 'capacity block' and as_of >= '2026'")
    change = {}
    for one in capacity_block_rents().data:
        in_2026 = [rent for day, rent in zip(one.x, one.y, strict=True) if day >= "2026"]
        assert set(in_2026) <= set(rows["value"])
        change[one.name] = in_2026[-1] - in_2026[0]
    assert {chip for chip, more in change.items() if more > 0} == {"H100", "H200", "B200", "B300"}
    assert {chip for chip, more in change.items() if more == 0} == {
        "Trainium1",
        "Trainium2",
        "A100",
    }


def test_rents_by_term_are_those_of_the_table() -> None:
    prices = facts("rental_prices")
    h100 = trace(rents_by_term(), "H100")
    reserved = dict(zip(h100.y, h100.x, strict=True))["AWS, reserved"]
    assert reserved == prices["RP030"]["value"]


def test_the_title_says_how_much_the_term_moves_the_rent_of_one_chip() -> None:
    spread = [max(chip.x) / min(chip.x) for chip in rents_by_term().data]
    assert 1.5 < min(spread) < 2.5 and 3.5 < max(spread) < 4.5
    assert "2 to 4 times" in rents_by_term().layout.title.text


def test_performance_is_per_chip() -> None:
    assert pflops("GB300") == pytest.approx(5.0)
    assert pflops("Trainium3") == pytest.approx(2.517)


def test_the_title_of_performance_and_price_is_the_parity_models() -> None:
    free = evaluate("parity", {"parity_discount": 0})["discounted_price_per_chip"]
    assert free == pytest.approx(27_932, abs=1)
    assert "$27,900" in performance_and_price().layout.title.text


def test_a_pflop_rents_for_less_on_trainium2_by_a_saving_that_grew() -> None:
    savings = [row.cells[-1] for row in rents_per_pflop().rows]
    assert savings == ["13%", "—", "34%", "—"]


def test_nvidias_run_rates_stand_at_the_height_of_their_quarters() -> None:
    figure = nvidia_quarters()
    assert figure.layout.yaxis2.range[1] == 4 * figure.layout.yaxis.range[1]
    bars = [trace(figure, name) for name in ("Data center", "Everything else")]
    totals = dict(zip(bars[0].x, map(sum, zip(bars[0].y, bars[1].y, strict=True)), strict=True))
    marks = trace(figure, "Run rate, billion dollars a year")
    for quarter, rate in zip(marks.x, marks.y, strict=True):
        assert 4 * totals[quarter] == pytest.approx(rate)
    assert [round(rate) for rate in marks.y] == [326, 385]


def test_the_scale_holds_what_amazon_said() -> None:
    said = facts("amazon_statements")
    figure = amazon_chips_for_scale()
    stated = trace(figure, "Custom chips, stated").y
    assert list(stated) == [said[one]["value"] for one in ("JL36", "JL01", "JL37")]
    assert list(trace(figure, "Custom chips, hypothetical").y) == [said["JL05"]["value"]]
    assert trace(figure, "Intel, revenue").y[-1] == facts("peers_annual")["PA05"]["value"]


def test_the_price_that_gives_a_run_rate_gives_it() -> None:
    price = price_that_gives(50, 2.0, 0.7)
    changes = {"chip_supply": 2.0, "trainium_share": 0.7, "sale_price_per_chip": price}
    assert evaluate("market", changes)["merchant_run_rate"] == pytest.approx(50)


def test_tsmcs_bars_are_the_tables_and_forecasts_are_outlined() -> None:
    rows = facts("tsmc")
    (bars,) = tsmc_customers().data
    assert list(bars.x) == [rows[fact]["value"] for fact, _ in READINGS.values()]
    hollow = [fill == PALETTE["paper"] for fill in bars.marker.color]
    assert hollow == [rows[fact]["firmness"] == "estimate" for fact, _ in READINGS.values()]


def test_displacement_turns_at_the_two_points_and_nowhere_between() -> None:
    dear, free = turning_points()
    powers = [dear * 0.999, dear, dear * 1.001, free * 0.999, free, free * 1.001]
    displaced = [
        evaluate("fleet", {"fleet_kw_per_chip": power})["fleet_displacement"][0] for power in powers
    ]
    assert displaced == pytest.approx([1, 1, 0.99, 0.01, 0, 0], abs=1e-3)
    assert "11% more kilowatts" in displacement_and_power().layout.title.text


def test_displacement_in_the_chart_is_the_fleets() -> None:
    power = load_parameters()["fleet_kw_per_chip"]
    line = trace(displacement_and_power(), "1.5 million chips")
    model = evaluate("fleet", {"chip_supply": 1.5, "fleet_kw_per_chip": power.low})
    assert line.y[0] == pytest.approx(model["fleet_displacement"][0])
    (base,) = trace(displacement_and_power(), "base case").y
    assert base == pytest.approx(evaluate("fleet")["fleet_displacement"][0], abs=0.01)
