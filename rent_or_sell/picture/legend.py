"""The legend: which trace is which, in rows that fit the picture's width."""

from __future__ import annotations

from collections.abc import Sequence

from rent_or_sell.picture.declaration import Spec, Trace
from rent_or_sell.picture.frame import Frame
from rent_or_sell.picture.points import draw_symbol, marker_size, of_point
from rent_or_sell.picture.svg import colour, element, path, stroke
from rent_or_sell.picture.text import Block, text_width

SAMPLE = 24  # pixels for the piece of line or bar before a name
GAP = 6  # pixels after it
BETWEEN = 16  # pixels between entries
ROW = 19  # pixels from one row to the next


def rows_of(layout: Spec, traces: Sequence[Trace], width: float) -> list[list[Trace]]:
    """Return the traces that a legend names, row by row; none where there is no legend."""
    named = [trace for trace in traces if trace.is_in_legend]
    wanted = layout.get("showlegend", len(traces) > 1)
    if not wanted or not named:
        return []
    if layout["legend"].get("orientation") != "h":
        return [[trace] for trace in named]
    if layout.get("barmode") == "stack" and any(trace.is_bar for trace in named):
        named = named[::-1]  # as Plotly does
    rows: list[list[Trace]] = [[]]
    for trace in named:
        if rows[-1] and sum(map(_width, [*rows[-1], trace])) - BETWEEN > width:
            rows.append([])
        rows[-1].append(trace)
    return rows


def height_above(layout: Spec, rows: Sequence[Sequence[Trace]]) -> float:
    """Return the pixels that a legend takes above the chart, zero where it lies elsewhere."""
    legend = layout["legend"]
    is_above = legend.get("y", 1) >= 1 and legend.get("yanchor") == "bottom"
    return (len(rows) + 1) * ROW if rows and is_above else 0


def draw_legend(layout: Spec, rows: Sequence[Sequence[Trace]], frame: Frame) -> str:
    """Return the legend's rows as SVG."""
    legend, drawn = layout["legend"], ""
    widths = [sum(map(_width, row)) - BETWEEN for row in rows]
    x, y = frame.at("x", legend.get("x", 0)), frame.at("y", legend.get("y", 1))
    shift = {"right": 1, "center": 0.5}.get(legend.get("xanchor", "left"), 0)
    lift = {"bottom": 1, "middle": 0.5}.get(legend.get("yanchor", "top"), 0)
    top = y - lift * (len(rows) * ROW + 4)
    for number, row in enumerate(rows):
        left = max(0.0, x - shift * max(widths))
        for trace in row:
            drawn += _entry(trace, left, top + ROW * (number + 0.5))
            left += _width(trace)
    return drawn


def _width(trace: Trace) -> float:
    return SAMPLE + GAP + text_width(str(trace.spec["name"])) + BETWEEN


def _entry(trace: Trace, left: float, middle: float) -> str:
    name = Block(str(trace.spec["name"]), across="left").draw(left + SAMPLE + GAP, middle)
    if trace.is_bar:
        box = {"x": left + 6, "y": middle - 6, "width": 12, "height": 12}
        return element("rect", fill=colour(trace.colour), **box) + name
    sample = ""
    if "lines" in trace.mode:
        ends = [(left, middle), (left + SAMPLE, middle)]
        sample = element("path", d=path(ends), **stroke(trace.part("line"), trace.colour))
    if "markers" in trace.mode:
        marker = trace.part("marker")
        symbol = str(of_point(marker.get("symbol"), 0, "circle"))
        fill = of_point(marker.get("color"), 0, trace.colour)
        place = (left + SAMPLE / 2, middle)
        sample += draw_symbol(symbol, place, marker_size(trace, 0) / 2, fill, marker)
    return sample + name
