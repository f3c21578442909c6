"""Renders cell outputs that myst-nb doesn't know: Plotly figures, and widgets without a kernel."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import escape
from typing import Any, ClassVar

from docutils import nodes
from myst_nb.core.render import MimeData, NbElementRenderer

from rent_or_sell.figures import book_template
from rent_or_sell.sphinx_ext.figure_table import figure_table

PLOTLY = "application/vnd.plotly.v1+json"
WIDGET = "application/vnd.jupyter.widget-view+json"
DEFAULT_HEIGHT = 400  # pixels
TOP_MARGIN = 28


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
    """Says where a widget that needs a kernel is alive, in place of one that looks alive."""

    # after HTML and pictures, before the widget's own name in plain text
    mime_priority_overrides: ClassVar[list[tuple[str, str, int | None]]] = [("html", WIDGET, 75)]

    @staticmethod
    def handle_mime(
        renderer: NbElementRenderer, data: MimeData, inline: bool
    ) -> list[nodes.Element] | None:
        """Return the notice, or None for any other type of output."""
        if data.mime_type != WIDGET:
            return None
        text = "This control computes in Python: open the chapter in JupyterLab to move it."
        return [nodes.paragraph("", text, classes=["needs-kernel"])]


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
    height = int(layout.get("height", DEFAULT_HEIGHT))
    # one look for all charts, which the page recolours; and the width is the reader's
    layout["template"] = book_template().to_plotly_json()
    layout.pop("width", None)
    # the title stands above the chart as text that wraps, and leaves its room
    layout["margin"] = {"t": TOP_MARGIN} | layout.get("margin", {})
    figure = {"data": content.get("data", []), "layout": layout}
    packed = json.dumps(figure, separators=(",", ":")).replace("<", r"\u003c")
    label = escape(str(meta.get("summary") or title or "Chart"))
    return (
        '<figure class="plotly-figure">'
        + (f'<p class="figure-title">{escape(title)}</p>' if title else "")
        + f'<div class="plot" role="img" aria-label="{label}" style="height: {height}px"></div>'
        f'<script type="application/json">{packed}</script>'
        + _caption(meta.get("source"))
        + _folded(figure_table({**content, "layout": layout}))
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
