"""Who pays whom for a rack, rented and sold, and who bears its costs and its risk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from rent_or_sell.charts.direct_labels import HIDDEN_AXIS, framed, label
from rent_or_sell.charts.palette import PALETTE
from rent_or_sell.numbers.number_format import format_number
from rent_or_sell.trainium.figures.one_rack import SOURCE, base_case, millions
from rent_or_sell.trainium.hues import RENT, RENT_PALE, SELL, SELL_PALE

BEARS = ("has the rack, bears", "building, power,", "upkeep, and the risk", "that rents fall")
# Heights, from the foot: the box below, the arrow of money, the box above.
BELOW, ABOVE = (0.0, 0.36), (0.62, 0.98)
WIDE = 0.48  # of the picture's width, each life
HEIGHT, ARROW = 350, 72  # pixels


def two_money_flows() -> go.Figure:
    """Return the rented rack at the left and the sold one at the right, money flowing down."""
    values = base_case()
    hour = format_number(values["rent_per_chip_hour"], "$.2f")
    years, support = (f"{values[name]:.0f} years" for name in ("rental_years", "support_years"))
    price, fee = millions(values["price"]), format_number(values["support_fee_share"], ".0%")
    kept = [f"{millions(values[name])} kept" for name in ("npv_rent", "npv_sell")]
    rent = (f"{hour} a chip-hour", f"for {years}, and", "services beside")
    sale = (f"{price} at once,", f"{fee} of it a year for", f"support, {support}")
    bears = " ".join(BEARS)
    return framed(
        [],
        "Rented, AWS bears the costs and the risk of a rack; sold, its buyer does",
        f"Rented: a customer pays AWS {' '.join(rent)}; AWS {bears}; {kept[0]}. Sold: the buyer "
        f"pays Amazon {' '.join(sale)}, and {bears}; {kept[1]}.",
        f"{SOURCE} Kept by Amazon: net of all its costs, in today’s money.",
        table=[
            ("", "Rented", "Sold"),
            ("Who pays Amazon", "a customer of AWS", "the buyer"),
            ("What is paid", " ".join(rent), " ".join(sale)),
            (f"Who {bears}", "AWS", "the buyer"),
            ("What Amazon keeps", *(millions(values[name]) for name in ("npv_rent", "npv_sell"))),
        ],
        height=HEIGHT,
        margin={"t": 32, "b": 28},
        xaxis=HIDDEN_AXIS,
        yaxis=HIDDEN_AXIS,
        annotations=[
            *_life(0, "Rented", RENT, ("A customer", "has the hours"), rent, ("AWS", *BEARS)),
            *_life(
                1 - WIDE, "Sold", SELL, ("The buyer", *BEARS), sale, ("Amazon", "made the rack")
            ),
            _words(0, 0, f"<b>{kept[0]}</b>", RENT, "top", yshift=-4),
            _words(1 - WIDE, 0, f"<b>{kept[1]}</b>", SELL, "top", yshift=-4),
        ],
        shapes=[
            _box(0, ABOVE, "muted", "paper"),
            _box(0, BELOW, RENT, RENT_PALE),
            _box(1 - WIDE, ABOVE, SELL, SELL_PALE),
            _box(1 - WIDE, BELOW, "muted", "paper"),
        ],
    )


def _life(
    left: float,
    head: str,
    hue: str,
    above: Sequence[str],
    money: Sequence[str],
    below: Sequence[str],
) -> list[dict[str, Any]]:
    """Return the words of a life: who pays, what, and whom; and the arrow between the two."""
    middle = (ABOVE[0] + BELOW[1]) / 2
    return [
        _words(left, 1, f"<b>{head}</b>", hue, "bottom"),
        _words(left, ABOVE[1], _named(above), "ink", "top", xshift=8, yshift=-6),
        _words(left, middle, "<br>".join(money), hue, "middle", xshift=26),
        _words(left, BELOW[1], _named(below), "ink", "top", xshift=8, yshift=-6),
        _arrow(left, hue),
    ]


def _named(lines: Sequence[str]) -> str:
    who, *does = lines
    return "<br>".join((f"<b>{who}</b>", *does))


def _words(
    x: float, y: float, text: str, colour: str, anchor: str, xshift: int = 0, yshift: int = 0
) -> dict[str, Any]:
    place = {"xref": "paper", "yref": "paper", "yanchor": anchor, "yshift": yshift}
    return label(x, y, text, colour, "right", **place, xshift=xshift)


def _box(left: float, heights: tuple[float, float], edge: str, fill: str) -> dict[str, Any]:
    ends = {"x0": left, "x1": left + WIDE, "y0": heights[0], "y1": heights[1]}
    paint = {"fillcolor": PALETTE[fill], "line": {"color": PALETTE[edge], "width": 1.5}}
    return {"type": "rect", "layer": "below", "xref": "paper", "yref": "paper"} | ends | paint


def _arrow(left: float, hue: str) -> dict[str, Any]:
    """Return an arrow from the box above to the one below, a little right of their left edge."""
    place = {"xref": "paper", "yref": "paper", "xshift": 14, "yanchor": "bottom"}
    shaft = {"showarrow": True, "ax": 0, "ay": -ARROW, "arrowhead": 2, "arrowwidth": 2.5}
    return label(left, BELOW[1], "", hue, "right", **place, **shaft, arrowcolor=PALETTE[hue])
