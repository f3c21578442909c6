"""The look of the book's charts: one small Plotly template in the palette, direct labels."""

from __future__ import annotations

from rent_or_sell.extras import brought_by

with brought_by("book"):
    import plotly.graph_objects as go

    from rent_or_sell.charts.palette import PALETTE


def book_template() -> go.layout.Template:
    """Return the book's Plotly template: light horizontal grid, rent and sell as first colours."""
    axis = {
        "automargin": True,
        "linecolor": PALETTE["line"],
        "ticklabelstandoff": 4,
        "title": {"standoff": 8, "font": {"size": 13}},
    }
    layout = {
        "font": {"family": "system-ui, sans-serif", "size": 13, "color": PALETTE["ink"]},
        "paper_bgcolor": PALETTE["paper"],
        "plot_bgcolor": PALETTE["paper"],
        "colorway": [PALETTE[name] for name in ("first", "second", "muted", "ink")],
        "margin": {"l": 8, "r": 16, "t": 40, "b": 8},
        "title": {"x": 0, "xref": "paper", "font": {"size": 16}},
        "legend": {"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom"},
        "hoverlabel": {"bgcolor": PALETTE["paper"], "font": {"color": PALETTE["ink"]}},
        # lower than the numbers of the other axis, whose lowest stands at the same corner
        "xaxis": axis | {"showgrid": False, "zeroline": False, "ticklabelstandoff": 7},
        "yaxis": axis | {"gridcolor": PALETTE["line"], "zerolinecolor": PALETTE["muted"]},
    }
    return go.layout.Template(layout=layout)


def label_ends(figure: go.Figure) -> go.Figure:
    """Write each line's name at its last point, in its colour, in place of a legend.

    Returns the same figure, changed.
    """
    colours = book_template().layout.colorway
    for position, trace in enumerate(figure.data):
        figure.add_annotation(
            x=trace.x[-1],
            y=trace.y[-1],
            text=trace.name,
            font={"color": trace.line.color or colours[position % len(colours)]},
            showarrow=False,
            xanchor="left",
            xshift=6,
        )
    return figure.update_layout(showlegend=False)
