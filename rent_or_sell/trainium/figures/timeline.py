"""A chart of Trainium's dates and of this story's, before and after the talks became public."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from rent_or_sell.book import BOOK
from rent_or_sell.charts.direct_labels import framed, label
from rent_or_sell.charts.palette import PALETTE
from rent_or_sell.trainium.hues import RENT, SELL

# The events drawn, each in words short enough for a telephone; the table says them in full.
EVENTS = {
    "TL03": "Trainium announced",
    "TL04": "First Trainium for rent",
    "TL06": "Trainium2 for rent",
    "TL09": "Project Rainier goes live",
    "TL12": "Trainium3 for rent",
    "TL15": "OpenAI commits",
    "TL17": "Jassy: racks “quite possible”",
    "TL18": "Anthropic commits",
    "TL24": "DeSantis: in talks to sell",
    "TL28": "TSMC to spend more",
    "TL30": "Jassy: “a real chance”",
    "TL33": "Results: not found",
}
TALKS = "TL24"


def trainium_timeline() -> go.Figure:
    """Return the events in order of time, one a row, those since the talks moved to the right."""
    table = BOOK.rows("timeline", EVENTS)
    days = table["as_of"].tolist()
    talks = list(EVENTS).index(TALKS)
    since = [row >= talks for row in range(len(EVENTS))]
    words = "; ".join(f"{when}: {what}" for when, what in zip(days, table["event"], strict=True))
    return framed(
        [
            go.Scatter(
                x=["since" if late else "before" for late in since],
                y=days,
                text=list(EVENTS.values()),
                name="Event",
                mode="markers+text",
                textposition="middle right",
                marker={
                    "color": [PALETTE[SELL if late else RENT] for late in since],
                    "symbol": ["diamond" if late else "circle" for late in since],
                    "size": 10,
                },
            )
        ],
        "Trainium was for rent for years before Amazon spoke of selling it",
        f"Before and since the talks became public on {days[talks]}. {words}.",
        "Source: see the table of events. The order is true to time, the distance is not.",
        height=34 * len(EVENTS) + 40,
        shapes=[_boundary(talks)],
        annotations=[
            label(1, talks - 0.5, "the talks", "muted", "above", xanchor="right", xref="paper")
            | {"yshift": 1}
        ],
        xaxis={
            "visible": False,
            "title": "The talks",
            "range": [-0.2, 9],
            "fixedrange": True,
        },
        yaxis={
            "type": "category",
            "title": "",
            "autorange": "reversed",
            "showgrid": False,
            "fixedrange": True,
        },
    )


def _boundary(row: int) -> dict[str, Any]:
    """Return the line above a row, across the chart."""
    line = {"color": PALETTE["muted"], "width": 1, "dash": "dot"}
    ends = {"x0": 0, "x1": 1, "y0": row - 0.5, "y1": row - 0.5}
    return {"type": "line", "xref": "paper", "line": line, **ends}
