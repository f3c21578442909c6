"""Rows of a waterfall: each step begins where the one before it ended, and a total begins at zero.

What costs is an outlined bar and what brings money a filled one, so that colour is not needed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

from rent_or_sell.charts.direct_labels import label
from rent_or_sell.charts.palette import PALETTE
from rent_or_sell.extras import brought_by

with brought_by("book"):
    import plotly.graph_objects as go


@dataclass(frozen=True)
class Step:
    """A row: its words, by how much it moves the sum, its colour and whether it is filled.

    A total moves nothing: it shows the sum so far.
    """

    words: str
    change: float
    colour: str
    filled: bool = False
    total: bool = False


@dataclass(frozen=True)
class Row:
    """A step with the places on the axis where its bar begins and ends."""

    step: Step
    start: float
    end: float


def rows_of(steps: Sequence[Step]) -> list[Row]:
    """Return the rows of steps that start from nothing."""
    sums = list(accumulate((0.0 if step.total else step.change for step in steps), initial=0.0))
    return [
        Row(step, 0.0 if step.total else before, after)
        for step, (before, after) in zip(steps, pairwise(sums), strict=True)
    ]


def bars(rows: Sequence[Row], name: str) -> go.Bar:
    """Return the bars of the rows, each on the line of its words."""
    return go.Bar(
        name=name,
        orientation="h",
        y=[row.step.words for row in rows],
        x=[row.end - row.start for row in rows],
        base=[row.start for row in rows],
        marker={
            "color": [PALETTE[row.step.colour if row.step.filled else "paper"] for row in rows],
            "line": {"color": [PALETTE[row.step.colour] for row in rows], "width": 1.5},
        },
    )


def values(rows: Sequence[Row], write: Callable[[Row], str]) -> list[dict[str, Any]]:
    """Return what `write` says of each row, in a column at the right edge, clear of the bars."""
    edge = {"xref": "paper", "xshift": 0}
    return [label(1, row.step.words, write(row), "ink", "left", **edge) for row in rows]
