"""Gridlines, axis lines, labels and titles as SVG."""

from __future__ import annotations

from dataclasses import replace

from rent_or_sell.picture.axis_labels import NEAR
from rent_or_sell.picture.frame import Frame, Scale, side_of
from rent_or_sell.picture.svg import colour, dashes, element, path
from rent_or_sell.picture.text import Block


def grid(frame: Frame) -> str:
    """Return the lines that go through the chart at the ticks, and those at zero."""
    return "".join(_grid_of(frame, scale) for scale in frame.scales.values() if _is_seen(scale))


def axis_lines(frame: Frame) -> str:
    """Return the lines on which the axes stand."""
    return "".join(
        _line(frame, scale, _edge(frame, scale), scale.axis.spec.get("linecolor"), along=True)
        for scale in frame.scales.values()
        if _is_seen(scale) and scale.axis.spec.get("showline")
    )


def axis_words(frame: Frame) -> str:
    """Return the labels at the ticks and the titles of the axes."""
    seen = [scale for scale in frame.scales.values() if _is_seen(scale)]
    return "".join(_labels(frame, scale) + _title(frame, scale) for scale in seen)


def _is_seen(scale: Scale) -> bool:
    return scale.axis.spec.get("visible", True) is not False


def _edge(frame: Frame, scale: Scale) -> float:
    """Return where an axis stands: beside its counterpart's start or end, or at the edge."""
    side = side_of(scale.axis)
    far = side in ("right", "top")
    other = frame.counterpart(scale.axis)
    if other is None:
        letter = "y" if scale.axis.is_x else "x"
        return frame.at(letter, scale.axis.spec.get("position", 1 if far else 0))
    return other.end if far else other.start


def _grid_of(frame: Frame, scale: Scale) -> str:
    spec = scale.axis.spec
    spans_zero = scale.axis.kind == "linear" and scale.low * scale.high <= 0
    zero = spans_zero and spec.get("zeroline", True)
    lines = ""
    if spec.get("showgrid", True):
        numbers = [tick.number for tick in scale.ticks if not (zero and tick.number == 0)]
        ends = (scale.start, scale.end)
        places = [scale.pixels(number) for number in numbers]
        inner = [place for place in places if min(abs(place - end) for end in ends) > 0.5]
        look, dash = spec.get("gridcolor"), spec.get("griddash")
        lines = "".join(_line(frame, scale, place, look, dash=dash) for place in inner)
    if zero:
        lines += _line(frame, scale, scale.pixels(0), spec.get("zerolinecolor"))
    return lines


def _line(
    frame: Frame,
    scale: Scale,
    place: float,
    declared: str | None,
    *,
    along: bool = False,
    dash: str | None = None,
) -> str:
    """Return a line at `place`: across the chart from an axis, or along the axis itself."""
    other = frame.counterpart(scale.axis)
    if along:
        start, end = scale.start, scale.end
    elif other is not None:
        start, end = other.start, other.end
    else:
        letter = "y" if scale.axis.is_x else "x"
        start, end = frame.at(letter, 0), frame.at(letter, 1)
    upright = scale.axis.is_x is not along
    ends = [(place, start), (place, end)] if upright else [(start, place), (end, place)]
    return element(
        "path",
        d=path(ends),
        fill="none",
        stroke=colour(declared, "line"),
        stroke_dasharray=dashes(dash, 1),
    )


def _labels(frame: Frame, scale: Scale) -> str:
    if not scale.labels.shown:
        return ""
    font = scale.axis.spec.get("tickfont") or {}
    edge, side, angle = _edge(frame, scale), side_of(scale.axis), scale.labels.angle
    drawn = ""
    for tick in scale.ticks:
        place = scale.pixels(tick.number)
        block = Block(tick.label, scale.labels.size)
        if not scale.axis.is_x:
            near = NEAR if side == "right" else -NEAR
            across = "left" if side == "right" else "right"
            drawn += replace(block, across=across).draw(edge + near, place, font.get("color"))
        elif not angle:
            down, near = ("top", NEAR) if side == "bottom" else ("bottom", -NEAR)
            drawn += replace(block, down=down).draw(place, edge + near, font.get("color"))
        else:
            across = "left" if angle > 0 else "right"
            turned = replace(block, across=across, angle=angle)
            drawn += turned.draw(place, edge + NEAR + block.size * 0.6, font.get("color"))
    return drawn


def _title(frame: Frame, scale: Scale) -> str:
    block = scale.labels.title
    if block is None or not block.text:
        return ""
    fill = (scale.axis.spec["title"].get("font") or {}).get("color")
    side, edge, away = side_of(scale.axis), _edge(frame, scale), scale.labels.title_at
    middle = (scale.start + scale.end) / 2
    if scale.axis.is_x:
        if side == "top":
            return replace(block, down="bottom").draw(middle, edge - away, fill)
        return block.draw(middle, edge + away, fill)
    turned = replace(block, down="middle", angle=-90)
    shift = away + block.height / 2
    return turned.draw(edge - shift if side == "left" else edge + shift, middle, fill)
