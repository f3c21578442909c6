"""A Plotly figure as a picture made of SVG, without a browser: shown before, without and in place
of the live chart, on paper too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from rent_or_sell.picture.axes import axes_of
from rent_or_sell.picture.axis_marks import axis_lines, axis_words, grid
from rent_or_sell.picture.bar_marks import draw_bar
from rent_or_sell.picture.bars import Bar, bars_of
from rent_or_sell.picture.declaration import Trace, is_drawable, layout_of, text_of, traces_of
from rent_or_sell.picture.extents import extents_of
from rent_or_sell.picture.fitting import frame_of
from rent_or_sell.picture.frame import Frame, Margins
from rent_or_sell.picture.legend import draw_legend, height_above, rows_of
from rent_or_sell.picture.lines import draw_lines
from rent_or_sell.picture.notes import draw_note
from rent_or_sell.picture.shapes import draw_shapes
from rent_or_sell.picture.svg import colour, element, number
from rent_or_sell.picture.text import SIZE

HEIGHT = 400  # pixels, where a figure declares none
# one for a page's column, one for a phone, whose words would be too small in the other
WIDTHS = {"wide": 640, "narrow": 358}


def static_picture(figure: Mapping[str, Any]) -> str:
    """Return a figure as HTML: an SVG for wide and one for narrow columns; the page shows one.

    Colours of the palette become custom properties, so that the picture follows the theme. Text
    of the figure stays text.

    Parameters
    ----------
    figure
        A figure as Plotly writes it to JSON, with `data` and `layout`. `layout.meta.summary` is
        the picture's text for those who do not see it; its title otherwise.

    Returns
    -------
    str
        The picture; empty if there are no traces or one is neither scatter nor bar.

    Raises
    ------
    ValueError
        If a tick format is not one that a picture can write.
    """
    if not is_drawable(figure):
        return ""
    layout = figure.get("layout") or {}
    meta = layout.get("meta")
    summary = meta.get("summary") if isinstance(meta, Mapping) else None
    label = escape(str(summary or text_of(layout.get("title")) or "Chart"))
    pictures = "".join(_picture(figure, name, width) for name, width in WIDTHS.items())
    return f'<div class="static-picture" role="img" aria-label="{label}">{pictures}</div>'


def _picture(figure: Mapping[str, Any], name: str, width: float) -> str:
    layout = layout_of(figure)
    height = float(layout.get("height") or HEIGHT)
    traces = traces_of(figure, layout["colorway"])
    axes = axes_of(layout, traces)
    bars = bars_of(traces, axes, layout)
    declared = layout["margin"]
    rows = rows_of(layout, traces, width - declared["l"] - declared["r"])
    least = Margins(
        declared["l"],
        declared["r"],
        max(declared["t"], height_above(layout, rows)),
        declared["b"],
    )
    frame = frame_of(axes, extents_of(axes, traces, bars, layout), (width, height), least)
    content = [
        grid(frame),
        draw_shapes(layout, frame, "below"),
        _clipped(_marks(traces, bars, frame), traces, frame),
        axis_lines(frame),
        axis_words(frame),
        draw_shapes(layout, frame, "above", "between"),
        *(draw_note(note, frame) for note in layout.get("annotations") or []),
        draw_legend(layout, rows, frame),
    ]
    return element(
        "svg",
        "".join(content),
        class_=name,
        viewBox=f"0 0 {number(width)} {number(height)}",
        preserveAspectRatio="xMinYMid",
        font_size=SIZE,
        fill=colour("", "ink"),
        aria_hidden="true",
    )


def _marks(traces: Sequence[Trace], bars: Iterable[Bar], frame: Frame) -> str:
    """Return bars, and lines and points above them."""
    lines = [trace for trace in traces if not trace.is_bar]
    drawn = "".join(draw_bar(bar, frame) for bar in bars)
    for before, trace in zip([None, *lines], lines, strict=False):
        drawn += draw_lines(trace, frame, before)
    return drawn


def _clipped(marks: str, traces: Sequence[Trace], frame: Frame) -> str:
    """Cut off what lies outside the axes, where a declared range may leave something out."""
    ranged = any(scale.axis.spec.get("range") for scale in frame.scales.values())
    if not ranged or any(trace.spec.get("cliponaxis", True) is False for trace in traces):
        return marks
    left, top = frame.margins.left, frame.margins.top
    width, height = frame.right - left, frame.bottom - top
    box = " ".join(map(number, (left, top, width, height)))
    return element("svg", marks, x=left, y=top, width=width, height=height, viewBox=box)
