"""A rack drawn chip by chip, with its numbers beside it, as the model has them at the base case."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from rent_or_sell.book import BOOK
from rent_or_sell.charts.direct_labels import HIDDEN_AXIS, framed, label
from rent_or_sell.charts.palette import PALETTE
from rent_or_sell.numbers.number_format import format_number
from rent_or_sell.trainium.hues import RENT, SELL

SOURCE = "Source: the book’s model, every assumption at its base value; not measurements."
# The rack, in pixels at any width of the picture: half its width, its height, a chip, and from one chip to the next.
HALF, TALL, CHIP, STEP = 48, 184, 6, 10
ACROSS = 9  # chips beside each other
LINES = (0.72, 0.38, 0.04)  # heights of the three rules at each side


def rack_and_its_numbers() -> go.Figure:
    """Return the rack, what it is at its left, and at its right what it brings in each life."""
    values = base_case()
    chips = round(values["chips"])
    made, rented, sold = (millions(values[name]) for name in ("build_cost", "npv_rent", "npv_sell"))
    left = [
        (f"{chips} chips", "Trainium3", "ink"),
        (f"{values['rack_power'] * 1000:.0f} kW", "of power", "ink"),
        (made, "to make", "ink"),
    ]
    right = [
        (rented, "if rented out", RENT),
        (sold, "if sold", SELL),
        (millions(values["price"]), "the price", "ink"),
    ]
    a_chip = [dollars(values[f"{name}_per_chip"]) for name in ("build_cost", "sale_price")]
    words = [
        *(f"{amount} {what}" for amount, what, _ in left),
        *(f"{amount} {what}" for amount, what, _ in right),
    ]
    return framed(
        [],
        f"A rack that costs {made} to make is worth {rented} rented out and {sold} sold",
        f"A rack, drawn chip by chip: {'; '.join(words)}.",
        f"{SOURCE} What each life brings is net of all costs, in today’s money. A chip costs "
        f"{a_chip[0]} to make, its rack and network counted, and is sold at {a_chip[1]}.",
        table=[("One rack", "Amount"), *((what, amount) for amount, what, _ in (*left, *right))],
        height=250,
        margin={"b": 16},
        xaxis=HIDDEN_AXIS,
        yaxis=HIDDEN_AXIS,
        annotations=[
            *(_words(0, y, *line) for y, line in zip(LINES, left, strict=True)),
            *(_words(1, y, *line) for y, line in zip(LINES, right, strict=True)),
        ],
        shapes=[*(_rule(y) for y in LINES), _cabinet(), _chips(chips)],
    )


def base_case() -> dict[str, float]:
    """Return the rack's assumptions and results at the base case, by name."""
    base = {name: parameter.base for name, parameter in BOOK.load_parameters().items()}
    return base | BOOK.model("rack").evaluate()


def millions(amount: float) -> str:
    """Return dollars in millions, as a person would say them."""
    return format_number(amount, "$.2M")


def dollars(amount: float) -> str:
    """Return dollars to three digits."""
    return format_number(amount, "$,.3r")


def _words(side: int, y: float, amount: str, what: str, colour: str) -> dict[str, Any]:
    """Return an amount and its words on a rule, at the left edge (0) or the right one (1)."""
    place = {"xref": "paper", "yref": "paper", "xanchor": ("left", "right")[side]}
    text = f'<b><span style="font-size:17px">{amount}</span></b><br>{what}'
    return label(side, y, text, colour, "above", **place, yshift=0)


def _rule(y: float) -> dict[str, Any]:
    """Return a rule from edge to edge, behind the rack."""
    ends = {"xref": "paper", "yref": "paper", "x0": 0, "x1": 1, "y0": y, "y1": y}
    return {
        "type": "line",
        "layer": "below",
        "line": {"color": PALETTE["muted"], "width": 1},
    } | ends


def _cabinet() -> dict[str, Any]:
    return _in_the_middle(
        type="rect", x0=-HALF, x1=HALF, y0=0, y1=TALL, fillcolor=PALETTE["surface"]
    ) | {"line": {"color": PALETTE["ink"], "width": 2}}


def _chips(count: int) -> dict[str, Any]:
    """Return the chips as one path of little squares, row by row from the top."""
    left = -(ACROSS * STEP - (STEP - CHIP)) / 2
    corners = (
        (left + STEP * (one % ACROSS), TALL - STEP * (one // ACROSS + 1)) for one in range(count)
    )
    squares = "".join(f"M{x:g},{y}H{x + CHIP:g}V{y - CHIP}H{x:g}Z" for x, y in corners)
    return _in_the_middle(type="path", path=squares, fillcolor=PALETTE["ink"]) | {
        "line": {"width": 0}
    }


def _in_the_middle(**shape: Any) -> dict[str, Any]:
    """Return a shape measured in pixels from the middle of the picture's foot."""
    across = {"xref": "paper", "xsizemode": "pixel", "xanchor": 0.5}
    up = {"yref": "paper", "ysizemode": "pixel", "yanchor": 0}
    return across | up | {"layer": "above"} | shape
