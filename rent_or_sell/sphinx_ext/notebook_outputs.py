"""Renders cell outputs that myst-nb doesn't know: Plotly figures, and widgets without a kernel."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import escape
from typing import Any, ClassVar

from docutils import nodes
from myst_nb.core.render import MimeData, NbElementRenderer

from rent_or_sell.charts.figure_table import figure_table
from rent_or_sell.charts.look import book_template
from rent_or_sell.picture.static_picture import HEIGHT, static_picture
from rent_or_sell.sphinx_ext.widget_figures import widget_figures

PLOTLY = "application/vnd.plotly.v1+json"
WIDGET = "application/vnd.jupyter.widget-view+json"
CONTROL_NOTICE = (
    "Here JupyterLab shows a control that computes in Python. To move it, run ",
    " and open this chapter there.",
)
FIGURE_NOTICE = (
    "A picture, as the cell left it. In JupyterLab the chart follows Python: run ",
    " and open this chapter there.",
)
TOP_MARGIN = 28
NO_PICTURE = (
    '<p class="no-picture">This chart is drawn by JavaScript; its numbers are in the table.</p>'
)


class PlotlyFigure:
    """Shows any Plotly figure at the end of a cell as a chart with its table behind it."""

    mime_priority_overrides: ClassVar[list[tuple[str, str, int | None]]] = [("html", PLOTLY, 5)]

    @staticmethod
    def handle_mime(
        renderer: NbElementRenderer, data: MimeData, inline: bool
    ) -> list[nodes.Element] | None:
        """Return the figure's HTML, or None for any other type of output."""
        if data.mime_type != PLOTLY or not isinstance(data.content, Mapping):
            return None
        return [nodes.raw(text=figure_html(data.content), format="html")]


class WidgetWithoutKernel:
    """Shows the figures of a widget that needs a kernel, and says where the widget is alive."""

    # after HTML and pictures, before the widget's own name in plain text
    mime_priority_overrides: ClassVar[list[tuple[str, str, int | None]]] = [("html", WIDGET, 75)]

    @staticmethod
    def handle_mime(
        renderer: NbElementRenderer, data: MimeData, inline: bool
    ) -> list[nodes.Element] | None:
        """Return the figures and the notice, or None for any other type of output."""
        if data.mime_type != WIDGET or not isinstance(data.content, Mapping):
            return None
        notebook = renderer.renderer.nb_client.nb_metadata
        figures = widget_figures(notebook, data.content["model_id"])
        shown = [nodes.raw(text=figure_html(figure), format="html") for figure in figures]
        before, after = FIGURE_NOTICE if shown else CONTROL_NOTICE
        command = nodes.literal("", "make lab")
        notice = nodes.paragraph("", before, command, nodes.Text(after), classes=["needs-kernel"])
        return [*shown, notice]


def figure_html(content: Mapping[str, Any]) -> str:
    """Return a figure's title, chart, source line and table as HTML.

    Parameters
    ----------
    content
        A figure as Plotly writes it to JSON. `layout.meta` may hold `summary`, the chart in
        words, and `source`, the line beneath it.
    """
    layout = dict(content.get("layout", {}))
    title = _plain_text(layout.pop("title", None))
    meta = layout.get("meta")
    meta = meta if isinstance(meta, Mapping) else {}
    height = int(layout.get("height", HEIGHT))
    # one look for all charts, which the page recolours; and the width is the reader's
    layout["template"] = book_template().to_plotly_json()
    layout.pop("width", None)
    # the title stands above the chart as text that wraps, and leaves its room
    layout["margin"] = {"t": TOP_MARGIN} | layout.get("margin", {})
    figure = {"data": content.get("data", []), "layout": layout}
    packed = json.dumps(figure, separators=(",", ":")).replace("<", r"\u003c")
    return (
        '<figure class="plotly-figure">'
        + (f'<p class="figure-title">{escape(title)}</p>' if title else "")
        + f'<div class="chart" style="height: {height}px">'
        + (static_picture({**figure, "layout": {**layout, "title": title}}) or NO_PICTURE)
        + "</div>"
        + f'<script type="application/json">{packed}</script>'
        + _caption(meta.get("source"))
        + _folded(figure_table(figure))
        + "</figure>"
    )


def _plain_text(title: Any) -> str:
    """Return a Plotly title without the tags that Plotly understands."""
    text = title.get("text", "") if isinstance(title, Mapping) else title
    return re.sub(r"\s*<[^>]*>\s*", " ", str(text or "")).strip()


def _caption(source: Any) -> str:
    return f"<figcaption>{escape(str(source))}</figcaption>" if source else ""


def _folded(table: str) -> str:
    if not table:
        return ""
    summary = "<summary>The numbers in this chart</summary>"
    return f'<details>{summary}<div class="table-scroll">{table}</div></details>'
