"""A chart that holds Amazon's chip figures against AWS and Intel, in billion dollars a year."""

from __future__ import annotations

import plotly.graph_objects as go

from rent_or_sell.book import BOOK
from rent_or_sell.charts.direct_labels import framed, label
from rent_or_sell.charts.palette import PALETTE
from rent_or_sell.trainium.hues import RENT, SELL

CHIPS = ("JL36", "JL01", "JL37")  # run rate as stated in February, April and July 2026
HYPOTHETICAL = "amazon_statements.JL05"
ARTICLE_QUARTER = "2026Q1"  # the latest that the article could know


def amazon_chips_for_scale() -> go.Figure:
    """Return AWS's run rate, Intel's yearly revenue and what Amazon said of its chips."""
    aws = BOOK.load_table("aws_quarterly").set_index("quarter")
    rates = aws["run_rate_billion_usd"]
    intel = BOOK.load_table("peers_annual").query("company == 'Intel'")
    stated = BOOK.rows("amazon_statements", CHIPS)
    hypothetical = BOOK.fact(HYPOTHETICAL)
    supposed, when = hypothetical.number, str(hypothetical.row["as_of"])
    share = supposed / rates[ARTICLE_QUARTER]
    revenue = float(intel["value"].iloc[-1])
    diamond = {"color": PALETTE[RENT], "size": 9, "symbol": "diamond"}
    hollow = {
        "color": PALETTE["paper"],
        "size": 12,
        "line": {"color": PALETTE[SELL], "width": 2.5},
    }
    latest = (stated["as_of"].iloc[-1], float(stated["value"].iloc[-1]))
    years = [period.isoformat() for period in intel["period_end"]]
    quarters = [period.isoformat() for period in aws["as_of"]]
    return framed(
        [
            go.Scatter(
                x=quarters,
                y=rates.tolist(),
                name="AWS, run rate",
                line={"color": PALETTE[RENT], "width": 2.5},
            ),
            go.Scatter(
                x=years,
                y=intel["value"].tolist(),
                name="Intel, revenue",
                mode="lines+markers",
                line={"color": PALETTE["muted"], "width": 2.5},
            ),
            go.Scatter(
                x=stated["as_of"].tolist(),
                y=stated["value"].tolist(),
                name="Custom chips, stated",
                mode="markers",
                marker=diamond,
            ),
            go.Scatter(
                x=[when],
                y=[supposed],
                name="Custom chips, hypothetical",
                mode="markers",
                marker=hollow,
            ),
        ],
        f"The supposed {supposed:.0f} billion was {share:.0%} of AWS’s run rate when it was said",
        f"Billion dollars a year. AWS’s run rate rose from {rates.iloc[0]:.0f} to {rates.iloc[-1]:.0f}; "
        f"Intel’s revenue fell to {revenue:.1f}; Amazon put its custom chips at over "
        f"{', '.join(f'{value:.0f}' for value in stated['value'])}, and at {supposed:.0f} "
        "on a supposition.",
        "Source: Amazon and Intel, read in relays (see the sources page). AWS: quarters times four, "
        "to 2026-06-30. Custom chips: Jassy, 2026-02-05, 04-09 and 07-30.",
        height=400,
        annotations=[
            label(quarters[9], float(rates.iloc[9]), "AWS, run rate", RENT, "left", yshift=8),
            label(years[1], float(intel["value"].iloc[1]), "Intel", "muted", "above"),
            label(when, supposed, f"{supposed:.0f}, were a<br>year’s chips<br>sold", SELL, "right"),
            label(*latest, "chips,<br>as stated", RENT, "right"),
        ],
        xaxis={
            "type": "date",
            "range": ["2021-09-01", "2028-03-01"],
            "tickvals": [f"{year}-01-01" for year in range(2022, 2028, 2)],
            "tickformat": "%Y",
            "fixedrange": True,
        },
        yaxis={"rangemode": "tozero", "title": "Billion dollars a year"},
    )
