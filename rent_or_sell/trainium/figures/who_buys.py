"""A picture of who buys from whom, and who lends a hand with the money, from the tables of facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from rent_or_sell.book import BOOK
from rent_or_sell.charts.direct_labels import HIDDEN_AXIS, Side, framed, label
from rent_or_sell.charts.palette import PALETTE
from rent_or_sell.facts.addresses import look_up_row
from rent_or_sell.tables.cell_text import cell_text
from rent_or_sell.trainium.hues import RENT, SELL

Point = tuple[float, float]

# Who stands where, from the left and from the foot: who is paid stands above who pays.
FIRMS = {
    "Nvidia": (0.16, 1.0),
    "Broadcom": (0.74, 1.0),
    "Amazon": (0.38, 0.5),
    "Google": (0.88, 0.5),
    "OpenAI": (0.16, 0.0),
    "Anthropic": (0.6, 0.0),
    "Meta": (0.92, 0.0),
}
# Columns of the table behind, and their headings.
COLUMNS = {
    "claim": "What was said",
    "value": "How much",
    "unit": "Unit",
    "firmness": "How firmly",
    "as_of": "When",
}
BACKS = "muted"
# How a kind of line is named above the picture, and how it is spoken.
KINDS = {
    RENT: ("rents", "rents from"),
    SELL: ("takes chips", "takes chips or racks from"),
    BACKS: ("invests, guarantees", "invests in, or guarantees for,"),
}
PIXELS = 0.1  # of a line's width, for a billion dollars
THIN = 1.5  # where no dollars are stated
FIRM = ("filing", "company statement")
BROKEN = "14px,5px"  # where it is reported or estimated


@dataclass(frozen=True)
class Relation:
    """A line: who pays whom, its kind, its facts, what stands beside it, and where."""

    payer: str
    paid: str
    kind: str
    facts: tuple[str, ...]
    line: tuple[Point, Point]
    words: str
    place: float  # of the words, from the payer's end
    side: Side

    @property
    def rows(self) -> list[Mapping[str, Any]]:
        """The rows that state it."""
        return [look_up_row(BOOK.facts, address) for address in self.facts]

    @property
    def billions(self) -> float:
        """The dollars that they state, together."""
        return sum(float(row["value"]) for row in self.rows if row["unit"] == "billion USD")

    @property
    def is_firm(self) -> bool:
        """Whether a company or a filing states all of it."""
        return all(row["firmness"] in FIRM for row in self.rows)

    @property
    def label(self) -> str:
        """The words beside it, with what the rows state."""
        values = [row["value"] for row in self.rows]
        qualifier = self.rows[0]["qualifier"]
        return self.words.format(*values, total=sum(values), qualifier=qualifier)


RELATIONS = (
    Relation(
        *("Nvidia", "OpenAI", BACKS, ("nvidia_facts.NV16",)),
        *(((0.135, 1), (0.135, 0)), "{qualifier}<br>{0:.0f}", 0.3, "left"),
    ),
    Relation(
        *("Amazon", "Nvidia", SELL, ("nvidia_facts.NV21",)),
        *(((0.375, 0.5), (0.18, 1)), "{0:.0f} million<br>GPUs", 0.5, "right"),
    ),
    Relation(
        *("Amazon", "OpenAI", BACKS, ("commitments.CM15", "commitments.CM15c", "commitments.CM27")),
        *(((0.35, 0.5), (0.16, 0)), "{total:.0f}", 0.3, "left"),
    ),
    Relation(
        *("OpenAI", "Amazon", RENT, ("commitments.CM13", "commitments.CM12")),
        *(((0.19, 0), (0.375, 0.5)), "{0:.0f}<br>+ {1:.0f}", 0.2, "right"),
    ),
    Relation(
        *("Amazon", "Anthropic", BACKS, ("commitments.CM09", "commitments.CM26")),
        *(((0.4, 0.5), (0.565, 0)), "{total:.0f}", 0.5, "left"),
    ),
    Relation(
        *("Anthropic", "Amazon", RENT, ("commitments.CM02",)),
        *(((0.59, 0), (0.42, 0.5)), "{qualifier}<br>{0:.0f}", 0.75, "right"),
    ),
    Relation(
        *("Anthropic", "Broadcom", SELL, ("commitments.CM29",)),
        *(((0.615, 0), (0.735, 1)), "{0:.0f} for<br>leased racks", 0.75, "right"),
    ),
    Relation(
        *("Anthropic", "Google", RENT, ("commitments.CM30",)),
        *(((0.66, 0), (0.87, 0.5)), "{0:.0f}", 0.35, "right"),
    ),
    Relation(
        *("Meta", "Google", SELL, ("tpu_precedent.TP11",)),
        *(((0.92, 0), (0.9, 0.5)), "", 0.5, "right"),
    ),
)


def who_buys_from_whom() -> go.Figure:
    """Return firms as words and relations as lines: width for dollars, breaks for what is reported."""
    back, rent = (_between_amazon_and_laboratories(kind) for kind in (BACKS, RENT))
    title = (
        f"Amazon has put {back:.0f} billion dollars into two laboratories, which are to "
        f"pay it over {rent:.0f} for computing"
    )
    spoken = (
        f"{one.payer} {KINDS[one.kind][1]} {one.paid}: "
        f"{f'{one.billions:,.0f} billion dollars' if one.billions else 'no dollars stated'}"
        for one in RELATIONS
    )
    return framed(
        [_line(one) for one in RELATIONS],
        title,
        f"Who pays whom. {'; '.join(spoken)}. No buyer of Amazon’s racks is named.",
        "Numbers: billion dollars, over the whole term of contracts of different lengths. Coloured "
        "lines rise from who pays to who is paid, grey ones go down with money invested or "
        "guaranteed; broken: reported only; without a number: no size stated. No buyer of Amazon’s racks was "
        "found. Source: the rows in the table, each with its own.",
        table=[
            ("Who pays", "Whom", *COLUMNS.values()),
            *(row for one in RELATIONS for row in _rows(one)),
        ],
        height=440,
        margin={"t": 56, "b": 24},
        annotations=[*_key(), *(_beside(one) for one in RELATIONS if one.words), *_firms()],
        xaxis=HIDDEN_AXIS,
        yaxis=HIDDEN_AXIS,
    )


def _between_amazon_and_laboratories(kind: str) -> float:
    """Return the dollars of a kind that go between Amazon and OpenAI or Anthropic."""
    both = ({"Amazon", "OpenAI"}, {"Amazon", "Anthropic"})
    return sum(
        one.billions for one in RELATIONS if one.kind == kind and {one.payer, one.paid} in both
    )


def _line(one: Relation) -> go.Scatter:
    (x0, y0), (x1, y1) = one.line
    return go.Scatter(
        x=[x0, x1],
        y=[y0, y1],
        mode="lines",
        name=f"{one.payer} to {one.paid}",
        line={
            "color": PALETTE[one.kind],
            "width": max(PIXELS * one.billions, THIN),
            "dash": "solid" if one.is_firm else BROKEN,
        },
        cliponaxis=False,
    )


def _beside(one: Relation) -> dict[str, Any]:
    (x0, y0), (x1, y1) = one.line
    x, y = x0 + one.place * (x1 - x0), y0 + one.place * (y1 - y0)
    apart = 5 + PIXELS * one.billions / 2 + 40 * abs(x1 - x0)  # more where the line leans
    shift = apart if one.side == "right" else -apart
    return label(x, y, one.label, one.kind, one.side, xshift=shift)


def _firms() -> list[dict[str, Any]]:
    box = {"bgcolor": PALETTE["paper"], "bordercolor": PALETTE["ink"], "borderpad": 4}
    middle = {"xanchor": "center", "yanchor": "middle", "xshift": 0}
    return [
        label(x, y, f"<b>{firm}</b>", "ink", "right", **middle, **box)
        for firm, (x, y) in FIRMS.items()
    ]


def _key() -> list[dict[str, Any]]:
    """Return the meaning of the colours, in one line above the picture."""
    place = {"xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom"}
    starts = (0, 62, 160)
    return [
        label(0, 1, f"▬ {words}", kind, "right", **place, xshift=start, yshift=30)
        for start, (kind, (words, _)) in zip(starts, KINDS.items(), strict=True)
    ]


def _rows(one: Relation) -> list[tuple[str, ...]]:
    """Return the rows of the table behind a line."""
    return [
        (one.payer, one.paid, *(_cell(address, row, name) for name in COLUMNS))
        for address, row in zip(one.facts, one.rows, strict=True)
    ]


def _cell(address: str, row: Mapping[str, Any], column: str) -> str:
    return cell_text(row, BOOK.facts.schema(address.partition(".")[0]).field(column))
