"""Renders cell outputs that myst-nb doesn't know: Plotly figures, tables, widgets without a kernel."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from docutils import nodes
from myst_nb.core.render import MimeData, NbElementRenderer

from rent_or_sell.sphinx_ext.charts import PlotlyChart
from rent_or_sell.sphinx_ext.widget_figures import widget_figures
from rent_or_sell.tables.table_page import PAGE_TABLE

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
        return [PlotlyChart("", content=dict(data.content))]


class PageTable:
    """Shows a table of the book as its pages do: evidence in cards, a long one folded."""

    mime_priority_overrides: ClassVar[list[tuple[str, str, int | None]]] = [("html", PAGE_TABLE, 0)]

    @staticmethod
    def handle_mime(
        renderer: NbElementRenderer, data: MimeData, inline: bool
    ) -> list[nodes.Element] | None:
        """Return the table's HTML, or None for any other type of output."""
        if data.mime_type != PAGE_TABLE:
            return None
        return [nodes.raw(text=str(data.content), format="html")]


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
        shown = [PlotlyChart("", content=dict(figure)) for figure in figures]
        before, after = FIGURE_NOTICE if shown else CONTROL_NOTICE
        command = nodes.literal("", "make lab")
        notice = nodes.paragraph("", before, command, nodes.Text(after), classes=["needs-kernel"])
        return [*shown, notice]
