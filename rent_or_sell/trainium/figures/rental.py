"""Charts of what a chip-hour costs to rent, from `data/rental_prices.csv`."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from rent_or_sell.book import BOOK
from rent_or_sell.charts import doubt
from rent_or_sell.charts.direct_labels import framed, label
from rent_or_sell.charts.palette import PALETTE
from rent_or_sell.tables.cell_text import number_text
from rent_or_sell.trainium.figures.doubted import doubted
from rent_or_sell.trainium.hues import RENT

# One instance stands for each chip, so that a line never jumps between two of them.
BLOCK_INSTANCES = {
    "p6-b300.48xlarge": "B300",
    "p6-b200.48xlarge": "B200",
    "p5e.48xlarge": "H200",
    "p5.48xlarge": "H100",
    "trn2.48xlarge": "Trainium2",
    "p4d.24xlarge": "A100",
    "trn1.32xlarge": "Trainium1",
}
# Row of the chart → the latest price of each chip on such terms.
TERMS = {
    "AWS, on demand": ("RP029", "RP032"),
    "AWS, capacity block": ("RP013", "RP016", "RP019"),
    "AWS, reserved": ("RP036", "RP030"),
    "Other clouds, one year": ("RP048",),
    "Spot price or index": ("RP035", "RP057", "RP058"),
}
MARKS = {"Trainium2": (RENT, "circle"), "H100": ("muted", "diamond"), "B200": ("muted", "square")}


def capacity_block_rents() -> go.Figure:
    """Return AWS's list price for a block of hours booked ahead, each chip over time."""
    blocks = BOOK.load_table("rental_prices").query("term == 'capacity block'").sort_values("as_of")
    lines = {chip: blocks[blocks["instance"] == name] for name, chip in BLOCK_INSTANCES.items()}
    words = "; ".join(_change(chip, rows) for chip, rows in lines.items())
    return framed(
        [_block_line(chip, rows) for chip, rows in lines.items()],
        f"A B200 hour went from {_in_2026(lines['B200'])} in 2026; a Trainium2 hour did not move",
        f"List price of a chip-hour in a capacity block, in dollars. {words}.",
        "Source: AWS list prices, read in machine copies (2024-12-31 to 2026-07-22); points joined "
        "for the eye. Some early prices are of another region.",
        height=400,
        annotations=[
            label(
                rows["as_of"].iloc[-1], rows["value"].iloc[-1], chip, _block_colour(chip), "right"
            )
            for chip, rows in lines.items()
        ],
        xaxis={
            "type": "date",
            "range": ["2024-12-10", "2027-04-15"],
            "tickvals": ["2025-01-01", "2025-07-01", "2026-01-01", "2026-07-01"],
            "tickformat": "%b<br>%Y",
            "fixedrange": True,
        },
        yaxis={"rangemode": "tozero", "tickformat": "$.0f", "title": "Per chip-hour"},
    )


def rents_by_term() -> go.Figure:
    """Return what three chips cost an hour in 2026, by the terms on which they are rented."""
    rows = [
        (term, row)
        for term, facts in TERMS.items()
        for row in BOOK.rows("rental_prices", facts).to_dict("records")
    ]
    words = "; ".join(
        f"{row['product']}, {term}: {number_text(row['value'])}" for term, row in rows
    )
    by_chip = {chip: [pair for pair in rows if pair[1]["product"] == chip] for chip in MARKS}
    cheapest, *_, dearest = sorted(float(row["value"]) for _, row in by_chip["H100"])
    return framed(
        [_dots(chip, pairs) for chip, pairs in by_chip.items()],
        f"An hour of an H100 costs ${cheapest:.2f} on one term, ${dearest:.2f} on another",
        f"Dollars per chip-hour in 2026. {words}.",
        "Source: list prices of AWS, market prices, trackers and indices, 2026. Trainium2 reserved "
        "is this book’s estimate. "
        f"{doubt.KEY}",
        height=340,
        annotations=[
            *(
                label(row["value"], term, chip, MARKS[chip][0], "above")
                for chip, ((term, row), *_) in by_chip.items()
            ),
            *(mark for chip, pairs in by_chip.items() for mark in _questions(chip, pairs)),
        ],
        xaxis={"rangemode": "tozero", "tickformat": "$.0f", "title": "Per chip-hour"},
        yaxis={"autorange": "reversed", "categoryarray": list(TERMS), "showgrid": True},
    )


def _in_2026(rows: pd.DataFrame) -> str:
    prices = rows[rows["as_of"] >= "2026"]["value"]
    return f"${prices.iloc[0]:.2f} to ${prices.iloc[-1]:.2f}"


def _block_line(chip: str, rows: pd.DataFrame) -> go.Scatter:
    line = {"color": PALETTE[_block_colour(chip)], "width": 2}
    return go.Scatter(
        x=rows["as_of"].tolist(),
        y=rows["value"].tolist(),
        name=chip,
        mode="lines+markers",
        line=line,
    )


def _block_colour(chip: str) -> str:
    return RENT if chip.startswith("Trainium") else "muted"


def _change(chip: str, rows: pd.DataFrame) -> str:
    first, last = (number_text(float(rows["value"].iloc[end])) for end in (0, -1))
    return f"{chip} still {last}" if first == last else f"{chip} from {first} to {last}"


def _dots(chip: str, rows: list[tuple[str, Any]]) -> go.Scatter:
    colour, symbol = MARKS[chip]
    return go.Scatter(
        x=[float(row["value"]) for _, row in rows],
        y=[term for term, _ in rows],
        text=[f"as of {row['as_of']}" for _, row in rows],
        name=chip,
        mode="markers",
        marker=doubt.marker(colour, _doubted(rows), symbol),
        cliponaxis=False,
    )


def _doubted(rows: list[tuple[str, Any]]) -> list[bool]:
    return doubted(row for _, row in rows)


def _questions(chip: str, rows: list[tuple[str, Any]]) -> list[dict[str, Any]]:
    points = [(row["value"], term) for term, row in rows]
    return doubt.questions(points, MARKS[chip][0], _doubted(rows), "above")
