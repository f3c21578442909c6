"""Charts of the deal zone: Amazon's floor and the buyer's ceiling, as the model computes them."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from rent_or_sell.book import BOOK
from rent_or_sell.charts.direct_labels import framed, label
from rent_or_sell.charts.palette import PALETTE
from rent_or_sell.charts.row_axis import row_axis
from rent_or_sell.trainium.figures import price_marks
from rent_or_sell.trainium.hues import SELL, SELL_PALE

SOURCE = "Source: the book’s model, all other assumptions at their base values; not measurements."
FLOOR, CEILING = "Amazon’s floor", "buyer’s ceiling"


def deal_zones() -> go.Figure:
    """Return floor and ceiling in every scenario, in dollars a chip."""
    scenarios = [one for one in BOOK.load_scenarios().values() if one.is_preset]
    names = [scenario.label for scenario in scenarios]
    results = [BOOK.model("rack").evaluate(scenario.changes) for scenario in scenarios]
    floors = [result["price_floor_per_chip"] for result in results]
    ceilings = [result["price_ceiling_per_chip"] for result in results]
    pairs = list(zip(names, floors, ceilings, strict=True))
    suited = [name for name, floor, ceiling in pairs if ceiling > floor]
    return framed(
        [
            price_marks.FLOOR.points(FLOOR, floors, names),
            price_marks.CEILING.points(CEILING, ceilings, names),
        ],
        "Who rents, what is scarce and who buys decide whether a price suits both",
        f"A price suits both sides in these worlds: {', '.join(suited)}. In the others Amazon’s "
        "floor lies above the buyer’s ceiling.",
        f"Bands: prices that suit both. {SOURCE}",
        height=560,
        annotations=[
            label(floors[0], names[0], FLOOR, SELL, "above", xanchor="right", xshift=3, yshift=9),
            label(
                ceilings[0], names[0], CEILING, "ink", "above", xanchor="left", xshift=-3, yshift=9
            ),
        ],
        shapes=[_band(*pair) for pair in pairs],
        xaxis={"tickformat": "$~s", "title": "Price a chip", "nticks": 5, "tickangle": 0},
        yaxis=row_axis(names),
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
    start = {"xanchor": "left", "xshift": 4}
    return framed(
        [
            price_marks.FLOOR.over(FLOOR, rates, floor),
            price_marks.CEILING.over(CEILING, rates, ceiling),
            price_marks.PRICE.over("base price", rates, [price.base] * len(rates)),
        ],
        f"Above ${closes:.2f} of services per dollar of rent, no price suits both",
        f"Amazon’s floor rises from {floor[0]:,.0f} to {floor[-1]:,.0f} dollars a chip. It passes "
        f"the base price at an attach rate of {loses:.2f} and the buyer’s ceiling at {closes:.2f}.",
        SOURCE,
        height=380,
        annotations=[
            label(rates[2], floor[2], FLOOR, SELL, "right", yshift=-8),
            label(rates[0], ceiling[0], CEILING, "ink", "above", **start, yshift=5),
            label(rates[0], price.base, "base price", "ink", "above", **start, yshift=5),
            _point(loses, price.base, f"${loses:.2f}"),
            _point(closes, ceiling[0], f"${closes:.2f}"),
        ],
        xaxis={"title": "Attached services per dollar of rent", "tickformat": "$.1f"},
        yaxis={"tickformat": "$~s", "title": "Price a chip", "nticks": 5},
    )


def attach_rate_where(result: str) -> float:
    """Return the attach rate at which a result of the rack is zero, all else at the base.

    Only for a result that is linear in the attach rate, as values and prices of the rack are.
    """
    none, one = BOOK.model("rack").evaluate({"attach_rate": [0.0, 1.0]})[result]
    return float(none / (none - one))


def _band(name: str, floor: float, ceiling: float) -> dict[str, Any]:
    """Join floor and ceiling: a band where a price suits both, a thin line where none does."""
    colour, width = (SELL_PALE, 14) if ceiling > floor else ("muted", 1)
    ends = {"x0": floor, "x1": ceiling, "y0": name, "y1": name}
    return {
        "type": "line",
        "layer": "below",
        "line": {"color": PALETTE[colour], "width": width},
    } | ends


def _point(x: float, y: float, text: str) -> dict[str, Any]:
    """Return a dot where two lines meet, its value above and to the left."""
    arrow = {"showarrow": True, "arrowhead": 6, "arrowcolor": PALETTE["ink"], "ax": -14, "ay": -24}
    return label(x, y, text, "ink", "above", yshift=0, **arrow)
