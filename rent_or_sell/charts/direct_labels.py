"""Words written beside the marks of a chart, in place of a legend, and the frame around both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from rent_or_sell.extras import brought_by

with brought_by("book"):
    import plotly.graph_objects as go

    from rent_or_sell.charts.in_notebooks import layout_in_notebooks
    from rent_or_sell.charts.look import book_template
    from rent_or_sell.charts.palette import PALETTE

Side = Literal["above", "below", "left", "right"]

# Where a label stands: what Plotly anchors, and the distance in pixels that keeps a mark free.
_PLACES: dict[Side, dict[str, Any]] = {
    "above": {"xanchor": "center", "yanchor": "bottom", "yshift": 7},
    "below": {"xanchor": "center", "yanchor": "top", "yshift": -7},
    "left": {"xanchor": "right", "yanchor": "middle", "xshift": -9},
    "right": {"xanchor": "left", "yanchor": "middle", "xshift": 9},
}

# A label's words on a filled area, which shows through.
NO_PAPER = {"bgcolor": "rgba(0,0,0,0)"}
# An axis without line or numbers, of a picture whose places are no numbers.
HIDDEN_AXIS = {"visible": False, "range": [0, 1], "fixedrange": True}


def label(x: Any, y: Any, text: str, colour: str, side: Side, **changes: Any) -> dict[str, Any]:
    """Return an annotation beside a point, in a colour of the palette, named by its word.

    Paper lies behind its words, so that no line strikes them through. `changes` are Plotly's own
    names, such as `xanchor="left"` for a label that starts at the point.
    """
    font, paper = {"color": PALETTE[colour]}, {"bgcolor": PALETTE["paper"], "borderpad": 1}
    place = {"x": x, "y": y, "showarrow": False} | _PLACES[side]
    return {"text": text, "font": font} | paper | place | changes


class WordyFigure(go.Figure):  # type: ignore[misc]  # Plotly is untyped
    """A figure that notebooks show with all of its title, and with words that are words.

    JupyterLab's Plotly cuts what is wider than it, and reads a formula between two dollars.
    """

    def _ipython_display_(self) -> None:
        # asked for before any other form of a figure, and Plotly's own takes no settings
        shown = go.Figure(self).update_layout(layout_in_notebooks(self.to_dict()["layout"]))
        shown.show(config={"typesetMath": False})


def framed(
    traces: list[Any],
    title: str,
    summary: str,
    source: str,
    table: Sequence[Sequence[str | float | None]] = (),
    **layout: Any,
) -> go.Figure:
    """Return a figure in the book's look, its legend replaced by labels.

    Parameters
    ----------
    traces
        Plotly's scatters and bars.
    title
        What the chart shows, in a sentence.
    summary
        The chart in words, for who cannot see it.
    source
        The line beneath: whence the numbers come, and to when.
    table
        The rows of the table behind it, headings first, where places in the picture are no numbers.
    layout
        Plotly's own names: height, axes, annotations, shapes.
    """
    frame = {
        "template": book_template(),
        "title": title,
        "showlegend": False,
        "meta": {"summary": summary, "source": source} | ({"table": table} if table else {}),
    }
    return WordyFigure(traces, frame | layout)
