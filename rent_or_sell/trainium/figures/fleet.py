"""A chart of what a sale displaces, by how many chips there are and how much power."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go

from rent_or_sell.book import BOOK
from rent_or_sell.charts.direct_labels import framed, label
from rent_or_sell.charts.palette import PALETTE
from rent_or_sell.trainium.hues import RENT

POINTS = 121


def displacement_and_power() -> go.Figure:
    """Return displacement in the first year over the power that Amazon adds, in GW."""
    power, supply, assumed = (
        BOOK.load_parameters()[name] for name in ("ai_power_added", "chip_supply", "displacement")
    )
    added = np.linspace(power.low, power.high, POINTS).round(4)
    outputs = {supply.low: RENT, supply.base: "ink"}
    share = {chips: _displaced(added, chips) for chips in (*outputs, supply.high)}
    half = {chips: float(np.interp(assumed.base, share[chips], added)) for chips in outputs}
    words = "; ".join(
        f"with {chips:g} million chips it is half at {half[chips]:.1f} GW" for chips in outputs
    )
    return framed(
        [
            go.Scatter(
                x=added.tolist(),
                y=share[chips].tolist(),
                name=f"{chips:g} million chips",
                mode="lines",
                line={"color": PALETTE[colour], "width": 2.5},
            )
            for chips, colour in outputs.items()
        ]
        + [
            go.Scatter(
                x=[power.low, power.high],
                y=[assumed.base] * 2,
                name="the rack model’s assumption",
                mode="lines",
                line={"color": PALETTE["muted"], "width": 1.5, "dash": "dot"},
            ),
            go.Scatter(
                x=[power.base],
                y=[float(np.interp(power.base, added, share[supply.base]))],
                name="base case",
                mode="markers",
                marker={"color": PALETTE["ink"], "size": 10, "symbol": "diamond"},
            ),
        ],
        "A sale costs AWS either nothing or everything, with little in between",
        f"Share of sold chips that AWS would have rented, over power added in a year: {words}; "
        f"with {supply.high:g} million chips it stays at {share[supply.high].max():.0%}.",
        "Source: the book’s fleet model for 2026, all other assumptions at their base values; "
        "not measurements.",
        height=400,
        annotations=[
            label(half[chips], 0.78, f"{chips:g} million<br>chips", colour, "left", xshift=2)
            for chips, colour in outputs.items()
        ]
        + [
            label(power.base, 0, "base case", "ink", "above", xanchor="right"),
            label(
                power.low,
                assumed.base,
                "assumed for one rack",
                "muted",
                "above",
                xanchor="left",
                yshift=2,
            ),
        ],
        xaxis={"title": "AI power that Amazon adds in a year, GW", "nticks": 5},
        yaxis={"range": [-0.04, 1.05], "tickformat": ".0%", "title": "Sales that cost a rental"},
    )


def _displaced(added: np.ndarray, chips: float) -> np.ndarray:
    results = BOOK.model("fleet").evaluate({"ai_power_added": added, "chip_supply": chips})
    return np.asarray(results["fleet_displacement"][0])
