"""A picture of what a model's quantities read, drawn as SVG when the book is built."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from rent_or_sell.model.graph import ModelError
from rent_or_sell.model.models import Model
from rent_or_sell.sphinx_ext.named_book import book_of

COLUMN = 190  # pixels from one column to the next
ROW = 30
CHARACTER = 6.7  # width of a character of the names
BOX = 22  # height of a name's box
SWEEPS = 6

Reads = Mapping[str, tuple[str, ...]]
Place = tuple[float, float]


class DependencyGraphDirective(SphinxDirective):
    """`{dependency-graph} rack`: quantities from left to right, each a link to its formula."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the picture, or stop with the nearest name that would have been right."""
        self.env.note_reread()
        try:
            model = book_of(self.config).model(self.arguments[0])
        except ModelError as error:
            raise self.error(str(error)) from error
        return [nodes.raw("", graph_svg(model), format="html")]


def graph_svg(model: Model) -> str:
    """Return a model's quantities as boxes and what they read as lines, in a box that scrolls."""
    reads = {
        name: tuple(read for read in quantity.reads if read in model.equations)
        for name, quantity in model.equations.items()
    }
    columns = _ordered(_columns(reads), reads)
    places = _places(columns)
    width = COLUMN * len(columns)
    height = ROW * max(len(column) for column in columns)
    lines = [_line(places[read], read, places[name]) for name in reads for read in reads[name]]
    boxes = [_box(name, *places[name]) for name in reads]
    label = f"What the quantities of the model “{model.title}” read, from left to right"
    return (
        f'<div class="dependency-graph" tabindex="0" role="group" aria-label="{escape(label)}">'
        f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
        f"{''.join(lines)}{''.join(boxes)}</svg></div>"
    )


def _columns(reads: Reads) -> list[list[str]]:
    """Return names by depth: each stands right of all that it reads."""
    depth: dict[str, int] = {}
    for name, its_reads in reads.items():  # each comes after all that it reads
        depth[name] = max((depth[read] + 1 for read in its_reads), default=0)
    return [[name for name in reads if depth[name] == d] for d in range(max(depth.values()) + 1)]


def _ordered(columns: list[list[str]], reads: Reads) -> list[list[str]]:
    """Return the columns with each name near the middle of its neighbours (barycentres)."""
    neighbours: dict[str, list[str]] = {name: list(its_reads) for name, its_reads in reads.items()}
    for name, its_reads in reads.items():
        for read in its_reads:
            neighbours[read].append(name)
    for _ in range(SWEEPS):
        height = {name: y for name, (_, y) in _places(columns).items()}

        def middle(name: str, height: Mapping[str, float] = height) -> float:
            near = [height[other] for other in neighbours[name]]
            return sum(near) / len(near) if near else height[name]

        columns = [sorted(column, key=middle) for column in columns]
    return columns


def _places(columns: list[list[str]]) -> dict[str, Place]:
    """Return each name's left end and middle height, the columns centred."""
    tallest = max(len(column) for column in columns)
    return {
        name: (x * COLUMN + 1.0, (y + 0.5) * ROW * tallest / len(column))
        for x, column in enumerate(columns)
        for y, name in enumerate(column)
    }


def _width(name: str) -> float:
    return len(name) * CHARACTER + 12


def _line(start: Place, name: str, end: Place) -> str:
    x1, y1, (x2, y2) = start[0] + _width(name), start[1], end
    bend = max(20.0, (x2 - x1) / 2)
    curve = (
        f"M{x1:.0f} {y1:.1f}C{x1 + bend:.0f} {y1:.1f} {x2 - bend:.0f} {y2:.1f} {x2:.0f} {y2:.1f}"
    )
    return f'<path d="{curve}"/>'


def _box(name: str, x: float, y: float) -> str:
    return (
        f'<a href="#quantity-{name}"><rect x="{x:.0f}" y="{y - BOX / 2:.1f}" rx="3"'
        f' width="{_width(name):.0f}" height="{BOX}"/>'
        f'<text x="{x + 6:.0f}" y="{y + 4:.1f}">{name}</text></a>'
    )


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("dependency-graph", DependencyGraphDirective)
