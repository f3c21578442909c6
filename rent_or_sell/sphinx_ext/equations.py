"""Directives that print the models' formulas: one quantity's, or a model's in groups that fold.

A fold is HTML's own: browsers open it for a link into it and for what their own search finds in
it, without a script. The script of these pages adds a search of its own, by words and symbols.
"""

from __future__ import annotations

from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective, SphinxRole
from sphinx.writers.html5 import HTML5Translator

from rent_or_sell.books import Book
from rent_or_sell.model.equation_groups import grouped
from rent_or_sell.model.graph import ModelError, Quantity
from rent_or_sell.model.models import Model
from rent_or_sell.sphinx_ext.named_book import book_of
from rent_or_sell.sphinx_ext.references import add_anchor, link

SEARCH = """<div class="formula-search" role="search" hidden>
<label for="formula-search">Find a formula by its name, its words or a symbol</label>
<input type="search" id="formula-search" maxlength="100" autocomplete="off" spellcheck="false">
<output for="formula-search"></output>
</div>"""


def quantity_latex(book: Book, address: str) -> str:
    """Return the formula of a quantity such as `rack.npv_rent`.

    Raises
    ------
    ModelError
        If there is no such model or quantity; the message names the nearest.
    """
    model, dot, quantity = address.strip().partition(".")
    if not dot:
        raise ModelError(f"{address!r} is not model.quantity, such as rack.npv_rent.")
    return book.model(model).latex(quantity)


class EquationDirective(SphinxDirective):
    """`{equation} rack.npv_rent`: the formula in a box of its own."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the formula, or stop with the nearest name that would have been right."""
        try:
            return [formula(quantity_latex(book_of(self.config), self.arguments[0]))]
        except ModelError as error:
            raise self.error(str(error)) from error


class EquationRole(SphinxRole):
    """`` {equation}`rack.npv_rent` ``: the formula in a line of text."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the formula, or a message with the nearest name that would have been right."""
        try:
            latex = quantity_latex(book_of(self.config), self.text)
        except ModelError as error:
            return [], [self.inliner.reporter.error(str(error), line=self.lineno)]
        return [nodes.math(latex, latex)], []


class fold(nodes.General, nodes.Element):
    """Formulas below a heading, with their count, that a reader opens and closes."""


class EquationsDirective(SphinxDirective):
    """`{equations} rack`: every quantity of a model, in groups, each after all that it reads."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return a fold a group; in it a block a quantity, with the anchor `quantity-<name>`."""
        book, name = book_of(self.config), self.arguments[0]
        try:
            model = book.model(name)
        except ModelError as error:
            raise self.error(str(error)) from error
        (source,) = (one for one in book.models if one.name == name)
        return [
            # comments are typed with straight marks, pages are set with round ones
            fold("", *(self._block(model, one) for one in some), title=title.replace("'", "’"))
            for title, some in grouped(source, model).items()
        ]

    def _block(self, model: Model, quantity: Quantity) -> nodes.Node:
        block = nodes.container(classes=["quantity"])
        add_anchor(self.env, block, f"quantity-{quantity.name}", quantity.name)
        name = nodes.literal(quantity.name, quantity.name)
        unit = nodes.inline("", quantity.unit, classes=["unit"])
        block += nodes.paragraph("", "", name, nodes.Text(" "), unit, classes=["quantity-name"])
        block += nodes.paragraph("", f"{quantity.summary}.")
        block += formula(model.latex(quantity.name))
        block += nodes.paragraph("", "Reads ", *self._reads(model, quantity), classes=["reads"])
        return block

    def _reads(self, model: Model, quantity: Quantity) -> list[nodes.Node]:
        reads: list[nodes.Node] = []
        for name in quantity.reads:
            reads += [self._read(model, name), nodes.Text(", ")]
        return reads[:-1]

    def _read(self, model: Model, name: str) -> nodes.Node:
        text = nodes.literal(name, name)
        if name in model.equations:
            return link(self.env, f"quantity-{name}", text)
        if name in model.parameters:
            return link(self.env, f"parameter-{name}", text)
        return text


def formula(latex: str) -> nodes.math_block:
    """Return a formula as a block without a number."""
    return nodes.math_block(latex, latex, number=None, label=None, nowrap=True)


class FormulaSearchDirective(SphinxDirective):
    """`{formula-search}`: a box that finds formulas of its section and all sections in it."""

    def run(self) -> list[nodes.Node]:
        """Return the box, hidden until its script is there."""
        return [nodes.raw("", SEARCH, format="html")]


def _visit_fold(translator: HTML5Translator, node: fold) -> None:
    count = len(node.children)
    formulas = "1 formula" if count == 1 else f"{count} formulas"
    summary = f'{escape(node["title"])} <span class="fold-count">{formulas}</span>'
    translator.body.append(f'<details class="formulas"><summary>{summary}</summary>')


def _depart_fold(translator: HTML5Translator, node: fold) -> None:
    translator.body.append("</details>\n")


def setup(app: Sphinx) -> None:
    """Register the directives, the role and the node of a fold."""
    app.add_directive("equation", EquationDirective)
    app.add_directive("equations", EquationsDirective)
    app.add_directive("formula-search", FormulaSearchDirective)
    app.add_node(fold, html=(_visit_fold, _depart_fold))
    app.add_role("equation", EquationRole())
