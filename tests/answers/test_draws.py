"""Draws: their distribution, what moves together, what is held, and odds by another method."""

from __future__ import annotations

from math import log2

import numpy as np
import pandas as pd
import pytest
from heat_pump.book import BOOK as HEAT_PUMP
from scipy import stats

from rent_or_sell import ModelError, ModelInputError, draws, fleet, load_parameters, rack
from rent_or_sell.answers.draws import PERCENTILES, draw_worlds
from rent_or_sell.model.parameters import Parameter
from rent_or_sell.trainium.views.odds import CEILING, DEAL, FLOOR, IN_THE_ZONE, ODDS

RESULTS = [spread.name for spread in ODDS.spreads]
POINTS = 2**15  # of the other method
NEVER_DRAWN = {
    "sale_price_per_chip",
    "share_offered",
    "parity_discount",
    "power_rivalry",
    "buyer_opex_share",
}
TOGETHER = ["rent_per_chip_hour", "buyer_value_per_chip_hour", "reference_rent_per_gpu_hour"]


def shape(parameter: Parameter) -> stats.rv_continuous:
    """Return the triangular distribution of a parameter as SciPy has it."""
    width = parameter.high - parameter.low
    return stats.triang((parameter.base - parameter.low) / width, parameter.low, width)


def test_only_decisions_and_which_buyer_are_never_drawn() -> None:
    parameters = load_parameters().values()
    assert {one.name for one in parameters if not one.draw} == NEVER_DRAWN
    assert [one.name for one in parameters if one.draw == "rents"] == TOGETHER
    shared = {one.draw for one in parameters if one.draw} - set(load_parameters())
    assert shared == {"rents"}, "a misspelt name of a draw would be a draw of its own"


def test_each_assumption_has_the_triangular_distribution_of_its_range() -> None:
    worlds = draws(rack, RESULTS)
    drawn = [one for one in rack.parameters.values() if one.name in worlds]
    assert len(drawn) > 30
    for parameter in drawn:
        fit = stats.kstest(worlds[parameter.name], shape(parameter).cdf)
        assert fit.pvalue > 1e-4, parameter.name


def test_only_what_the_results_read_is_drawn_and_has_the_same_luck_in_every_model() -> None:
    few = draws(rack, ["build_cost"], count=50)
    assert list(few) == ["chips", "build_cost_per_chip", "build_cost"]
    pd.testing.assert_series_equal(few["chips"], draws(rack, RESULTS, count=50)["chips"])
    ours = draws(fleet, ["policy_gain_total"], count=50)["attach_rate"]
    pd.testing.assert_series_equal(ours, draws(rack, RESULTS, count=50)["attach_rate"])


def test_rents_move_together_unless_asked_otherwise() -> None:
    together = draws(rack, RESULTS)[TOGETHER].rank()
    assert (together.nunique(axis=1) == 1).all()
    alone = draws(rack, RESULTS, independent=True)[TOGETHER].corr("spearman")
    assert np.abs(alone.to_numpy()[np.triu_indices(3, 1)]).max() < 0.04


def test_the_mode_is_the_cases_own_value_and_what_leaves_its_range_is_held() -> None:
    low = load_parameters()["displacement"].low
    moved = draws(rack, RESULTS, {"displacement": low, "rent_per_chip_hour": 0.5})
    assert "rent_per_chip_hour" not in moved
    assert moved["displacement"].median() < draws(rack, RESULTS)["displacement"].median()
    same = draws(rack, RESULTS)["buyer_value_per_chip_hour"]
    pd.testing.assert_series_equal(moved["buyer_value_per_chip_hour"], same)


def test_a_row_is_a_case_of_the_model() -> None:
    worlds = draws(rack, RESULTS, count=40)
    drawn = [name for name in worlds if name in rack.parameters]
    again = rack.evaluate(worlds[drawn], RESULTS)
    for name in RESULTS:
        np.testing.assert_array_equal(worlds[name], again[name])
    assert worlds.attrs["units"]["displacement"] == "fraction"
    assert worlds.attrs["units"][FLOOR] == "USD/chip"


