"""A chart of what accelerators do at FP8 and what they cost, with the lines of equal value."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from rent_or_sell.book import BOOK
from rent_or_sell.charts import doubt
from rent_or_sell.charts.direct_labels import Side, framed, label
from rent_or_sell.charts.palette import PALETTE
from rent_or_sell.numbers.number_format import format_number
from rent_or_sell.trainium.figures import price_marks
from rent_or_sell.trainium.figures.doubted import doubted
from rent_or_sell.trainium.hues import SELL

# Chip → the fact that gives its dense FP8 compute, and the prices of whole systems.
COMPARED = {
    "GB300": ("accelerators.AC051", ("PP004", "PP005", "PP006", "PP007")),
    "H100": ("accelerators.AC036", ("PP012",)),
    "TPU v7": ("accelerators.AC033", ("PP015",)),
    "Trainium3": ("accelerators.AC015", ("PP026",)),
}
LABELS: dict[str, tuple[str, str, Side]] = {
    "GB300": ("GB300,<br>four prices", "muted", "right"),
    "H100": ("H100, 2022 to 2023", "muted", "above"),
    "TPU v7": ("TPU v7,<br>one deal", "ink", "right"),
    "Trainium3": ("Trainium3, implied", SELL, "below"),
}


def performance_and_price() -> go.Figure:
    """Return price of a whole system per chip against its FP8 compute, in dollars and PFLOPS."""
    parameters, parity = BOOK.load_parameters(), BOOK.model("parity").evaluate()
    price = parameters["reference_rack_price"].base
    reference = price / parameters["reference_pflops"].base
    discount = parameters["parity_discount"].base
    equal = parity["parity_rack_price"] / parameters["chips"].base
    last = max(pflops(chip) for chip in COMPARED)
    return framed(
        [_prices(chip) for chip in COMPARED]
        + [
            _ray("equal value", reference, last),
            _ray("less the discount", reference * (1 - discount), last),
        ],
        f"If Nvidia’s rack costs ${price / 1e6:g} million, equal FP8 value is "
        f"{format_number(equal, '$,.3r')} a Trainium3 chip",
        _summary(reference, discount),
        "Source: makers’ specifications and prices from lists, press and analysts, 2022 to 2026. "
        f"Dense FP8 alone: at FP4 Nvidia is far ahead. {doubt.KEY}",
        height=440,
        annotations=[
            *(_name(chip) for chip in COMPARED),
            *(mark for chip in COMPARED for mark in _questions(chip)),
            label(
                last * 0.7,
                reference * last * 0.7,
                "equal value",
                "muted",
                "left",
                xshift=-14,
                yshift=4,
            ),
            label(
                last, reference * (1 - discount) * last, f"less {discount:.0%}", "muted", "right"
            ),
        ],
        xaxis={"range": [0, last * 1.35], "title": "Dense FP8 per chip, PFLOPS", "nticks": 6},
        yaxis={"rangemode": "tozero", "tickformat": "$~s", "title": "Price per chip, whole system"},
    )


def pflops(chip: str) -> float:
    """Return a chip's dense FP8 compute in PFLOPS, of a rack's its share."""
    fact = BOOK.fact(COMPARED[chip][0])
    return fact.number / float(fact.row["chips"])


def _bought(chip: str) -> pd.DataFrame:
    return BOOK.rows("purchase_prices", COMPARED[chip][1])


def _spread(rows: pd.DataFrame, end: str) -> pd.Series[float]:
    """Return how far an end of each price's range lies from the price, per chip; 0 without one."""
    share = (rows[end] / rows["value"] - 1).abs().fillna(0)
    return share * rows["per_chip_usd"]


def _prices(chip: str) -> go.Scatter:
    rows, colour = _bought(chip), PALETTE[LABELS[chip][1]]
    above, below = (_spread(rows, end).tolist() for end in ("value_high", "value_low"))
    return go.Scatter(
        x=[pflops(chip)] * len(rows),
        y=rows["per_chip_usd"].tolist(),
        text=[f"{who}, {when}" for who, when in zip(rows["who_said"], rows["as_of"], strict=True)],
        name=chip,
        mode="markers",
        marker=doubt.marker(LABELS[chip][1], _doubted(chip)),
        error_y={"symmetric": False, "array": above, "arrayminus": below, "color": colour},
    )


def _name(chip: str) -> dict[str, Any]:
    words, colour, side = LABELS[chip]
    rows = _bought(chip)
    prices = rows["per_chip_usd"]
    lowest = float((prices - _spread(rows, "value_low")).min())
    highest = float((prices + _spread(rows, "value_high")).max())
    level = {"below": lowest, "above": highest}.get(side, (lowest + highest) / 2)
    # Trainium3's name starts at its point, clear of the lines of equal value
    clear = {"xanchor": "left"} if chip == "Trainium3" else {}
    return label(pflops(chip), level, words, colour, side, **clear)


def _doubted(chip: str) -> list[bool]:
    return doubted(_bought(chip).to_dict("records"))


def _questions(chip: str) -> list[dict[str, Any]]:
    """Return the question marks beside a chip's doubted prices, the highest of several above it."""
    prices, colour = _bought(chip)["per_chip_usd"], LABELS[chip][1]
    marks = []
    for price, hollow in zip(prices, _doubted(chip), strict=True):
        side: Side = "above" if len(prices) > 1 and price == prices.max() else "right"
        marks += doubt.questions([(pflops(chip), price)], colour, [hollow], side)
    return marks


def _ray(name: str, slope: float, last: float) -> go.Scatter:
    """Return the prices that would match Nvidia’s."""
    return price_marks.NVIDIA.over(name, [0, last], [0, slope * last])


def _range_text(prices: pd.Series[float]) -> str:
    low, high = (f"{end:,.0f}" for end in (prices.min(), prices.max()))
    return low if low == high else f"{low} to {high}"


def _summary(reference: float, discount: float) -> str:
    prices = {chip: _bought(chip)["per_chip_usd"] for chip in COMPARED}
    chips = "; ".join(
        f"{chip} {pflops(chip):.1f} PFLOPS at {_range_text(at)} dollars"
        for chip, at in prices.items()
    )
    return (
        f"Dense FP8 compute and price per chip of whole systems. {chips}. One line marks "
        f"{reference:,.0f} dollars per PFLOP, a second the same less {discount:.0%}."
    )
