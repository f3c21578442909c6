"""How far a point may really lie: the lines through points that Plotly calls error bars."""

from __future__ import annotations

from rent_or_sell.charts.packed_array import unpacked
from rent_or_sell.picture.declaration import Trace
from rent_or_sell.picture.frame import Frame
from rent_or_sell.picture.svg import colour, element, path

CAP = 4  # pixels from the line to either end of its cap, where none is declared


def spread(trace: Trace, letter: str, index: int) -> tuple[float, float]:
    """Return how far a point may lie below and above its value along an axis; 0 where unsaid."""
    declared = trace.part(f"error_{letter}")
    above = _at(unpacked(declared.get("array")), index)
    symmetric = declared.get("symmetric", "arrayminus" not in declared)
    return (above if symmetric else _at(unpacked(declared.get("arrayminus")), index)), above


def draw_spread(trace: Trace, index: int, frame: Frame) -> str:
    """Return the lines through one point, with their caps."""
    drawn = ""
    x, y = (frame.scales[name] for name in trace.axes)
    values = x.axis.number(trace.x[index]), y.axis.number(trace.y[index])
    for letter, scale, value in zip("xy", (x, y), values, strict=True):
        below, above = spread(trace, letter, index)
        if value is None or None in values or not (below or above):
            continue
        other = y.pixels(values[1]) if letter == "x" else x.pixels(values[0])
        declared = trace.part(f"error_{letter}")
        drawn += element(
            "path",
            d=_capped(scale.pixels(value - below), scale.pixels(value + above), other, letter),
            fill="none",
            stroke=colour(declared.get("color", trace.colour)),
            stroke_width=declared.get("thickness", 2),
        )
    return drawn


def _capped(start: float, end: float, other: float, letter: str) -> str:
    strokes = [
        [(start, other), (end, other)],
        *([(place, other - CAP), (place, other + CAP)] for place in (start, end)),
    ]
    turned = strokes if letter == "x" else [[(b, a) for a, b in stroke] for stroke in strokes]
    return "".join(map(path, turned))


def _at(values: object, index: int) -> float:
    known = isinstance(values, list) and index < len(values) and values[index] is not None
    return float(values[index]) if known and isinstance(values, list) else 0.0
