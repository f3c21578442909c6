"""The mark of what no public document shows: hollow, with a question mark beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rent_or_sell.charts.direct_labels import Side, label
from rent_or_sell.charts.palette import PALETTE

KEY = "Hollow, with “?”: no public document found."


def marker(
    colour: str, doubted: Sequence[bool], symbol: str = "circle", size: int = 11
) -> dict[str, Any]:
    """Return Plotly's marker for points in a colour of the palette, hollow where doubted."""
    fills = [PALETTE["paper" if one else colour] for one in doubted]
    line = {"color": PALETTE[colour], "width": 2}
    return {"color": fills, "symbol": symbol, "size": size, "line": line}


def questions(
    points: Sequence[tuple[Any, Any]], colour: str, doubted: Sequence[bool], side: Side
) -> list[dict[str, Any]]:
    """Return a question mark beside each point that is doubted."""
    pairs = zip(points, doubted, strict=True)
    return [label(*point, "<b>?</b>", colour, side) for point, one in pairs if one]
