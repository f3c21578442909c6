"""A picture of what a model's quantities read: their names in a column, curves from each to what it
reads, drawn when the book is built.

The names are text of the page and the curves stretch beside them, so that it fits every width.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from rent_or_sell.model.graph import ModelError
from rent_or_sell.model.models import Model
from rent_or_sell.sphinx_ext.named_book import book_of

WIDTH = 100  # of the space for the curves, whatever its size on the screen
BULGE = 4 / 3  # a curve's handles reach so much further than the curve itself

Reads = Mapping[str, Sequence[str]]


class DependencyGraphDirective(SphinxDirective):
    """`{dependency-graph} rack`: quantities from the answers down, each a link to its formula."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the picture, or stop with the nearest name that would have been right."""
        try:
            model = book_of(self.config).model(self.arguments[0])
        except ModelError as error:
            raise self.error(str(error)) from error
        return [nodes.raw("", graph_html(model), format="html")]


def graph_html(model: Model) -> str:
    """Return a model's quantities, each above all that it reads, with curves to what it reads."""
    reads = {
        name: [read for read in quantity.reads if read in model.equations]
        for name, quantity in reversed(list(model.equations.items()))
    }
    rows = {name: row for row, name in enumerate(reads)}
    spans = {name: [rows[read] - rows[name] for read in reads[name]] for name in reads}
    longest = max((span for its_spans in spans.values() for span in its_spans), default=1)
    items = "".join(_item(name, reads[name], spans[name], longest) for name in reads)
    return (
        f'<figure class="dependency-graph"><figcaption>What “{escape(model.title)}” computes: '
        "from each quantity, curves lead down to those that its formula reads.</figcaption>"
        f"<ol>{items}</ol></figure>"
    )


def _item(name: str, reads: Sequence[str], spans: Sequence[int], longest: int) -> str:
    """Return a quantity's name and its curves, in rows downward from the middle of its own."""
    title = f' title="reads {escape(", ".join(reads))}"' if reads else ""
    height = max(spans, default=0)
    curves = "".join(_curve(span, WIDTH * math.sqrt(span / longest)) for span in spans)
    svg = (
        f'<svg viewBox="0 0 {WIDTH} {height}" height="{height}em" preserveAspectRatio="none"'
        f' aria-hidden="true">{curves}</svg>'
    )
    return f'<li><a href="#quantity-{name}"{title}>{name}</a>{svg if spans else ""}</li>'


def _curve(span: int, reach: float) -> str:
    handle = f"{BULGE * reach:.1f}"
    return f'<path d="M0 0C{handle} 0 {handle} {span} 0 {span}"/>'


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("dependency-graph", DependencyGraphDirective)
