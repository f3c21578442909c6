"""The charts of rents, prices, run rates and supply show what the tables and models hold."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from rent_or_sell import evaluate, load_parameters, load_table
from rent_or_sell.charts import doubt
from rent_or_sell.charts.direct_labels import label
from rent_or_sell.charts.palette import PALETTE
from rent_or_sell.trainium.compute_rents import rents_per_pflop
from rent_or_sell.trainium.figures.accelerator import performance_and_price, pflops
from rent_or_sell.trainium.figures.fleet import displacement_and_power, turning_points
from rent_or_sell.trainium.figures.market import chips_and_price, price_that_gives
from rent_or_sell.trainium.figures.nvidia import nvidia_quarters
from rent_or_sell.trainium.figures.ranges import CHIPS, POWER, chips_and_power
from rent_or_sell.trainium.figures.rental import TERMS, capacity_block_rents, rents_by_term
from rent_or_sell.trainium.figures.scale import amazon_chips_for_scale
from rent_or_sell.trainium.figures.tsmc import READINGS, tsmc_customers

FIGURES = [
    amazon_chips_for_scale,
    capacity_block_rents,
    chips_and_power,
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
    figure = rents_by_term()
    prices = sorted(trace(figure, "H100").x)
    said = re.findall(r"\$(\d+\.\d+)", figure.layout.title.text)
    assert [float(price) for price in said] == pytest.approx([prices[0], prices[-1]], abs=0.005)


def test_what_no_public_document_shows_is_hollow_and_has_a_question_mark() -> None:
    rows, figure = facts("rental_prices"), rents_by_term()
    spot = {rows[fact]["value"] for fact in TERMS["Spot price or index"]}
    hollow = {
        price
        for one in figure.data
        for price, fill in zip(one.x, one.marker.color, strict=True)
        if fill == PALETTE["paper"]
    }
    asked = {note.x for note in figure.layout.annotations if "?" in note.text}
    assert hollow == asked == spot
    assert doubt.KEY in figure.layout.meta["source"]


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
    bars = [trace(figure, name) for name in ("Data center", "Everything else")]
    totals = [sum(parts) for parts in zip(*(one.y for one in bars), strict=True)]
    revenue = load_table("nvidia_quarterly")["revenue_million_usd"] / 1000
    assert totals == pytest.approx((4 * revenue).tolist())
    assert f"{totals[-1]:.0f} billion" in figure.layout.title.text
    assert str(trace(figure, "Amazon’s hypothetical figure").y[0]) == "50.0"


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


def test_tsmcs_bars_are_the_tables_and_say_which_are_forecasts() -> None:
    rows = facts("tsmc")
    (bars,) = tsmc_customers().data
    assert list(bars.x) == [rows[fact]["value"] for fact, _ in READINGS.values()]
    said = ["forecast" in name for name in bars.y]
    assert said == [rows[fact]["firmness"] == "estimate" for fact, _ in READINGS.values()]


def test_each_count_of_chips_and_power_is_a_point_or_a_range() -> None:
    rows, ours = facts("supply_constraints"), load_parameters()["chip_supply"]
    figure = chips_and_power()
    ranges = {one.y[0]: tuple(one.x) for one in figure.data if one.mode == "lines+markers"}
    points = {one.y[0]: one.x[0] for one in figure.data if one.mode == "markers"}
    assert ranges.pop("2026, our range") == (ours.low, ours.high)
    assert points.pop("2026, our range") == ours.base
    for words, fact in (CHIPS | POWER).items():
        if fact in rows:
            row = rows[fact]
            assert points.get(words) == (None if pd.isna(row["value"]) else row["value"])
            ends = (row["value_low"], row["value_high"])
            assert ranges.get(words) == (None if pd.isna(ends[0]) else ends)


def test_displacement_turns_at_the_two_points_and_nowhere_between() -> None:
    dear, free = turning_points()
    powers = [dear * 0.999, dear, dear * 1.001, free * 0.999, free, free * 1.001]
    displaced = [
        evaluate("fleet", {"fleet_kw_per_chip": power})["fleet_displacement"][0] for power in powers
    ]
    assert displaced == pytest.approx([1, 1, 0.99, 0.01, 0, 0], abs=1e-3)
    assert f"At {dear:.2f} kW" in displacement_and_power().layout.title.text


def test_displacement_in_the_chart_is_the_fleets() -> None:
    power = load_parameters()["fleet_kw_per_chip"]
    line = trace(displacement_and_power(), "1.5 million chips")
    model = evaluate("fleet", {"chip_supply": 1.5, "fleet_kw_per_chip": power.low})
    assert line.y[0] == pytest.approx(model["fleet_displacement"][0])
    (base,) = trace(displacement_and_power(), "base case").y
    assert base == pytest.approx(evaluate("fleet")["fleet_displacement"][0], abs=0.01)
