"""The directive that lists every assumption: symbol, unit, range, kind, note and sources."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from rent_or_sell.model.parameters import Parameter
from rent_or_sell.numbers.number_format import format_number
from rent_or_sell.sphinx_ext.named_book import book_of
from rent_or_sell.sphinx_ext.references import add_anchor
from rent_or_sell.tables.source_marks import marks_of
from rent_or_sell.tables.table_page import Mark, is_web_address

HEADS = ("Symbol", "Assumption", "Base and range")
WIDTHS = (8, 67, 25)


class ParametersDirective(SphinxDirective):
    """`{parameters}`: one table a group, one row a parameter, anchored `parameter-<name>`."""

    def run(self) -> list[nodes.Node]:
        """Return the groups in the table's order, each a heading and a table."""
        groups = groupby(
            book_of(self.config).load_parameters().values(), key=lambda parameter: parameter.group
        )
        return [node for group, rows in groups for node in self._group(group, list(rows))]

    def _group(self, group: str, parameters: list[Parameter]) -> list[nodes.Node]:
        rows = (self._row(parameter, marks_of(parameter.sources)) for parameter in parameters)
        body = nodes.tbody("", *rows)
        head = nodes.thead("", nodes.row("", *(_cell(_text(title)) for title in HEADS)))
        columns = [nodes.colspec(colwidth=width) for width in WIDTHS]
        layout = nodes.tgroup("", *columns, head, body, cols=len(WIDTHS))
        return [
            nodes.rubric("", group),
            nodes.table("", layout, classes=["parameters"]),
        ]

    def _row(self, parameter: Parameter, marks: Iterable[Mark]) -> nodes.row:
        symbol = nodes.math(parameter.symbol, parameter.symbol)
        name = nodes.literal("", parameter.name)
        row = nodes.row(
            "",
            _cell(_text("", symbol)),
            _cell(_text(f"{parameter.label} ", name), _basis(parameter, marks)),
            _cell(*_numbers(parameter), kind="number"),
        )
        add_anchor(self.env, row, f"parameter-{parameter.name}", parameter.name)
        return row


def _basis(parameter: Parameter, marks: Iterable[Mark]) -> nodes.paragraph:
    """Return what kind of number the base value is, why, and the sources that it rests on."""
    kind = nodes.inline("", parameter.kind, classes=["kind", f"kind-{parameter.kind}"])
    basis = _text("", kind, nodes.Text(f" {parameter.note}.{_drawn(parameter)}"), kind="basis")
    # a judgement rests on no source, which its kind says already
    cited = marks if parameter.sources else ()
    for position, mark in enumerate(cited):
        basis += [nodes.Text("; " if position else " "), _source(mark)]
    return basis


def _drawn(parameter: Parameter) -> str:
    """Say how draws take the assumption, where it is not drawn by itself like most."""
    if not parameter.draw:
        return " Never drawn: a decision, or which buyer it is."
    return "" if parameter.draw == parameter.name else f" Drawn together with all {parameter.draw}."


def _source(mark: Mark) -> nodes.Node:
    if mark.warning:
        return nodes.strong("", mark.text)
    if not is_web_address(mark.url):
        return nodes.inline("", mark.text)
    return nodes.reference("", mark.text, refuri=mark.url, reftitle=mark.title)


def _numbers(parameter: Parameter) -> list[nodes.paragraph]:
    low, base, high = (
        format_number(number, parameter.format)
        for number in (parameter.low, parameter.base, parameter.high)
    )
    return [
        _text("", nodes.strong("", base)),
        _text(f"{low} to {high}"),
        _text(parameter.unit, kind="unit"),
    ]


def _text(text: str, *content: nodes.Node, kind: str = "") -> nodes.paragraph:
    return nodes.paragraph("", text, *content, classes=[kind] if kind else [])


def _cell(*paragraphs: nodes.paragraph, kind: str = "") -> nodes.entry:
    return nodes.entry("", *paragraphs, classes=[kind] if kind else [])


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("parameters", ParametersDirective)
