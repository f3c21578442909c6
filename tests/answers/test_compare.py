"""Why two cases differ, and what would settle it: nothing smaller does, and nothing leaves its room."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray

import rent_or_sell
from rent_or_sell import Change, Comparison, ModelError, ModelInputError, compare, evaluate, rack

GAIN = "gain_from_selling"
PARAMETERS = rent_or_sell.load_parameters()
SCENARIOS = rent_or_sell.load_scenarios()
# Cases whose answers differ in sign, with one, two and many assumptions that differ.
DISAGREE = [
    (None, "chips_scarce", GAIN),
    (None, "enterprise", GAIN),
    ("enterprise", None, GAIN),
    (None, "tpu_precedent", GAIN),
    ("strongest", "weakest", GAIN),
    (None, "weakest", "deal_surplus_per_chip"),
]


def values(case: str | None) -> dict[str, float]:
    base = {name: each.base for name, each in PARAMETERS.items()}
    return base | dict(SCENARIOS[case].changes if case else {})


def room(name: str, a: str | None, b: str | None) -> tuple[float, float, float]:
    """Return the least and the most that an assumption may become, and its range."""
    each, ends = PARAMETERS[name], (values(a)[name], values(b)[name])
    return min(each.low, *ends), max(each.high, *ends), each.high - each.low


def moved(a: str | None, change: Change) -> dict[str, float]:
    """Return by how much of its range each assumption moves."""
    start = values(a)
    return {
        name: (value - start[name]) / (PARAMETERS[name].high - PARAMETERS[name].low)
        for name, value in change.values.items()
    }


def agrees(made: Comparison, answers: NDArray[np.float64]) -> NDArray[np.bool_]:
    agree: NDArray[np.bool_] = (answers > 0) == (made.bridge.end > 0)
    return agree


def moving(made: Comparison) -> list[str]:
    """Return what may settle it: the assumptions on which the cases differ, and no decision."""
    return [name for name in made.bridge.steps if PARAMETERS[name].draw]


def test_a_decision_settles_nothing() -> None:
    made = compare("rack", GAIN, None, {"sale_price_per_chip": 17_000})
    assert not made.agree
    assert (made.one, made.two) == (None, None)
    both = compare("rack", GAIN, None, {"sale_price_per_chip": 17_000, "attach_rate": 0.4})
    assert both.one
    assert set(both.one.values) == {"attach_rate"}


@pytest.mark.parametrize(("a", "b", "answer"), DISAGREE)
def test_the_changes_make_both_agree_and_are_as_long_as_they_say(
    a: str | None, b: str | None, answer: str
) -> None:
    made = compare("rack", answer, a, b)
    assert not made.agree
    changes = [change for change in (made.one, made.two) if change]
    assert changes
    scale = max(abs(made.bridge.start), abs(made.bridge.end))
    for change, count in zip(changes, (1, 2), strict=False):
        after = evaluate("rack", values(a) | dict(change.values))[answer]
        assert after == pytest.approx(0, abs=1e-6 * scale)
        assert len(change.values) == count
        assert change.ranges == pytest.approx(np.hypot.reduce([*moved(a, change).values()]))
        for name, value in change.values.items():
            low, high, _ = room(name, a, b)
            assert low <= value <= high
            assert name in moving(made)


@pytest.mark.parametrize(("a", "b", "answer"), DISAGREE)
def test_no_smaller_change_of_one_does_it(a: str | None, b: str | None, answer: str) -> None:
    made = compare("rack", answer, a, b)
    nearer = 0.999 * made.one.ranges if made.one else np.inf
    for name in moving(made):
        low, high, width = room(name, a, b)
        start = values(a)[name]
        tried = np.linspace(
            max(low, start - nearer * width), min(high, start + nearer * width), 999
        )
        found = rack.evaluate(values(a) | {name: tried}, [answer])[answer]
        assert not agrees(made, found).any(), name


@pytest.mark.parametrize(("a", "b", "answer"), DISAGREE)
def test_no_smaller_change_of_two_does_it(a: str | None, b: str | None, answer: str) -> None:
    made = compare("rack", answer, a, b)
    shortest = min((one.ranges for one in (made.one, made.two) if one), default=np.inf)
    nearer = shortest * (0.999 if made.two else 0.99)
    random = np.random.default_rng(8)
    for pair in combinations(moving(made), 2):
        angle, distance = random.uniform(0, 2 * np.pi, 4000), nearer * random.uniform(0.5, 1, 4000)
        tried = {}
        for name, part in zip(pair, (np.cos(angle), np.sin(angle)), strict=True):
            low, high, width = room(name, a, b)
            tried[name] = np.clip(values(a)[name] + part * distance * width, low, high)
        found = rack.evaluate(values(a) | tried, [answer])[answer]
        assert not agrees(made, found).any(), pair


def test_an_assumption_that_explains_little_may_settle_it() -> None:
    other = {
        "build_cost_per_chip": 21_000.0,
        "support_fee_share": 0.0218,
        "attach_kept": 0.172,
        "residual_share": 0.114,
        "building_per_mw": 12_700_000.0,
        "cloud_opex_share": 0.089,
        "support_years": 4.4,
        "rental_years": 4.95,
        "rent_erosion": 0.0805,
    }
    made = compare("rack", GAIN, None, other)
    assert list(made.bridge.steps)[-1] == "rent_erosion"
    assert made.one
    assert made.two
    assert set(made.one.values) == {"rent_erosion"}
    assert set(made.two.values) == {"build_cost_per_chip", "rent_erosion"}


def test_two_are_told_only_where_they_are_less_than_one() -> None:
    both = compare("rack", GAIN, None, "enterprise")
    assert both.one
    assert both.two
    assert both.two.ranges < 0.99 * both.one.ranges
    assert compare("rack", GAIN, None, "chips_scarce").two is None


def test_cases_that_agree_need_no_change_and_still_have_an_unknown() -> None:
    made = compare("rack", GAIN, None, "strongest")
    assert made.agree
    assert (made.one, made.two) == (None, None)
    assert made.unknown == next(iter(made.bridge.steps))


def test_the_same_case_twice_has_nothing_to_find_out() -> None:
    made = compare("rack", GAIN, "weakest", "weakest")
    assert made.agree
    assert made.unknown is None
    assert "nothing differs" in repr(made)


def test_a_decision_is_no_unknown() -> None:
    dear = {"sale_price_per_chip": 32_000, "attach_rate": 0.25}
    made = compare("rack", GAIN, None, dear)
    assert next(iter(made.bridge.steps)) == "sale_price_per_chip"
    assert made.unknown == "attach_rate"


def test_zero_counts_as_not_above_it() -> None:
    made = compare("fleet", "policy_gain_total", None, {"share_offered": 0})
    assert made.bridge.end == 0
    assert not made.agree


def test_where_no_single_one_does_it_two_may() -> None:
    made = compare("rack", "deal_surplus_per_chip", "strongest", "weakest")
    assert made.one is None
    assert made.two


def test_where_everything_speaks_for_the_answer_neither_one_nor_two_turns_it() -> None:
    reads = sorted(rack.depends_on(GAIN))
    ends = {name: (PARAMETERS[name].low, PARAMETERS[name].high) for name in reads}
    gains = {name: [rack.evaluate({name: end})[GAIN] for end in ends[name]] for name in reads}
    best = {name: ends[name][int(np.argmax(gains[name]))] for name in reads}
    worst = {name: ends[name][int(np.argmin(gains[name]))] for name in reads}
    made = compare("rack", GAIN, best, worst)
    assert not made.agree
    assert (made.one, made.two) == (None, None)


def test_what_cannot_be_compared_is_said() -> None:
    with pytest.raises(ModelError, match="not defined in 'b'"):
        compare("rack", "price_floor_per_chip", None, {"selling_share": 1, "support_fee_share": 0})
    with pytest.raises(ModelError, match="'sold' is not a single result"):
        compare("fleet", "sold", None, "enterprise")
    with pytest.raises(ModelInputError, match="enterprize"):
        compare("rack", GAIN, None, "enterprize")
