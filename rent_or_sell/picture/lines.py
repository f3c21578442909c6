"""Traces that are lines, points and words at points, as SVG."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from rent_or_sell.picture.declaration import Trace
from rent_or_sell.picture.error_bars import draw_spread
from rent_or_sell.picture.frame import Frame
from rent_or_sell.picture.number_text import plain
from rent_or_sell.picture.points import draw_marker, marker_size, of_point
from rent_or_sell.picture.svg import colour, element, path, stroke
from rent_or_sell.picture.text import SIZE, Block

Place = tuple[float, float]

NEAR = 3  # pixels between a point and its words
SIDES = {"left": "right", "right": "left"}  # words to the left of a point end there
LEVELS = {"top": "bottom", "bottom": "top"}


def draw_lines(trace: Trace, frame: Frame, before: Trace | None) -> str:
    """Return a trace as SVG; `before` is the one that a fill "to next" reaches to."""
    places = list(_places(trace, frame))
    drawn = _fill(trace, frame, before)
    if "lines" in trace.mode:
        look = stroke(trace.part("line"), trace.colour)
        shape = trace.part("line").get("shape", "linear")
        drawn += "".join(
            element("path", d=path(_stepped(piece, shape)), **look)
            for piece in _pieces(places, connect=trace.spec.get("connectgaps", False))
        )
    for index, place in enumerate(places):
        if place is None:
            continue
        drawn += draw_spread(trace, index, frame)
        if "markers" in trace.mode:
            drawn += draw_marker(trace, index, *place)
        if "text" in trace.mode:
            drawn += _words(trace, index, place)
    opacity = trace.spec.get("opacity", 1)
    return element("g", drawn, opacity=opacity) if drawn and opacity < 1 else drawn


def _places(trace: Trace, frame: Frame) -> Iterator[Place | None]:
    x, y = (frame.scales[name] for name in trace.axes)
    for across, down in zip(trace.x, trace.y, strict=False):
        numbers = x.axis.number(across), y.axis.number(down)
        known = None not in numbers
        yield (x.pixels(numbers[0]), y.pixels(numbers[1])) if known else None


def _pieces(places: list[Place | None], *, connect: bool) -> Iterator[list[Place]]:
    """Return the runs of points between gaps."""
    run: list[Place] = []
    for place in [*places, None]:
        if place is not None:
            run.append(place)
        elif run and not connect:
            yield run
            run = []
    if run:
        yield run


def _stepped(places: list[Place], shape: str) -> list[Place]:
    if shape not in ("hv", "vh"):
        return places
    stepped = places[:1]
    for (x0, y0), (x1, y1) in pairwise(places):
        stepped += [(x1, y0) if shape == "hv" else (x0, y1), (x1, y1)]
    return stepped


def _fill(trace: Trace, frame: Frame, before: Trace | None) -> str:
    """Return the area between a line and zero, or between it and the line before."""
    fill = trace.spec.get("fill", "none")
    places = [place for place in _places(trace, frame) if place is not None]
    if fill == "none" or not places:
        return ""
    back: list[Place] = []
    if fill.startswith("tonext") and before is not None:
        back = [place for place in _places(before, frame) if place is not None]
    elif fill in ("tozeroy", "tonexty"):
        floor = _zero(frame, trace.axes[1])
        back = [(places[0][0], floor), (places[-1][0], floor)]
    elif fill in ("tozerox", "tonextx"):
        edge = _zero(frame, trace.axes[0])
        back = [(edge, places[0][1]), (edge, places[-1][1])]
    # Plotly's own fill is half transparent where none is declared
    declared = trace.spec.get("fillcolor")
    look = {"fill": colour(declared or trace.colour), "fill_opacity": None if declared else 0.5}
    shape = trace.part("line").get("shape", "linear")
    return element("path", d=path(_stepped(places, shape) + back[::-1], closed=True), **look)


def _zero(frame: Frame, name: str) -> float:
    scale = frame.scales[name]
    return scale.pixels(0 if scale.axis.kind != "log" else None)


def _words(trace: Trace, index: int, place: Place) -> str:
    text = plain(of_point(trace.spec.get("text"), index, ""))
    if not text:
        return ""
    font = trace.part("textfont")
    position = str(of_point(trace.spec.get("textposition"), index, "middle center"))
    level, side = position.split()
    gap = NEAR + (marker_size(trace, index) / 2 if "markers" in trace.mode else 0)
    block = Block(
        text,
        of_point(font.get("size"), index, SIZE),
        SIDES.get(side, "center"),
        LEVELS.get(level, "middle"),
    )
    x = place[0] + gap * {"left": -1, "center": 0, "right": 1}[side]
    y = place[1] + gap * {"top": -1, "middle": 0, "bottom": 1}[level]
    return block.draw(x, y, of_point(font.get("color"), index, None))
