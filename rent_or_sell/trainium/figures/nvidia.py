"""A chart of Nvidia's quarters and its run rate, from `data/nvidia_quarterly.csv`."""

from __future__ import annotations

import plotly.graph_objects as go

from rent_or_sell.book import BOOK
from rent_or_sell.charts.direct_labels import framed, label
from rent_or_sell.charts.palette import PALETTE
from rent_or_sell.trainium.hues import SELL

ARTICLE_QUARTER, LATER_QUARTER = "FY2027Q1", "FY2027Q2"
HYPOTHETICAL = "amazon_statements.JL05"  # Amazon's custom chips, were a year's output sold


def nvidia_quarters() -> go.Figure:
    """Return each quarter's revenue, times four, with Amazon's hypothetical figure across."""
    table = BOOK.load_table("nvidia_quarterly").set_index("quarter")
    names = [quarter.replace("Q", " Q") for quarter in table.index]
    rates = table["run_rate_billion_usd"].tolist()
    shares = table["data_center_revenue_million_usd"] / table["revenue_million_usd"]
    center = (table["run_rate_billion_usd"] * shares).tolist()
    rest = [total - part for total, part in zip(rates, center, strict=True)]
    article, later = (table.index.get_loc(one) for one in (ARTICLE_QUARTER, LATER_QUARTER))
    amazon = BOOK.fact(HYPOTHETICAL).number
    pale = {"color": PALETTE["line"]}
    line = {"color": PALETTE[SELL], "width": 2.5}
    pointing = {"showarrow": True, "arrowhead": 0, "arrowcolor": PALETTE[SELL], "ax": 0, "ay": -70}
    return framed(
        [
            go.Bar(x=names, y=center, name="Data center", marker={"color": PALETTE["muted"]}),
            go.Bar(x=names, y=rest, name="Everything else", marker=pale),
            go.Scatter(
                x=[names[0], names[-1]],
                y=[amazon, amazon],
                name="Amazon’s hypothetical figure",
                mode="lines",
                line=line,
            ),
        ],
        f"Nvidia’s run rate reached {rates[later]:.0f} billion dollars in the quarter to July 2026",
        f"From {names[0]} to {names[-1]} revenue, times four, rose from {rates[0]:.0f} to "
        f"{rates[-1]:.0f} billion dollars a year. The article’s quarter makes {rates[article]:.0f}, "
        f"the next one {rates[later]:.0f}; Amazon’s hypothetical is {amazon:.0f}.",
        "Source: Nvidia’s results, read in relays (see the sources page); fiscal years end in "
        "January. Below: data center; above it: the rest. To the quarter ended 2026-07-26.",
        height=400,
        barmode="stack",
        annotations=[
            label(
                names[article],
                rates[article],
                f"{rates[article]:.0f}, the article’s",
                "ink",
                "above",
            )
            | {"xanchor": "right", "xshift": 10},
            label(names[later], rates[later], f"{rates[later]:.0f}", "ink", "above"),
            label(names[0], amazon, f"Amazon’s {amazon:.0f},<br>if sold", SELL, "above")
            | {"xanchor": "left", "align": "left"}
            | pointing,
        ],
        xaxis={
            "tickvals": names[::4],
            "ticktext": [f"FY{name[4:6]}" for name in names[::4]],
            "fixedrange": True,
        },
        yaxis={"title": "Quarter times four, billion dollars", "nticks": 6},
    )
