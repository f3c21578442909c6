"""One rack, drawn chip by chip, and its two lives: who pays whom, and who bears costs and risk.

All is measured in pixels from the picture's foot and its edges, so that it holds at any width.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from rent_or_sell.book import BOOK
from rent_or_sell.charts.direct_labels import HIDDEN_AXIS, NO_PAPER, framed, label
from rent_or_sell.charts.palette import PALETTE
from rent_or_sell.numbers.number_format import format_number
from rent_or_sell.trainium.hues import RENT, RENT_PALE, SELL, SELL_PALE

BEARS = ("bears", "building, power,", "upkeep, and the risk", "that rents fall")
WIDE = 0.48  # of the picture's width, each life

# Heights from the foot, in pixels: the box of who is paid, that of who pays, and the rack's.
BELOW, ABOVE, RACK = (0, 80), (138, 218), (248, 336)
RULES = (252, 297)  # below the rack's numbers
PLOT, TOP, FOOT = 340, 6, 26
# The rack: its width, a chip, from one chip to the next, and how many stand beside each other.
CABINET, CHIP, STEP, ACROSS = 54, 3, 5, 9


def two_lives_of_one_rack() -> go.Figure:
    """Return the rack with its numbers, and beneath it its life rented and its life sold."""
    base = {name: parameter.base for name, parameter in BOOK.load_parameters().items()}
    values = base | BOOK.model("rack").evaluate()
    chips, power = round(values["chips"]), values["rack_power"] * 1000
    made, price, rented, sold = (
        format_number(values[name], "$.2M")
        for name in ("build_cost", "price", "npv_rent", "npv_sell")
    )
    hour = format_number(values["rent_per_chip_hour"], "$.2f")
    fee = format_number(values["support_fee_share"], ".0%")
    years, support = (f"{values[name]:.0f} years" for name in ("rental_years", "support_years"))
    rent = (f"{hour} a chip-hour", f"for {years}, and", "services beside")
    sale = (f"{price} at once,", f"{fee} of it a year for", f"support, {support}")
    paid_for_hours, paid_once, bears = (" ".join(words) for words in (rent, sale, BEARS))
    return framed(
        [],
        f"A rack that costs {made} to make is worth {rented} to Amazon rented out, {sold} sold",
        f"A rack: {chips} chips, {power:.0f} kW of power, {made} to make, {price} its price. "
        f"Rented: a customer pays AWS {paid_for_hours}; AWS keeps the rack and {bears}; {rented} "
        f"are kept. Sold: the buyer pays Amazon {paid_once}, has the rack and {bears}; {sold} are "
        "kept.",
        "Source: the book’s model at its base values. Kept by Amazon: net of all costs, in "
        "today’s money.",
        table=[
            ("One rack", "Rented", "Sold"),
            ("Chips", *[f"{chips}"] * 2),
            ("Power", *[f"{power:.0f} kW"] * 2),
            ("Cost to make", *[made] * 2),
            ("What Amazon is paid", paid_for_hours, paid_once),
            ("By whom", "a customer of AWS", "the buyer"),
            (f"Who has the rack and {bears}", "AWS", "the buyer"),
            ("What Amazon keeps", rented, sold),
        ],
        height=TOP + PLOT + FOOT,
        margin={"t": TOP, "b": FOOT},
        xaxis=HIDDEN_AXIS,
        yaxis=HIDDEN_AXIS,
        annotations=[
            _number(0, RULES[1], f"{chips} chips", "Trainium3"),
            _number(0, RULES[0], f"{power:.0f} kW", "of power"),
            _number(1, RULES[1], made, "to make"),
            _number(1, RULES[0], price, "its price, if sold"),
            *_life(
                0,
                RENT,
                "Rented: it stays",
                ("A customer", "has", "the hours"),
                rent,
                ("AWS", *BEARS),
            ),
            *_life(
                1 - WIDE,
                SELL,
                "Sold: it leaves",
                ("The buyer", *BEARS),
                sale,
                ("Amazon", "made", "the rack"),
            ),
            _words(0, BELOW[0], f"<b>{rented} kept</b>", RENT, "top", yshift=-4),
            _words(1 - WIDE, BELOW[0], f"<b>{sold} kept</b>", SELL, "top", yshift=-4),
        ],
        shapes=[
            *(_rule(height) for height in RULES),
            _cabinet(),
            _chips(chips),
            _box(0, ABOVE, "muted", "paper"),
            _box(0, BELOW, RENT, RENT_PALE),
            _box(1 - WIDE, ABOVE, SELL, SELL_PALE),
            _box(1 - WIDE, BELOW, "muted", "paper"),
        ],
    )


def _number(column: int, height: float, amount: str, what: str) -> dict[str, Any]:
    """Return a number of the rack above its rule, in the first column (0) or the second (1)."""
    text = f'<b><span style="font-size:17px">{amount}</span></b><br>{what}'
    x, shift = ((0, CABINET + 14), (0.62, 0))[column]
    return _words(x, height, text, "ink", "bottom", xshift=shift)


def _life(
    left: float,
    hue: str,
    head: str,
    above: Sequence[str],
    money: Sequence[str],
    below: Sequence[str],
) -> list[dict[str, Any]]:
    """Return the words of a life: who pays, what, and whom; and the arrow between the two."""
    middle = (ABOVE[0] + BELOW[1]) / 2
    return [
        _words(left, ABOVE[1], f"<b>{head}</b>", hue, "bottom"),
        _words(left, ABOVE[1], _does(above), "ink", "top", xshift=8, yshift=-4),
        _words(left, middle, "<br>".join(money), hue, "middle", xshift=26),
        _words(left, BELOW[1], _does(below), "ink", "top", xshift=8, yshift=-4),
        _arrow(left, hue),
    ]


def _does(lines: Sequence[str]) -> str:
    who, what, *more = lines
    return "<br>".join((f"<b>{who}</b> {what}", *more))


def _words(
    x: float, height: float, text: str, colour: str, anchor: str, xshift: int = 0, yshift: int = 0
) -> dict[str, Any]:
    place = {"xref": "paper", "yref": "paper", "yanchor": anchor, "yshift": yshift}
    return label(x, height / PLOT, text, colour, "right", **place, **NO_PAPER, xshift=xshift)


def _arrow(left: float, hue: str) -> dict[str, Any]:
    """Return an arrow from the box above to the one below, a little right of their left edge."""
    length = BELOW[1] - ABOVE[0] + 4
    place = {"xref": "paper", "yref": "paper", "xshift": 14, "yanchor": "bottom"}
    shaft = {"showarrow": True, "ax": 0, "ay": length, "arrowhead": 2, "arrowwidth": 2.5}
    return label(left, BELOW[1] / PLOT, "", hue, "right", **place, **shaft, arrowcolor=PALETTE[hue])


def _box(left: float, heights: tuple[int, int], edge: str, fill: str) -> dict[str, Any]:
    foot, top = (height / PLOT for height in heights)
    paint = {"fillcolor": PALETTE[fill], "line": {"color": PALETTE[edge], "width": 1.5}}
    return _shape(type="rect", x0=left, x1=left + WIDE, y0=foot, y1=top, **paint)


def _rule(height: float) -> dict[str, Any]:
    """Return a rule from edge to edge, behind the rack."""
    line = {"color": PALETTE["muted"], "width": 1}
    return _shape(type="line", x0=0, x1=1, y0=height / PLOT, y1=height / PLOT, line=line)


def _cabinet() -> dict[str, Any]:
    paint = {"fillcolor": PALETTE["surface"], "line": {"color": PALETTE["ink"], "width": 2}}
    return _from_the_corner(type="rect", x0=1, x1=CABINET, y0=RACK[0], y1=RACK[1], **paint)


def _chips(count: int) -> dict[str, Any]:
    """Return the chips as one path of little squares, row by row from the top."""
    left = 1 + (CABINET - STEP * (ACROSS - 1) - CHIP) // 2
    corners = (
        (left + STEP * (i % ACROSS), RACK[1] - STEP * (i // ACROSS + 1)) for i in range(count)
    )
    squares = "".join(f"M{x},{y}H{x + CHIP}V{y - CHIP}H{x}Z" for x, y in corners)
    return _from_the_corner(type="path", path=squares, fillcolor=PALETTE["ink"], line={"width": 0})


def _from_the_corner(**shape: Any) -> dict[str, Any]:
    """Return a shape measured in pixels from the left foot of the picture."""
    pixels = {"xsizemode": "pixel", "xanchor": 0, "ysizemode": "pixel", "yanchor": 0}
    return _shape(**pixels, **shape)


def _shape(**shape: Any) -> dict[str, Any]:
    return {"layer": "below", "xref": "paper", "yref": "paper", **shape}
