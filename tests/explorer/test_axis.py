"""The values of an axis are few, round, within its ends, and have no digit too many."""

from __future__ import annotations

import pytest

from rent_or_sell.explorer.axis import finer, marks, slots, ticks


@pytest.mark.parametrize(
    ("low", "high", "most", "values"),
    [
        (0, 1, 6, [0, 0.2, 0.4, 0.6, 0.8, 1]),
        (-2.68e6, 1.74e6, 6, [-2e6, -1e6, 0, 1e6]),
        (0, 5.3, 7, [0, 1, 2, 3, 4, 5]),
        (3, 7, 5, [3, 4, 5, 6, 7]),
        (-0.5, 0.5, 3, [-0.5, 0, 0.5]),
    ],
)
def test_values_are_round_and_within_the_ends(
    low: float, high: float, most: int, values: list[float]
) -> None:
    assert ticks(low, high, most) == pytest.approx(values)


@pytest.mark.parametrize("span", [1e-6, 0.003, 0.7, 1, 9.99, 42, 1e5, 3.3e9])
@pytest.mark.parametrize("most", [3, 4, 6, 7])
def test_there_are_never_more_than_there_is_room_for(span: float, most: int) -> None:
    for start in (-0.9, -0.5, 0, 0.21):
        assert 1 <= len(ticks(start * span, (start + 1) * span, most)) <= most


@pytest.mark.parametrize(
    ("code", "step", "found"),
    [
        ("$.2M", 1e6, "$.0M"),
        ("$.2M", 5e5, "$.1M"),
        (".0%", 0.2, ".0%"),
        (".0%", 0.005, ".1%"),
        ("$,.3r", 10, "$,.0f"),
        (".2f", 0.5, ".1f"),
    ],
)
def test_digits_are_as_many_as_the_steps_need(code: str, step: float, found: str) -> None:
    assert finer(code, step) == found


def test_slots_that_are_not_used_are_empty() -> None:
    filled = slots(0, 2e6, "$.2M", 6, up=True)
    assert [text for _, text in filled] == ["$0.0 M", "$0.5 M", "$1.0 M", "$1.5 M", "$2.0 M", ""]
    assert [place for place, text in filled if text] == pytest.approx([1, 0.75, 0.5, 0.25, 0])
    assert marks(filled, filled).count("M") == 2 * 5
