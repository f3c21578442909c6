"""Puts the charts of a chapter's cells on its page, each with its picture if there is a true one.

The figures are written below `_build/figures/` too, where `make pictures` finds them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging

from rent_or_sell.charts.drawn_figure import drawn_figure, fingerprint, title_of
from rent_or_sell.charts.pictures import Picture
from rent_or_sell.sphinx_ext.chart_html import chart_html

FIGURES = "figures"  # beside the site

logger = logging.getLogger(__name__)


class PlotlyChart(nodes.General, nodes.Element):
    """A figure as Plotly writes it to JSON, in `content`, until the page is complete."""


class PlaceCharts(SphinxPostTransform):
    """Replaces each figure by its HTML, numbered in the order of the page."""

    default_priority = 5  # after myst-nb has chosen among the forms of each output
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        """Place the chapter's charts and write down their figures."""
        chapter = Path(self.app.confdir, self.env.docname)
        figures = []
        for place, node in enumerate(list(self.document.findall(PlotlyChart)), 1):
            figure = drawn_figure(node["content"])
            figures.append({"title": title_of(node["content"]), "figure": figure})
            pictures = Picture(chapter, place).drawn(fingerprint(figure))
            if not pictures:
                self._name_missing(place, title_of(node["content"]))
            html = chart_html(node["content"], figure, pictures)
            node.replace_self(nodes.raw(text=html, format="html"))
        self._write(figures)

    def _name_missing(self, place: int, title: str) -> None:
        # no warning: a book whose pictures are not drawn yet builds all the same
        logger.info(
            "%s: chart %d, “%s”, has no picture of its figure as it is now; run: make pictures",
            self.env.docname,
            place,
            title,
        )

    def _write(self, figures: list[dict[str, Any]]) -> None:
        target = Path(self.app.outdir).parent / FIGURES / f"{self.env.docname}.json"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(json.dumps(figures), encoding="utf-8")


def setup(app: Sphinx) -> None:
    """Register the node and the transform that replaces it."""
    app.add_node(PlotlyChart)
    app.add_post_transform(PlaceCharts)
