"""Flip points and solved values: right, nearest, within the limits, and honest about gaps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import heat_pump.book
import numpy as np
import pytest

from rent_or_sell import ModelError, ModelInputError, maximum, minimum, where_positive
from rent_or_sell.answers.flips import flip_points, solve
from rent_or_sell.book import BOOK
from rent_or_sell.model.models import Model

RACK, FLEET = BOOK.model("rack"), BOOK.model("fleet")
HEATING = heat_pump.book.BOOK.model("heating")
QUESTIONS = [
    (RACK, "deal_surplus_per_chip"),
    (RACK, "gain_from_selling"),
    (FLEET, "policy_gain_total"),
    (HEATING, "gain"),
]
COP = HEATING.parameters["cop"]  # from 1 to 8, 2 to 4 in its range, 2.7 in the base case


def curve(equation: Callable[[Any], Any]) -> Model:
    """Return a model whose gain is the given function of the pump's coefficient."""

    def gain(cop: Any) -> Any:
        return equation(cop)

    return HEATING.replace(gain=gain)


def flip(equation: Callable[[Any], Any], now: float, level: float = 0.0) -> float:
    return float(flip_points(curve(equation), "gain", {"cop": now}, level)["flip"]["cop"])


def solved(equation: Callable[[Any], Any], now: float, value: float) -> float:
    return solve(curve(equation), "gain", value, "cop", {"cop": now})


@pytest.mark.parametrize(("model", "answer"), QUESTIONS)
@pytest.mark.parametrize("scenario", ["base", "no_frictions"])
def test_the_answer_changes_sign_at_each_flip_and_nowhere_nearer(
    model: Model, answer: str, scenario: str
) -> None:
    if scenario not in model.scenarios:
        scenario = list(model.scenarios)[-1]
    changes = dict(model.scenarios[scenario].changes)
    now = model.evaluate(changes)[answer]
    flips = flip_points(model, answer, scenario)
    assert list(flips.index[flips["flip"].notna()])
    for key, at in flips["flip"].items():
        name = str(key)
        parameter = model.parameters[name]
        end = flips["now"][name]
        # Sampled more closely than it was searched: between now and the flip, or up to both limits.
        stops = (
            [parameter.minimum, parameter.maximum]
            if np.isnan(at)
            else [end + 0.999999 * (at - end)]
        )
        for stop in stops:
            x = np.linspace(end, stop, 1001)
            between = model.evaluate(changes | {name: x}, [answer])[answer]
            assert (np.sign(between[np.isfinite(between)]) * np.sign(now) >= 0).all(), name
        if np.isfinite(at):
            beyond = at + 1e-6 * (at - end)
            if parameter.minimum <= beyond <= parameter.maximum:
                over = model.evaluate(changes | {name: beyond}, [answer])[answer]
                assert np.sign(over) == -np.sign(now), name


def test_every_parameter_that_the_answer_reads_has_a_row_the_nearest_first() -> None:
    flips = flip_points(RACK, "gain_from_selling")
    assert set(flips.index) == RACK.depends_on("gain_from_selling")
    assert flips["distance"].dropna().is_monotonic_increasing
    never = flips["flip"].isna().tolist()
    assert never == sorted(never)
    spans = flips["high"] - flips["low"]
    assert ((flips["flip"] - flips["now"]).abs() / spans).equals(flips["distance"])
    assert flips.attrs["units"]["sale_price_per_chip"] == "USD/chip"
    assert flips.index.name == "parameter"


def test_a_flip_is_known_where_the_model_itself_solves_for_it() -> None:
    flips = flip_points(RACK, "gain_from_selling")["flip"]
    results = RACK.evaluate()
    assert flips["displacement"] == pytest.approx(results["breakeven_displacement"], rel=1e-11)
    assert flips["sale_price_per_chip"] == pytest.approx(results["price_floor_per_chip"], rel=1e-11)


def test_a_level_other_than_zero_can_be_crossed() -> None:
    flips = flip_points(HEATING, "break_even_gas_price", level=0.12)["flip"]
    for name, at in flips.dropna().items():
        found = HEATING.evaluate({str(name): at})["break_even_gas_price"]
        assert found == pytest.approx(0.12, rel=1e-9), name


def four_roots(cop: Any) -> Any:
    return (cop - 2.2) * (cop - 2.5) * (cop - 3.1) * (cop - 6.3)


@pytest.mark.parametrize(
    ("now", "nearest"), [(1, 2.2), (2.3, 2.2), (2.4, 2.5), (2.7, 2.5), (3, 3.1), (4, 3.1), (7, 6.3)]
)
def test_of_several_flips_the_nearest_is_found(now: float, nearest: float) -> None:
    assert flip(four_roots, now) == pytest.approx(nearest, abs=1e-11)


def test_touching_the_level_is_no_flip_but_a_solution() -> None:
    assert np.isnan(flip(lambda cop: maximum(cop - 3.01, 0), 4))
    assert np.isnan(flip(lambda cop: cop - 1, 4))  # the level is reached at the hard limit
    assert solved(lambda cop: maximum(cop - 3.01, 0), 4, 0) == pytest.approx(3.01, abs=1e-11)
    assert solved(lambda cop: cop - 1, 4, 0) == 1


@pytest.mark.parametrize(("now", "nearest"), [(2.5, 3.01), (7, 5)])
def test_a_level_kept_for_a_while_flips_at_its_nearer_end(now: float, nearest: float) -> None:
    at = flip(lambda cop: maximum(3.01 - cop, 0) - maximum(cop - 5, 0), now)
    assert at == pytest.approx(nearest, abs=1e-11)


