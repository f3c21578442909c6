"""Renders cell outputs that myst-nb doesn't know: Plotly figures, tables, widgets without a kernel.

myst-nb finds the renderers wherever the package is installed, by entry points, also in books that
do not name this extension. Those stay as they are: a renderer is asked for what its book ranks
before other forms of an output, and the ranks are set by this extension alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docutils import nodes
from myst_nb.core.render import MimeData, NbElementRenderer
from sphinx.application import Sphinx
from sphinx.config import Config

from rent_or_sell.sphinx_ext.charts import PlotlyChart
from rent_or_sell.sphinx_ext.widget_figures import widget_figures
from rent_or_sell.tables.table_page import FOR_PAGES

PLOTLY = "application/vnd.plotly.v1+json"
WIDGET = "application/vnd.jupyter.widget-view+json"
AFTER_PICTURES = 75  # and before a widget's own name in plain text
RANKS = (("html", FOR_PAGES, 0), ("html", PLOTLY, 5), ("html", WIDGET, AFTER_PICTURES))
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

    @staticmethod
    def handle_mime(
        renderer: NbElementRenderer, data: MimeData, inline: bool
    ) -> list[nodes.Element] | None:
        """Return the figure's HTML, or None for any other type of output."""
        if data.mime_type != PLOTLY or not isinstance(data.content, Mapping):
            return None
        return [PlotlyChart("", content=dict(data.content))]


class PageTable:
    """Shows what has a form for pages: a table with evidence in cards, an explorer without a kernel."""

    @staticmethod
    def handle_mime(
        renderer: NbElementRenderer, data: MimeData, inline: bool
    ) -> list[nodes.Element] | None:
        """Return its HTML for pages, or None for any other type of output."""
        if data.mime_type != FOR_PAGES:
            return None
        return [nodes.raw(text=str(data.content), format="html")]


class WidgetWithoutKernel:
    """Shows the figures of a widget that needs a kernel, and says where the widget is alive."""

    @staticmethod
    def handle_mime(
        renderer: NbElementRenderer, data: MimeData, inline: bool
    ) -> list[nodes.Element] | None:
        """Return the figures and the notice, or None for another type of output or book."""
        if data.mime_type != WIDGET or not isinstance(data.content, Mapping):
            return None
        if not _is_ours(renderer):  # myst-nb ranks widgets itself, and leaves them to a kernel
            return None
        notebook = renderer.renderer.nb_client.nb_metadata
        figures = widget_figures(notebook, data.content["model_id"])
        shown = [PlotlyChart("", content=dict(figure)) for figure in figures]
        before, after = FIGURE_NOTICE if shown else CONTROL_NOTICE
        command = nodes.literal("", "make lab")
        notice = nodes.paragraph("", before, command, nodes.Text(after), classes=["needs-kernel"])
        return [*shown, notice]


def setup(app: Sphinx) -> None:
    """Rank the renderers' types of output before others, in this build alone."""
    app.connect("config-inited", _rank)


def _rank(app: Sphinx, config: Config) -> None:
    config.nb_mime_priority_overrides = [*RANKS, *config.nb_mime_priority_overrides]


def _is_ours(renderer: NbElementRenderer) -> bool:
    build: Any = renderer.renderer.sphinx_env
    return build is not None and __package__ in build.app.extensions
