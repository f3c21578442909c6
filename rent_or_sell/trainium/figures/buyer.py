"""Chart of what a buyer can pay, and of the floors it must reach, as the model computes them."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from rent_or_sell.book import BOOK
from rent_or_sell.charts.direct_labels import framed, label
from rent_or_sell.trainium.figures import price_marks
from rent_or_sell.trainium.hues import SELL

CEILING = "buyer’s ceiling"
# a label ends where its line does
END: dict[str, Any] = {"xanchor": "right", "yshift": 2}
BELOW = END | {"yshift": -3}


def buyer_value_and_price() -> go.Figure:
    """Return the ceiling over the buyer's value, and floors at three displacements."""
    parameters = BOOK.load_parameters()
    value, share = parameters["buyer_value_per_chip_hour"], parameters["displacement"]
    values = [value.low + step * (value.high - value.low) / 20 for step in range(21)]
    shares = [share.high, share.base, share.low]
    evaluate = BOOK.model("rack").evaluate
    ceiling = evaluate({"buyer_value_per_chip_hour": values})["price_ceiling_per_chip"]
    floors = evaluate({"displacement": shares})["price_floor_per_chip"]
    needed = evaluate({"displacement": shares})["buyer_value_needed"]
    title = (
        f"Depending on how many sales cost a rental, a deal starts at ${needed[-1]:.2f} to "
        f"${needed[0]:.2f} an hour"
    )
    words = "; ".join(
        f"where {one:.0%} of racks sold cost AWS a rental, the floor is {floor:,.0f} dollars a chip "
        f"and the buyer’s ceiling reaches it at {meets:.2f} dollars an hour"
        for one, floor, meets in zip(shares, floors, needed, strict=True)
    )
    source = "Source: the book’s model, all other assumptions at their base values; no measurement."
    lines = [
        price_marks.FLOOR.over(_floor(one), values, [floor] * len(values))
        for one, floor in zip(shares, floors, strict=True)
    ]
    labels = [
        label(value.high, floor, _floor(one), SELL, "below", **BELOW)
        for one, floor in zip(shares, floors, strict=True)
    ]
    return framed(
        [*lines, price_marks.CEILING.over(CEILING, values, ceiling)],
        title,
        f"{title}: {words}.",
        source,
        height=400,
        annotations=[*labels, label(value.high, ceiling[-1], CEILING, "ink", "above", **END)],
        xaxis={
            "title": "What a chip-hour is worth to the buyer",
            "tickformat": "$.2f",
            "dtick": 0.2,
            "range": [value.low, value.high],
        },
        yaxis={"tickformat": "$~s", "title": "Price a chip", "nticks": 6},
    )


def _floor(share: float) -> str:
    return f"floor if {share:.0%} cost a rental"
