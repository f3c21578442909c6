"""Chart of what is known of chips and of power: each count a point, each range a line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from rent_or_sell.book import BOOK
from rent_or_sell.charts import doubt
from rent_or_sell.charts.direct_labels import framed, label
from rent_or_sell.charts.palette import PALETTE
from rent_or_sell.charts.row_axis import row_axis
from rent_or_sell.tables.cell_text import is_missing, number_text
from rent_or_sell.trainium.figures.doubted import doubted

# Row → its fact, or the parameter whose range is ours.
CHIPS = {
    "In use, March 2026": "SC019",
    "Made to end of 2025": "SC035",
    "2026, one bank": "SC023",
    "One expert, undated": "SC024",
    "2026, our range": "chip_supply",
}
POWER = {
    "Added in 2025": "SC002",
    "AI, online 2025": "SC005",
    "AI, online 2026": "SC006",
    "Needed, our model": "SC034b",
    "Needed, newest racks": "SC034",
}
MADE = ("SC023", "SC024")
OURS = "ink"  # the book's own sums and ranges


@dataclass(frozen=True)
class Count:
    """A row: its value and range (either may be missing), whose it is, and whether in doubt."""

    words: str
    value: float | None
    low: float | None
    high: float | None
    qualifier: str
    colour: str
    in_doubt: bool

    @property
    def text(self) -> str:
        """The range, or the value where there is none."""
        return f"{self._said} ?" if self.in_doubt else self._said

    @property
    def spoken(self) -> str:
        """The same, for who hears it."""
        return f"{self._said}, no public document found" if self.in_doubt else self._said

    @property
    def _said(self) -> str:
        ends = [one for one in (self.low, self.high) if one is not None]
        said = " to ".join(map(number_text, ends or self.values))
        return " ".join(filter(None, (self.qualifier, said)))

    @property
    def end(self) -> float:
        """The last place that is marked."""
        return max(self.values)

    @property
    def values(self) -> list[float]:
        """All that is stated."""
        return [one for one in (self.value, self.low, self.high) if one is not None]


def chips_and_power() -> go.Figure:
    """Return the counts of chips above, in millions, and those of power beneath, in gigawatts."""
    chips, power = ([_count(*row) for row in rows.items()] for rows in (CHIPS, POWER))
    spoken = (
        f"{what}: {'; '.join(f'{one.words}: {one.spoken}' for one in counts)}."
        for what, counts in (("Million Trainium chips", chips), ("Gigawatts", power))
    )
    return framed(
        [*_drawn(chips, "", "Million chips"), *_drawn(power, "2", "Gigawatts")],
        "Neither the chips nor the power is known well enough to say which is short",
        " ".join(spoken),
        "Source: TechCrunch, Epoch AI, Morgan Stanley, an expert’s call and Jassy; in ink our own "
        f"sums. Needed: by {_made()} million chips. Of the counts by others the last three were not "
        f"found again. {doubt.KEY}",
        height=350,
        annotations=[*_labels(chips, ""), *_labels(power, "2")],
        xaxis=_across("Million Trainium chips", chips, "y"),
        yaxis=_rows(CHIPS, domain=[0.6, 1]),
        xaxis2=_across("Gigawatts", power, "y2"),
        yaxis2=_rows(POWER, domain=[0, 0.4], anchor="x2"),
    )


def _made() -> str:
    """Return the two counts of a year's chips whose need of power is drawn."""
    facts = (BOOK.fact(f"supply_constraints.{name}") for name in MADE)
    return " to ".join(number_text(fact.number) for fact in facts)


def _rows(names: Mapping[str, str], **changes: Any) -> dict[str, Any]:
    """Return an axis of names that stay on one line each."""
    return row_axis(list(names), ticktext=list(names), categoryarray=list(names), **changes)


def _count(words: str, name: str) -> Count:
    if name not in BOOK.facts.table("supply_constraints")["fact_id"].tolist():
        ours = BOOK.load_parameters()[name]
        return Count(words, ours.base, ours.low, ours.high, "", OURS, in_doubt=False)
    (row,) = BOOK.rows("supply_constraints", [name]).to_dict("records")
    value, low, high = (
        None if is_missing(row[column]) else float(row[column])
        for column in ("value", "value_low", "value_high")
    )
    qualifier = "" if is_missing(row["qualifier"]) else row["qualifier"]
    colour = OURS if row["firmness"] == "derived" else "muted"
    return Count(words, value, low, high, qualifier, colour, *doubted([row]))


def _drawn(counts: list[Count], axis: str, name: str) -> list[go.Scatter]:
    axes = {"xaxis": f"x{axis}", "yaxis": f"y{axis}", "showlegend": False}
    ranges = [
        go.Scatter(
            x=[one.low, one.high],
            y=[one.words] * 2,
            name=f"{name}, range",
            mode="lines+markers",
            line={"color": PALETTE[one.colour], "width": 2.5},
            marker={"symbol": "line-ns-open", "size": 10, "line": {"width": 2.5}},
            **axes,
        )
        for one in counts
        if one.low is not None
    ]
    points = [
        go.Scatter(
            x=[one.value],
            y=[one.words],
            name=name,
            mode="markers",
            marker=doubt.marker(one.colour, [one.in_doubt]),
            **axes,
        )
        for one in counts
        if one.value is not None
    ]
    return [*ranges, *points]


def _labels(counts: list[Count], axis: str) -> list[dict[str, Any]]:
    axes = {"xref": f"x{axis}", "yref": f"y{axis}"}
    return [label(one.end, one.words, one.text, one.colour, "right", **axes) for one in counts]


def _across(title: str, counts: list[Count], anchor: str) -> dict[str, Any]:
    room = {"range": [0, 1.75 * max(one.end for one in counts)], "nticks": 5}
    return room | {"title": title, "anchor": anchor, "showgrid": False}
