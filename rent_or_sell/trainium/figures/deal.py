"""Charts of the deal zone: Amazon's floor and the buyer's ceiling, as the model computes them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from rent_or_sell.book import BOOK
from rent_or_sell.charts.look import book_template
from rent_or_sell.charts.palette import PALETTE
from rent_or_sell.charts.row_axis import row_axis
from rent_or_sell.trainium.hues import SELL, SELL_PALE

SOURCE = "Source: the book’s model, all other assumptions at their base values; not measurements."
FLOOR, CEILING = "Amazon’s floor", "buyer’s ceiling"


def deal_zones() -> go.Figure:
    """Return floor and ceiling in every scenario, in dollars a chip."""
    scenarios = [one for one in BOOK.load_scenarios().values() if one.is_preset]
    labels = [scenario.label for scenario in scenarios]
    results = [BOOK.model("rack").evaluate(scenario.changes) for scenario in scenarios]
    floors = [result["price_floor_per_chip"] for result in results]
    ceilings = [result["price_ceiling_per_chip"] for result in results]
    pairs = list(zip(labels, floors, ceilings, strict=True))
    suited = [label for label, floor, ceiling in pairs if ceiling > floor]
    title = "Who rents, what is scarce and who buys decide whether a price suits both"
    words = (
        f"A price suits both sides in these worlds: {', '.join(suited)}. In the others Amazon’s "
        "floor lies above the buyer’s ceiling."
    )
    dots = {"mode": "markers", "cliponaxis": False, "hovertemplate": "%{y}: $%{x:,.0f}"}
    return go.Figure(
        [
            go.Scatter(x=floors, y=labels, name=FLOOR, marker=_dot(SELL, "circle"), **dots),
            go.Scatter(x=ceilings, y=labels, name=CEILING, marker=_dot("ink", "diamond"), **dots),
        ],
        {
            **_layout(title, words, height=520),
            "showlegend": False,
            "annotations": [
                _above(floors[0], labels[0], FLOOR, SELL, "right"),
                _above(ceilings[0], labels[0], CEILING, "ink", "left") | {"xshift": -6},
            ],
            "shapes": [_band(*pair) for pair in pairs],
            "xaxis": {"tickformat": "$~s", "title": "Price a chip", "nticks": 5, "tickangle": 0},
            "yaxis": row_axis(labels),
        },
    )


def attach_rate_and_price() -> go.Figure:
    """Return how Amazon's floor climbs with the attach rate, past the price and the ceiling."""
    attach, price = (
        BOOK.load_parameters()[name] for name in ("attach_rate", "sale_price_per_chip")
    )
    rates = [round(step * attach.high / 12, 4) for step in range(13)]
    results = BOOK.model("rack").evaluate({"attach_rate": rates})
    floor, ceiling = results["price_floor_per_chip"], results["price_ceiling_per_chip"]
    loses = attach_rate_where("gain_from_selling")
    closes = attach_rate_where("deal_surplus_per_chip")
    title = f"Above ${closes:.2f} of services per dollar of rent, no price suits both"
    words = (
        f"Amazon’s floor rises from {floor[0]:,.0f} to {floor[-1]:,.0f} dollars a chip. It passes "
        f"the base price at an attach rate of {loses:.2f} and the buyer’s ceiling at {closes:.2f}."
    )
    return go.Figure(
        [
            _line(FLOOR, rates, floor, SELL),
            _line(CEILING, rates, ceiling, "ink"),
            _line("base price", rates, [price.base] * len(rates), "muted"),
        ],
        {
            **_layout(title, words, height=380),
            "showlegend": False,
            "annotations": [
                _label(rates[0], floor[0], FLOOR, SELL, below=True),
                _label(rates[0], ceiling[0], CEILING, "ink"),
                _label(rates[0], price.base, "base price", "muted"),
                _point(loses, price.base, f"{loses:.2f}"),
                _point(closes, ceiling[0], f"{closes:.2f}"),
            ],
            "xaxis": {"title": "Attached services per dollar of rent", "tickformat": ".1f"},
            "yaxis": {"tickformat": "$,.0f", "title": "Price a chip"},
        },
    )


def attach_rate_where(result: str) -> float:
    """Return the attach rate at which a result of the rack is zero, all else at the base.

    Only for a result that is linear in the attach rate, as values and prices of the rack are.
    """
    none, one = BOOK.model("rack").evaluate({"attach_rate": [0.0, 1.0]})[result]
    return float(none / (none - one))


def _layout(title: str, summary: str, height: int) -> dict[str, Any]:
    return {
        "template": book_template(),
        "title": title,
        "height": height,
        "meta": {"summary": summary, "source": SOURCE},
    }


def _dot(colour: str, symbol: str) -> dict[str, Any]:
    return {"color": PALETTE[colour], "symbol": symbol, "size": 10}


def _band(label: str, floor: float, ceiling: float) -> dict[str, Any]:
    """Join floor and ceiling: a band where a price suits both, a thin line where none does."""
    colour, width = (SELL_PALE, 14) if ceiling > floor else ("muted", 1)
    ends = {"x0": floor, "x1": ceiling, "y0": label, "y1": label}
    return {
        "type": "line",
        "layer": "below",
        "line": {"color": PALETTE[colour], "width": width},
    } | ends


def _line(name: str, x: Sequence[float], y: Sequence[float], colour: str) -> go.Scatter:
    line = {"color": PALETTE[colour], "width": 2.5, "dash": "dot" if colour == "muted" else "solid"}
    return go.Scatter(x=list(x), y=list(y), name=name, mode="lines", line=line)


def _label(x: float, y: float, text: str, colour: str, *, below: bool = False) -> dict[str, Any]:
    place = {"xanchor": "left", "yanchor": "top" if below else "bottom", "showarrow": False}
    return {"x": x, "y": y, "text": text, "font": {"color": PALETTE[colour]}} | place


def _above(x: float, y: str, text: str, colour: str, anchor: str) -> dict[str, Any]:
    place = {"xanchor": anchor, "yanchor": "bottom", "yshift": 6, "showarrow": False}
    return {"x": x, "y": y, "text": text, "font": {"color": PALETTE[colour]}} | place


def _point(x: float, y: float, text: str) -> dict[str, Any]:
    arrow = {"arrowhead": 6, "arrowcolor": PALETTE["ink"], "ax": -4, "ay": -28}
    return {"x": x, "y": y, "text": text, "font": {"color": PALETTE["ink"]}} | arrow
