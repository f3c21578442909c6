"""The directive that lists every term of the book, each under an anchor of its own."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from rent_or_sell.facts.glossary import Term, load_terms
from rent_or_sell.sphinx_ext.named_book import book_of
from rent_or_sell.sphinx_ext.references import add_anchor


class TermsDirective(SphinxDirective):
    """`{terms}`: the terms of data/glossary.csv in the order of the alphabet."""

    def run(self) -> list[nodes.Node]:
        """Return a list of terms and their meanings, to which links can lead."""
        terms = map(self._entry, load_terms(book_of(self.config).facts))
        return [nodes.definition_list("", *terms, classes=["terms"])]

    def _entry(self, term: Term) -> nodes.definition_list_item:
        word = nodes.term("", term.name)
        add_anchor(self.env, word, term.anchor, term.name)
        meaning = nodes.definition("", nodes.paragraph("", term.definition))
        return nodes.definition_list_item("", word, meaning)


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("terms", TermsDirective)