def test_yearly_results_have_a_column_a_year_and_another_book_is_drawn_too() -> None:
    worlds = draws(fleet, ["sold"], count=30)
    assert [name for name in worlds if "[" in str(name)] == [
        f"sold[{year}]" for year in fleet.years
    ]
    assert worlds.attrs["units"]["sold[2026]"] == "million chips/year"
    heating = HEAT_PUMP.draws("heating", ["gain"], count=30)
    assert len(heating.columns) == len(HEAT_PUMP.model("heating").parameters) + 1


@pytest.mark.parametrize(("independent", "deals"), [(False, 0.32), (True, 0.41)])
def test_the_odds_are_those_of_quasi_monte_carlo(independent: bool, deals: float) -> None:
    """SciPy's Sobol points through SciPy's triangular distributions: nothing of ours but the model."""
    read = {name for result in RESULTS for name in rack.depends_on(result)}
    drawn = [p for p in rack.parameters.values() if p.name in read and p.draw]
    keys = list(dict.fromkeys(p.name if independent else p.draw for p in drawn))
    points = stats.qmc.Sobol(len(keys), seed=7).random_base2(round(log2(POINTS)))
    columns = dict(zip(keys, points.T, strict=True))
    cases = {p.name: shape(p).ppf(columns[p.name if independent else p.draw]) for p in drawn}
    found = rack.evaluate(cases, RESULTS)
    ours = draw_worlds(rack, RESULTS, independent=independent)
    price = load_parameters()["sale_price_per_chip"].base
    zone = (found[FLOOR] <= price) & (price <= found[CEILING])
    error = 3 * 0.5 / np.sqrt(ours.count)  # three standard errors of a share, at their largest
    assert np.mean(found[CEILING] > found[FLOOR]) == pytest.approx(deals, abs=0.01)
    assert ours.share(DEAL.when) == pytest.approx(np.mean(found[CEILING] > found[FLOOR]), abs=error)
    assert ours.share(IN_THE_ZONE.when) == pytest.approx(np.mean(zone), abs=error)
    for name in RESULTS:
        expected = np.quantile(found[name], [0.05, 0.5, 0.95])
        spread = expected[2] - expected[0]
        assert ours.percentiles(name) == pytest.approx(list(expected), abs=0.03 * spread), name


def test_the_chosen_price_lies_in_the_zone_in_about_seven_of_a_hundred() -> None:
    assert draw_worlds(rack, RESULTS).share(IN_THE_ZONE.when) == pytest.approx(0.07, abs=0.01)


def test_what_is_not_defined_holds_no_condition_and_has_no_percentiles() -> None:
    worlds = draw_worlds(rack, RESULTS, {"selling_share": 1, "warranty_share": 0.2}, 50)
    assert worlds.share(DEAL.when) == 0
    assert np.isnan(worlds.percentiles(FLOOR)).all()
    assert np.isfinite(worlds.percentiles(CEILING)).all()


def test_how_many_worlds_percentiles_leave_out_is_told() -> None:
    """A floor is missing where selling costs what is paid, which depends on what is drawn."""
    case = {"selling_share": 1.0}
    worlds, table = draw_worlds(rack, RESULTS, case), draws(rack, RESULTS, case)
    missing = int(table[FLOOR].isna().sum())
    assert 0 < missing < worlds.count
    assert table.attrs["undefined"] == {FLOOR: missing}
    assert worlds.undefined(FLOOR) == missing / worlds.count
    assert worlds.percentiles(FLOOR) == pytest.approx(table[FLOOR].quantile(list(PERCENTILES)))
    among = np.isnan(worlds.values[FLOOR])
    assert worlds.undefined(FLOOR, among) == 1
    assert worlds.undefined(FLOOR, ~among) == worlds.undefined(CEILING) == 0
    assert draws(rack, RESULTS).attrs["undefined"] == {}


@pytest.mark.parametrize(
    ("asked", "changes", "error", "said"),
    [
        (["npv_rend"], {}, ModelError, "npv_rent"),
        (["npv_rent"], {"chip": 1}, ModelInputError, "chips"),
        (["npv_rent"], {"chips": [1, 2]}, ModelInputError, "is not one number"),
        (["npv_rent"], {"chips": 1e9}, ModelInputError, "hard limits"),
    ],
)
def test_what_cannot_be_drawn_is_said(
    asked: list[str], changes: dict[str, float], error: type[Exception], said: str
) -> None:
    with pytest.raises(error, match=said):
        draws(rack, asked, changes)
