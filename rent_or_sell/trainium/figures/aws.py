"""Charts of AWS's results by quarter, from `data/aws_quarterly.csv`."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from rent_or_sell.book import BOOK
from rent_or_sell.charts.direct_labels import framed, label
from rent_or_sell.charts.palette import PALETTE
from rent_or_sell.trainium.hues import RENT


def aws_sales_and_margin() -> go.Figure:
    """Return net sales above, operating margin beneath, both from zero on one row of quarters."""
    table = BOOK.load_table("aws_quarterly")
    quarters = [quarter.replace("Q", " Q") for quarter in table["quarter"]]
    sales = (table["net_sales_million_usd"] / 1000).tolist()
    margin = table["operating_margin_percent"].tolist()
    title = (
        f"AWS kept {margin[-1]:.0f}% of {sales[-1]:.0f} billion dollars in {quarters[-1]}, "
        "a one-time gain included"
    )
    words = (
        f"From {quarters[0]} to {quarters[-1]} net sales rose from {sales[0]:.1f} to {sales[-1]:.1f} "
        f"billion dollars a quarter, the operating margin from {margin[0]:.1f} to {margin[-1]:.1f} "
        f"percent, with a low of {min(margin):.1f} and a high of {max(margin):.1f}."
    )
    source = (
        "Source: Amazon, segment results read in relays (see the sources page). "
        f"The last quarter includes a one-time gain on an energy derivative. To {quarters[-1]}."
    )
    line = {"color": PALETTE[RENT], "width": 2.5}
    return framed(
        [
            go.Bar(x=quarters, y=sales, name="Net sales", marker={"color": PALETTE[RENT]}),
            go.Scatter(x=quarters, y=margin, name="Operating margin", line=line, yaxis="y2"),
        ],
        title,
        words,
        source,
        height=400,
        annotations=[
            _heading("Net sales, billion dollars a quarter", 1.0),
            _heading("Operating margin, percent of sales", 0.46),
            _last(quarters[-1], sales[-1], "y"),
            _last(quarters[-1], margin[-1], "y2"),
        ],
        xaxis={"anchor": "y2", "tickvals": quarters[::4], "fixedrange": True},
        yaxis={"domain": [0.58, 0.97], "nticks": 4},
        yaxis2={"domain": [0.0, 0.42], "rangemode": "tozero", "nticks": 4},
    )


def _heading(text: str, height: float) -> dict[str, Any]:
    place = {"xref": "paper", "yref": "paper", "xanchor": "left"}
    return label(0, height, text, "muted", "above", **place, yshift=0)


def _last(quarter: str, value: float, axis: str) -> dict[str, Any]:
    return label(quarter, value, f"{value:.1f}", "ink", "above", yref=axis, yshift=3)
