"""A chart of the shares that Nvidia and Apple take of TSMC's sales, from `data/tsmc.csv`."""

from __future__ import annotations

import plotly.graph_objects as go

from rent_or_sell.book import BOOK
from rent_or_sell.charts.direct_labels import framed, label
from rent_or_sell.charts.palette import PALETTE

# Bar → its row and its fill; two bars where two readings stand.
READINGS = {
    "2024, Apple (press)": ("TS05", "line"),
    "2024, largest (filing)": ("TS06", "line"),
    "2025, Apple": ("TS04", "line"),
    "2025, Nvidia": ("TS02", "muted"),
    "2026, Apple (forecast)": ("TS08b", "line"),
    "2026, Nvidia (forecast)": ("TS07b", "muted"),
}


def tsmc_customers() -> go.Figure:
    """Return the share of TSMC's revenue that its largest customers bring, in percent."""
    rows = BOOK.rows("tsmc", (fact for fact, _ in READINGS.values()))
    names, shares = list(READINGS), rows["value"].tolist()
    colours = [PALETTE[colour] for _, colour in READINGS.values()]
    pairs = list(zip(names, shares, strict=True))
    return framed(
        [
            go.Bar(
                x=shares,
                y=names,
                name="Share of TSMC’s revenue, percent",
                orientation="h",
                marker={"color": colours},
            )
        ],
        f"Analysts read {_share('2025, Nvidia')} of TSMC’s sales in 2025 as Nvidia’s, "
        f"{_share('2025, Apple')} as Apple’s",
        "Percent of TSMC’s revenue. "
        + "; ".join(f"{name}: {share:.0f}" for name, share in pairs)
        + ".",
        "Source: TSMC filings through relays, DigiTimes, CNBC; forecasts by Creative Strategies, "
        "2026-01-26. TSMC names no customers: the names are analysts’ inference.",
        height=265,
        annotations=[label(share, name, f"{share:.0f}%", "ink", "right") for name, share in pairs],
        xaxis={
            "range": [0, 30],
            "title": "Percent of TSMC’s revenue",
            "nticks": 4,
            "showgrid": False,
        },
        yaxis={"autorange": "reversed", "showgrid": False},
    )


def _share(reading: str) -> str:
    return f"{BOOK.fact(f'tsmc.{READINGS[reading][0]}').number:.0f}%"
