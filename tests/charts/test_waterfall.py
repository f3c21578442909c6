"""A waterfall's bars follow one another, and its totals show the sum so far."""

from __future__ import annotations

from rent_or_sell.charts.palette import PALETTE
from rent_or_sell.charts.waterfall import Step, bars, rows_of, values

STEPS = [
    Step("first", 5, "first"),
    Step("back", -2, "second", filled=True),
    Step("so far", 0, "ink", filled=True, total=True),
    Step("on", 4, "first"),
]


def test_each_step_begins_where_the_last_one_ended_and_a_total_at_zero() -> None:
    ends = [(row.start, row.end) for row in rows_of(STEPS)]
    assert ends == [(0, 5), (5, 3), (0, 3), (3, 7)]


def test_bars_are_as_long_as_their_steps_and_hollow_unless_filled() -> None:
    drawn = bars(rows_of(STEPS), "Steps")
    assert list(drawn.base) == [0, 5, 0, 3]
    assert list(drawn.x) == [5, -2, 3, 4]
    hollow = [fill == PALETTE["paper"] for fill in drawn.marker.color]
    assert hollow == [True, False, False, True]


def test_values_stand_in_one_column_on_the_lines_of_their_steps() -> None:
    notes = values(rows_of(STEPS), lambda row: f"{row.end:g}")
    assert [(note["y"], note["text"]) for note in notes] == [
        ("first", "5"),
        ("back", "3"),
        ("so far", "3"),
        ("on", "7"),
    ]
    assert {(note["x"], note["xref"], note["xanchor"]) for note in notes} == {(1, "paper", "right")}
