"""The directive that lists every assumption: symbol, unit, range, kind, note and sources."""

from __future__ import annotations

from itertools import groupby

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from rent_or_sell.number_format import format_number
from rent_or_sell.parameters import Parameter, load_parameters
from rent_or_sell.sphinx_ext.references import add_anchor
from rent_or_sell.tables import Source, sources

HEADS = ("", "Assumption", "Unit", "Low", "Base", "High", "Basis")
WIDTHS = (6, 26, 10, 8, 8, 8, 34)


class ParametersDirective(SphinxDirective):
    """`{parameters}`: one table a group, one row a parameter, anchored `parameter-<name>`."""

    def run(self) -> list[nodes.Node]:
        """Return the groups in the table's order, each a heading and a table."""
        # the table may change while this page's text doesn't
        self.env.note_reread()
        groups = groupby(load_parameters().values(), key=lambda parameter: parameter.group)
        return [node for group, rows in groups for node in self._group(group, list(rows))]

    def _group(self, group: str, parameters: list[Parameter]) -> list[nodes.Node]:
        body = nodes.tbody("", *(self._row(parameter) for parameter in parameters))
        head = nodes.thead("", nodes.row("", *(_cell(nodes.Text(text)) for text in HEADS)))
        columns = [nodes.colspec(colwidth=width) for width in WIDTHS]
        layout = nodes.tgroup("", *columns, head, body, cols=len(WIDTHS))
        table = nodes.container("", nodes.table("", layout), classes=["table-scroll"])
        return [nodes.rubric("", group.capitalize()), table]

    def _row(self, parameter: Parameter) -> nodes.row:
        numbers = (parameter.low, parameter.base, parameter.high)
        row = nodes.row(
            "",
            _cell(nodes.math(parameter.symbol, parameter.symbol)),
            _cell(nodes.Text(f"{parameter.label} "), nodes.literal("", parameter.name)),
            _cell(nodes.Text(parameter.unit)),
            *(_number(number, parameter.format) for number in numbers),
            _cell(*self._basis(parameter)),
        )
        add_anchor(self.env, row, f"parameter-{parameter.name}", parameter.name)
        return row

    def _basis(self, parameter: Parameter) -> list[nodes.Node]:
        kind = nodes.inline("", parameter.kind, classes=["kind", f"kind-{parameter.kind}"])
        basis: list[nodes.Node] = [kind, nodes.Text(f" {parameter.note}.")]
        known = sources()
        for source_id in parameter.source_ids:
            basis += [nodes.Text(" "), _source(known[source_id])]
        return basis


def _source(source: Source) -> nodes.Node:
    text = f"{source.publisher}, {source.published}"
    if not source.is_public:
        return nodes.inline("", f"{text} (no public link)")
    return nodes.reference("", text, refuri=source.url, reftitle=source.title)


def _number(number: float, code: str) -> nodes.entry:
    return _cell(nodes.Text(format_number(number, code)), kind="number")


def _cell(*content: nodes.Node, kind: str = "") -> nodes.entry:
    return nodes.entry("", nodes.paragraph("", "", *content), classes=[kind] if kind else [])


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("parameters", ParametersDirective)
