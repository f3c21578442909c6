"""The value of evidence beside a nested simulation, and its limits."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from rent_or_sell import ModelError, evidence_value, fleet, rack
from rent_or_sell.answers.draws import draw_worlds, triangular
from rent_or_sell.answers.evidence import GROUPS
from rent_or_sell.answers.luck import uniforms
from rent_or_sell.trainium.signal_reach import signal_reach
from rent_or_sell.trainium.views.evidence import SIGNALS

PAYOFF = "gain_from_offer"
CASES = [
    {"sale_price_per_chip": 29_000.0, "displacement": 0.2},
    {"sale_price_per_chip": 30_000.0, "space_reused": 0.5},
]
EACH, INNER = 4, 10_000  # values of an assumption in each group, and worlds for each of them


def standard_error(contributions: NDArray[np.float64]) -> float:
    """Return the standard error of a mean, from what each independent draw adds to it."""
    return float(contributions.std() / np.sqrt(contributions.size))


def worth(means: NDArray[np.float64]) -> float:
    """Return what it is worth to know which of equally likely payoffs is to be expected."""
    return float(np.maximum(means, 0).mean() - max(means.mean(), 0))


def nested(case: dict[str, float], stream: str) -> NDArray[np.float64]:
    """Return payoffs by brute force: a row for each fixed value of an assumption, all else drawn."""
    names = draw_worlds(rack, [PAYOFF], case, 1).streams[stream]
    worlds = draw_worlds(rack, [PAYOFF], case, INNER, seed=99)
    luck = (np.arange(GROUPS * EACH) + 0.5) / (GROUPS * EACH)
    fixed = {
        name: triangular(
            luck,
            rack.known[name].low,
            case.get(name, rack.known[name].base),
            rack.known[name].high,
        )
        for name in names
    }
    values = {name: worlds.values[name] for name in rack.parameters}
    rows = ({name: at[row] for name, at in fixed.items()} for row in range(luck.size))
    return np.array([rack.evaluate(values | row, [PAYOFF])[PAYOFF] for row in rows])


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("stream", ["displacement", "rents", "rent_erosion", "support_margin"])
def test_it_is_that_of_a_nested_simulation(case: dict[str, float], stream: str) -> None:
    """Apart by no more than three standard errors of the difference, both sides being drawn.

    Given which groups act, either estimate is a mean over independent draws: of what a draw pays
    in its group if that acts, less what it pays if all act. The groups themselves lose less than
    one standard error against values that lie more closely.
    """
    payoffs = nested(case, stream)
    groups = payoffs.reshape(GROUPS, EACH, INNER).mean(axis=1)
    means = groups.mean(axis=1)
    acts = (means > 0).astype(float) - (means.mean() > 0)
    theirs = standard_error((groups * acts[:, None]).mean(axis=0))

    paid = draw_worlds(rack, [PAYOFF], case).values[PAYOFF]
    group = (uniforms(stream, paid.size) * GROUPS).astype(int)
    acting = np.bincount(group, weights=paid, minlength=GROUPS) > 0
    ours = standard_error(paid * (acting[group].astype(float) - (paid.mean() > 0)))

    error = np.hypot(ours, theirs)
    found = evidence_value(rack, PAYOFF, case).values[stream]
    assert abs(found - worth(means)) <= 3 * error
    assert 0 <= worth(payoffs.mean(axis=1)) - worth(means) <= error


def test_what_matters_stands_out_of_what_chance_finds() -> None:
    close = {"sale_price_per_chip": 29_000.0, "displacement": 0.2}
    found = evidence_value(rack, PAYOFF, close)
    assert 0 < found.chance < 0.2 * found.values["displacement"]
    assert list(found.values.values()) == sorted(found.values.values(), reverse=True)


@pytest.mark.parametrize("price", [18_000.0, 24_000.0, 29_000.0, 32_000.0])
def test_it_is_never_negative_and_never_more_than_to_know_everything(price: float) -> None:
    case = {"sale_price_per_chip": price}
    paid = draw_worlds(rack, [PAYOFF], case).values[PAYOFF]
    everything = np.maximum(paid, 0).mean() - max(paid.mean(), 0)
    for value in evidence_value(rack, PAYOFF, case).values.values():
        assert 0 <= value <= everything


def test_what_moves_together_has_one_value_and_what_is_held_none() -> None:
    values = evidence_value(rack, PAYOFF, {"displacement": 0.0}, count=500).values
    assert "rents" in values
    assert "rent_per_chip_hour" not in values
    assert "displacement" not in values
    assert "sale_price_per_chip" not in values


def test_an_offer_that_nobody_takes_brings_nothing() -> None:
    dear = rack.evaluate({"sale_price_per_chip": 30_000})
    assert dear["gain_from_selling"] > 0
    assert dear["gain_from_offer"] == 0
    taken = rack.evaluate({"sale_price_per_chip": 18_000})
    assert taken["gain_from_offer"] == taken["gain_from_selling"] < 0


def test_a_table_has_units_and_a_fleet_is_asked_too() -> None:
    table = evidence_value(fleet, "policy_gain_total", count=500).table()
    assert table.index.name == "draw"
    assert table.attrs["units"] == {"value": fleet.quantity("policy_gain_total").unit}


def test_refusals() -> None:
    with pytest.raises(ModelError, match="gain_from_selling"):
        evidence_value(rack, "gain_from_seling")
    with pytest.raises(ModelError, match="sold_total"):
        evidence_value(fleet, "sold")
    with pytest.raises(ModelError, match="not defined in some draws"):
        evidence_value(rack, "price_floor_per_chip", {"selling_share": 1, "warranty_share": 0.2})


def test_the_signals_bear_on_what_the_watch_list_says() -> None:
    """A draw stands under one signal; the watch list gives each of its assumptions one or more."""
    labels = {signal.label for signal in SIGNALS}
    for row in signal_reach().rows:
        parameter, signals = rack.known[row.key], row.cells[1].split(", ")
        assert labels >= set(signals)
        if parameter.draw:
            (ours,) = [one.label for one in SIGNALS if parameter.draw in one.draws]
            assert ours in signals, row.key
