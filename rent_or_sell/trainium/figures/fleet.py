"""A chart of what a sale displaces, by how many chips there are and how much power one takes."""

from __future__ import annotations

from typing import Any

import numpy as np
import plotly.graph_objects as go

from rent_or_sell.book import BOOK
from rent_or_sell.charts.direct_labels import Side, framed, label
from rent_or_sell.charts.palette import PALETTE
from rent_or_sell.model.parameters import Parameter

POINTS = 121
LEFT: Side = "left"
RIGHT: Side = "right"


def displacement_and_power() -> go.Figure:
    """Return displacement in the first year over the kilowatts that a chip takes."""
    parameters = BOOK.load_parameters()
    power, supply = parameters["fleet_kw_per_chip"], parameters["chip_supply"]
    taken = np.linspace(power.low, power.high, POINTS).round(4)
    outputs = (supply.low, supply.base, supply.high)
    share = {chips: _displaced(taken, chips) for chips in outputs}
    half = {chips: float(np.interp(-0.5, -share[chips], taken)) for chips in outputs}
    dear, free = turning_points()
    words = "; ".join(
        f"with {chips:g} million chips it is half at {half[chips]:.2f} kW" for chips in outputs
    )
    base = float(np.interp(power.base, taken, share[supply.base]))
    return framed(
        [
            go.Scatter(
                x=taken.tolist(),
                y=share[chips].tolist(),
                name=f"{chips:g} million chips",
                mode="lines",
                line={"color": PALETTE[_colour(chips, supply)], "width": 2.5},
            )
            for chips in outputs
        ]
        + [
            go.Scatter(
                x=[power.base],
                y=[base],
                name="base case",
                mode="markers",
                marker={"color": PALETTE["ink"], "size": 10, "symbol": "diamond"},
            ),
        ],
        f"At {dear:.2f} kW a chip every sale costs a rental, at {free:.2f} none does",
        f"Share of sold chips that cost AWS a rental, over kilowatts a chip: {words}.",
        "Lines: chips made in 2026. Source: the book’s fleet model, all else at its base values; "
        "not measurements.",
        height=340,
        annotations=[
            *(_name(chips, share[chips], taken, supply) for chips in outputs),
            label(power.base, base, "base case", "ink", "right"),
        ],
        xaxis={"title": "IT power a chip takes, kW", "nticks": 6},
        yaxis={"range": [-0.04, 1.05], "tickformat": ".0%", "title": "Sales that cost a rental"},
    )


def _colour(chips: float, supply: Parameter) -> str:
    return "ink" if chips == supply.base else "muted"


def _name(chips: float, share: np.ndarray, taken: np.ndarray, supply: Parameter) -> dict[str, Any]:
    """Return a curve's name: right of it and low, of the fewest chips left of it and high."""
    height, side = (0.75, LEFT) if chips == supply.low else (0.25, RIGHT)
    place = float(np.interp(-height, -share, taken))
    return label(place, height, f"{chips:.1f}<br>million", _colour(chips, supply), side)


def turning_points() -> tuple[float, float]:
    """Return the most kW a chip at which each sale costs a rental, and the least at which none does.

    Where AWS's customers queue: at the first the power runs all chips made, at the second only
    those not sold. In the first year, all else at the base.
    """
    base = BOOK.model("fleet").evaluate()
    made, sold, powered = (float(base[name][0]) for name in ("supply", "sold", "powered"))
    power = BOOK.load_parameters()["fleet_kw_per_chip"].base * powered
    return power / made, power / (made - sold)


def _displaced(taken: np.ndarray, chips: float) -> np.ndarray:
    results = BOOK.model("fleet").evaluate({"fleet_kw_per_chip": taken, "chip_supply": chips})
    return np.asarray(results["fleet_displacement"][0])
