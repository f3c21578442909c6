"""Markers: their sizes, colours and symbols, point by point."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rent_or_sell.charts.packed_array import unpacked
from rent_or_sell.picture.declaration import Spec, Trace
from rent_or_sell.picture.svg import colour, element, path

Corners = Sequence[tuple[float, float]]

SIZE = 6.0  # pixels

# corners for a radius of one; symbols not named here are drawn as circles
SYMBOLS: Mapping[str, Corners] = {
    "square": [(-1, -1), (1, -1), (1, 1), (-1, 1)],
    "diamond": [(0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)],
    "triangle-up": [(-1.15, 0.5), (0, -1), (1.15, 0.5)],
    "triangle-down": [(-1.15, -0.5), (0, 1), (1.15, -0.5)],
    "triangle-left": [(0.5, -1.15), (-1, 0), (0.5, 1.15)],
    "triangle-right": [(-0.5, -1.15), (1, 0), (-0.5, 1.15)],
}
STROKES: Mapping[str, Sequence[Corners]] = {
    "x": [[(-1, -1), (1, 1)], [(-1, 1), (1, -1)]],
    "cross": [[(-1, 0), (1, 0)], [(0, -1), (0, 1)]],
    "line-ns": [[(0, -1.4), (0, 1.4)]],
    "line-ew": [[(-1.4, 0), (1.4, 0)]],
}


def of_point(declared: Any, index: int, otherwise: Any) -> Any:
    """Return what is declared for one point, whether once for all or point by point."""
    if not isinstance(declared, (list, tuple, dict)):
        return otherwise if declared is None else declared
    values = unpacked(declared)
    found = values[index] if index < len(values) else None
    return otherwise if found is None else found


def marker_size(trace: Trace, index: int) -> float:
    """Return a point's diameter in pixels."""
    return float(of_point(trace.part("marker").get("size"), index, SIZE))


def draw_marker(trace: Trace, index: int, x: float, y: float) -> str:
    """Return one point of a trace as SVG, at a place in pixels."""
    marker = trace.part("marker")
    fill = of_point(marker.get("color"), index, trace.colour)
    symbol = str(of_point(marker.get("symbol"), index, "circle")).removesuffix("-dot")
    opacity = of_point(marker.get("opacity"), index, None)
    return draw_symbol(symbol, (x, y), marker_size(trace, index) / 2, fill, marker, opacity, index)


def draw_symbol(
    symbol: str,
    place: tuple[float, float],
    radius: float,
    fill: Any,
    marker: Spec,
    opacity: float | None = None,
    index: int = 0,
) -> str:
    """Return a symbol of a radius in pixels around a place."""
    name, is_open = symbol.removesuffix("-open"), symbol.endswith("-open")
    line = marker.get("line") or {}
    width = of_point(line.get("width"), index, 1 if is_open else 0)
    look: dict[str, Any] = {"fill": "none" if is_open else colour(fill), "opacity": opacity}
    if width:
        edge = fill if is_open else of_point(line.get("color"), index, None)
        look |= {"stroke": colour(edge), "stroke_width": width}
    if name in STROKES:
        corners = "".join(path(_around(place, radius, stroke)) for stroke in STROKES[name])
        # drawn as lines, so that the fill's colour is the line's
        look = {
            "fill": "none",
            "stroke": colour(fill),
            "stroke_width": max(width, radius / 2),
            "opacity": opacity,
        }
        return element("path", d=corners, **look)
    if name in SYMBOLS:
        return element("path", d=path(_around(place, radius, SYMBOLS[name]), closed=True), **look)
    return element("circle", cx=place[0], cy=place[1], r=radius, **look)


def _around(
    place: tuple[float, float], radius: float, corners: Corners
) -> list[tuple[float, float]]:
    return [(place[0] + radius * x, place[1] + radius * y) for x, y in corners]
