"""A chart of the chips and prices that multiply to the run rate Amazon supposed."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go

from rent_or_sell.book import BOOK
from rent_or_sell.charts.direct_labels import NO_PAPER, framed, label
from rent_or_sell.charts.palette import PALETTE
from rent_or_sell.trainium.hues import SELL, SELL_PALE

STATED = "amazon_statements.JL05"
POINTS = 41


def chips_and_price() -> go.Figure:
    """Return price per chip against chips a year, for three shares of Trainium in the figure."""
    supply, price, share = (
        BOOK.load_parameters()[name]
        for name in ("chip_supply", "sale_price_per_chip", "trainium_share")
    )
    stated = BOOK.fact(STATED).number
    chips = np.linspace(supply.low, supply.high, POINTS)
    shares = (share.high, share.base, share.low)
    base = BOOK.model("market").evaluate()["merchant_run_rate"]
    ends = [price_that_gives(stated, supply.high, part) for part in shares]
    words = "; ".join(
        f"at {part:.0%}, {supply.low:g} to {supply.high:g} million chips need "
        f"{price_that_gives(stated, supply.low, part):,.0f} down to {end:,.0f} dollars"
        for part, end in zip(shares, ends, strict=True)
    )
    return framed(
        [
            go.Scatter(
                x=chips.round(4).tolist(),
                y=[price_that_gives(stated, number, part) for number in chips],
                name=f"Trainium {part:.0%} of it",
                mode="lines",
                line={"color": PALETTE[SELL], "width": 3 if part == share.base else 1.5},
            )
            for part in shares
        ]
        + [
            go.Scatter(
                x=[supply.base],
                y=[price.base],
                name="base case",
                mode="markers",
                marker={"color": PALETTE["ink"], "size": 10, "symbol": "diamond"},
            )
        ],
        f"If Trainium is {share.base:.0%} of it, {supply.base:g} million chips at "
        f"${price_that_gives(stated, supply.base, share.base):,.0f} make the {stated:.0f} billion",
        f"Chips a year and price a chip that give {stated:.0f} billion dollars: {words}. The base "
        f"case lies above the middle line and gives {base:.0f} billion.",
        "Source: the book’s model, held against Jassy’s statement of 2026-04-09. Neither chips, "
        "nor price, nor Trainium’s share is public. Shaded: prices in this book’s range.",
        height=420,
        annotations=[
            label(supply.high, end, f"{part:.0%}", SELL, "right")
            for part, end in zip(shares, ends, strict=True)
        ]
        + [
            label(supply.high, ends[-1], "Trainium’s share", SELL, "below", xanchor="right"),
            label(
                supply.base,
                price.base,
                f"base: {base:.0f} billion",
                "ink",
                "above",
                **NO_PAPER | {"xanchor": "left"},
            ),
        ],
        shapes=[
            {
                "type": "rect",
                "layer": "below",
                "x0": supply.low,
                "x1": supply.high,
                "y0": price.low,
                "y1": price.high,
                "fillcolor": PALETTE[SELL_PALE],
                "opacity": 0.5,
                "line": {"width": 0},
            }
        ],
        xaxis={
            "range": [supply.low, supply.high + 0.12],
            "title": "Trainium chips a year, million",
        },
        yaxis={"rangemode": "tozero", "tickformat": "$~s", "title": "Price a chip"},
    )


def price_that_gives(run_rate: float, chips: float, share: float) -> float:
    """Return the price in dollars at which `chips` million a year make a run rate.

    `run_rate` is in billion dollars a year, of all custom chips; `share` is Trainium's part of it.
    """
    one_dollar = BOOK.model("market").evaluate(
        {"chip_supply": chips, "trainium_share": share, "sale_price_per_chip": 1}
    )
    return run_rate / float(one_dollar["merchant_run_rate"])
