"""Bars and the words on them, as SVG."""

from __future__ import annotations

import re
from typing import Any

from rent_or_sell.picture.bars import Bar
from rent_or_sell.picture.frame import Frame
from rent_or_sell.picture.number_text import coded, plain
from rent_or_sell.picture.points import of_point
from rent_or_sell.picture.svg import colour, element
from rent_or_sell.picture.text import SIZE, Block

NEAR = 4  # pixels between a bar's end and its words
PALE = ("#cfe2f1", "#f8dcc4", "#ffffff", "#d8dde4")  # of the palette: dark words stand on these

Box = tuple[float, float, float, float]  # left, top, right, bottom in pixels


def draw_bar(bar: Bar, frame: Frame) -> str:
    """Return a bar and its words."""
    left, top, right, bottom = box = _box(bar, frame)
    marker, index = bar.trace.part("marker"), bar.index
    fill = of_point(marker.get("color"), index, bar.trace.colour)
    line = marker.get("line") or {}
    width = of_point(line.get("width"), index, 0)
    edge = colour(of_point(line.get("color"), index, None)) if width else None
    opacity = of_point(marker.get("opacity"), index, bar.trace.spec.get("opacity"))
    pattern = of_point((marker.get("pattern") or {}).get("shape"), index, "")
    shape = element(
        "rect",
        x=left,
        y=top,
        width=right - left,
        height=bottom - top,
        fill=colour(fill),
        # hatching, without which a picture can say the same: paler, with an outline
        fill_opacity=0.3 if pattern else None,
        opacity=opacity,
        stroke=colour(fill) if pattern and not width else edge,
        stroke_width=width or None,
    )
    return shape + _words(bar, box, fill)


def _box(bar: Bar, frame: Frame) -> Box:
    x, y = (frame.scales[name] for name in bar.trace.axes)
    across, along = (y, x) if bar.trace.is_horizontal else (x, y)
    sides = sorted((across.pixels(bar.low), across.pixels(bar.high)))
    ends = sorted((along.pixels(bar.base), along.pixels(bar.top)))
    if bar.trace.is_horizontal:
        return ends[0], sides[0], ends[1], sides[1]
    return sides[0], ends[0], sides[1], ends[1]


def _words(bar: Bar, box: Box, fill: Any) -> str:
    text = _text(bar)
    place = of_point(bar.trace.spec.get("textposition"), bar.index, "auto")
    if not text or place == "none":
        return ""
    part = bar.trace.part
    inside = place == "inside" or (place == "auto" and _fits(text, box))
    font = {**part("textfont"), **part("insidetextfont" if inside else "outsidetextfont")}
    size = of_point(font.get("size"), bar.index, SIZE)
    contrast = "#1d2430" if not inside or fill in PALE else "#ffffff"
    x, y, across, down = _at(bar, box, inside=inside)
    return Block(text, size, across, down).draw(
        x, y, of_point(font.get("color"), bar.index, contrast)
    )


def _fits(text: str, box: Box) -> bool:
    block = Block(text)
    return block.width + 2 * NEAR < box[2] - box[0] and block.height < box[3] - box[1]


def _at(bar: Bar, box: Box, *, inside: bool) -> tuple[float, float, str, str]:
    """Return where a bar's words are anchored, and by which part of them."""
    left, top, right, bottom = box
    middle = ((left + right) / 2, (top + bottom) / 2)
    if inside and bar.trace.spec.get("insidetextanchor") == "middle":
        return *middle, "center", "middle"
    forward = bar.top >= (bar.base or 0)
    if bar.trace.is_horizontal:
        end, outward = (right, 1) if forward else (left, -1)
        shift = -outward if inside else outward
        return end + shift * NEAR, middle[1], "left" if shift > 0 else "right", "middle"
    end, outward = (top, -1) if forward else (bottom, 1)
    shift = -outward if inside else outward
    return middle[0], end + shift * NEAR / 2, "center", "top" if shift > 0 else "bottom"


def _text(bar: Bar) -> str:
    """Return a bar's words: its text, or its template with the bar's values filled in."""
    trace, index = bar.trace, bar.index
    text = plain(of_point(trace.spec.get("text"), index, ""))
    template = of_point(trace.spec.get("texttemplate"), index, None)
    if template is None:
        return text
    size = trace.x[index] if trace.is_horizontal else trace.y[index]
    values = {"x": trace.x[index], "y": trace.y[index], "text": text, "value": size}
    return re.sub(r"%\{(\w+)(?::([^}]+))?\}", lambda found: _filled(found, values), str(template))


def _filled(found: re.Match[str], values: dict[str, Any]) -> str:
    value = values.get(found[1], "")
    return coded(float(value), found[2]) if found[2] else plain(value)