@pytest.mark.parametrize("now", [1.5, 2.7, 3.2, 5])
def test_what_is_not_defined_is_never_crossed(now: float) -> None:
    assert np.isnan(flip(lambda cop: where_positive((cop - 3) * (cop - 3.4), 3.2 - cop), now))
    assert np.isnan(flip(lambda cop: 1 / (3.3 - cop), now))
    assert np.isnan(solved(lambda cop: 1 / (3.3 - cop), now, 0))
    assert np.isnan(flip(lambda cop: where_positive(0 * cop, 1), now))


def test_a_flip_right_before_a_gap_is_found_from_either_side_of_it() -> None:
    for now in (2.7, 6):  # defined, and not defined
        assert flip(lambda cop: where_positive(3.03 - cop, 3.001 - cop), now) == pytest.approx(
            3.001
        )
    assert flip(lambda cop: where_positive(cop - 3.03, 3.06 - cop), 2.7) == pytest.approx(3.06)


def test_a_leap_is_a_flip_but_gives_no_value_between() -> None:
    def leap(cop: Any) -> Any:
        return where_positive(cop - 3.3, 1, -1)

    assert flip(leap, 2.7) == pytest.approx(3.3, abs=1e-11)
    assert np.isnan(solved(leap, 2.7, 0))
    assert solved(leap, 2.7, 1) == pytest.approx(3.3, abs=1e-11)


def test_a_steep_curve_in_wide_limits_is_followed_to_its_end() -> None:
    grant = HEATING.parameters["grant"]

    def gain(grant: Any) -> Any:
        return minimum(grant - 4321.5, 1e-3)

    at = flip_points(HEATING.replace(gain=gain), "gain", {"grant": grant.maximum}).loc[
        "grant", "flip"
    ]
    assert at == pytest.approx(4321.5, rel=1e-12)


@pytest.mark.parametrize(("model", "answer"), QUESTIONS)
def test_a_solved_value_gives_the_wanted_answer(model: Model, answer: str) -> None:
    random = np.random.default_rng(1)
    names = sorted(model.depends_on(answer))
    some = 0
    for name in names:
        parameter = model.parameters[name]
        other = float(random.uniform(parameter.low, parameter.high))
        wanted = float(model.evaluate({name: other})[answer])
        at = solve(model, answer, wanted, name)
        assert parameter.minimum <= at <= parameter.maximum
        assert model.evaluate({name: at})[answer] == pytest.approx(wanted, rel=1e-9), name
        assert abs(at - parameter.base) <= abs(other - parameter.base) * (1 + 1e-9)
        some += at != parameter.base
    assert some > len(names) / 2


def test_a_solution_starts_from_the_given_case_and_may_be_where_it_stands() -> None:
    gain = RACK.evaluate({"attach_rate": 0.4})["gain_from_selling"]
    assert solve(RACK, "gain_from_selling", gain, "pue", {"attach_rate": 0.4}) == 1.14
    assert np.isnan(solve(RACK, "gain_from_selling", 1e12, "attach_rate"))
    assert np.isnan(solve(RACK, "gain_from_selling", 1e6, "reference_rack_kw"))  # not read


def test_many_answers_are_set_at_once() -> None:
    wanted = np.array([[0, 5e5], [1e6, 1e12]])
    found = solve(RACK, "gain_from_selling", wanted, "sale_price_per_chip")
    alone = [solve(RACK, "gain_from_selling", one, "sale_price_per_chip") for one in wanted.flat]
    np.testing.assert_array_equal(found, np.reshape(alone, (2, 2)))
    assert np.isnan(alone).tolist() == [False, False, False, True]


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        (("gain_of_selling", 0, "pue"), ModelError, "gain_from_selling"),
        (("gain_from_selling", 0, "pu"), ModelInputError, "pue"),
        (("gain_from_selling", float("nan"), "pue"), ModelInputError, "is not a number"),
        (("gain_from_selling", "lots", "pue"), ModelInputError, "is not a number"),
        (("gain_from_selling", [1e5, np.nan], "pue"), ModelInputError, "is not a number"),
        (("gain_from_selling", 0, "pue", {"pue": 9}), ModelInputError, "hard limits"),
        (("gain_from_selling", 0, "pue", {"pue": [1.1, 1.2]}), ModelInputError, "not one number"),
        (("gain_from_selling", 0, "pue", "bse"), ModelInputError, "base"),
    ],
)
def test_what_cannot_be_asked_is_said(
    arguments: tuple[Any, ...], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        solve(RACK, *arguments)


def test_a_yearly_result_has_no_flip() -> None:
    with pytest.raises(ModelError, match="a single result of fleet"):
        flip_points(FLEET, "sold")


def test_a_flip_between_a_hard_limit_and_a_narrow_range_is_found() -> None:
    # The limits are 0 to 1,000, the range is 1.5 to 2.5: the flip lies near 0.7.
    case = {
        "chips": 73.05,
        "build_cost_per_chip": 18317.5,
        "paid_hours": 0.9422,
        "pue": 1.2133,
        "golive_lag": 0.0239,
        "attach_rate": 0.5805,
        "electricity": 0.0683,
        "load_factor": 0.8101,
        "support_fee_share": 0.0431,
        "discount_rate": 0.092,
        "ai_power_added": 1.8565,
        "power_growth": 0.0689,
        "trainium_power_share": 0.4829,
        "rental_demand": 3.74,
        "rental_demand_growth": 0.041,
        "outside_demand": 0.4805,
        "share_offered": 0.1416,
    }
    fleet = BOOK.model("fleet")
    gains = fleet.evaluate(case | {"chip_supply": [0.7, 0.75]})["policy_gain_total"]
    assert gains[0] < 0 < gains[1]
    flip = flip_points(fleet, "policy_gain_total", case)["flip"]["chip_supply"]
    assert 0.7 < flip < 0.75
