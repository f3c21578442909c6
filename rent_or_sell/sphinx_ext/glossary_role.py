"""The role that marks a term where a chapter first uses it, and shows what it means."""

from __future__ import annotations

from html import escape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging
from sphinx.util.docutils import SphinxRole

from rent_or_sell.facts.glossary import TABLE, GlossaryError, Term, term_of
from rent_or_sell.sphinx_ext.cards import card_html, carded
from rent_or_sell.sphinx_ext.named_book import book_of
from rent_or_sell.sphinx_ext.references import address_of

logger = logging.getLogger(__name__)


class TermRole(SphinxRole):
    """`` {gloss}`attach rate` ``: a term of data/glossary.csv, or another form of it."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the text; warn, which stops the build, if it is no form of any term."""
        try:
            term = term_of(book_of(self.config).facts, self.text)
        except GlossaryError as error:
            logger.warning(str(error), location=self.get_location(), type="rent_or_sell")
            return [nodes.Text(self.text)], []
        # a reference is left out of tables of contents, which keep its text
        return [nodes.reference(self.rawtext, self.text, refuri="", term=term)], []


class TermCards(SphinxPostTransform):
    """Adds the cards, numbered through the page, for the HTML builders alone."""

    default_priority = 400
    formats = ("html",)

    def run(self, **options: Any) -> None:
        """Replace each marked term by a link to the glossary with a card behind it."""
        marked = [node for node in self.document.findall(nodes.reference) if "term" in node]
        for position, node in enumerate(marked, start=1):
            term: Term = node["term"]
            entry = address_of(self.app, self.env.docname, term.anchor)
            name = f"term-note-{position}"
            shown = {"kind": "glossary-term", "address": entry or f"#{name}", "name": name}
            card = term_card(name, term, entry)
            node.replace_self(carded("", "", *node.children, card=card, **shown))


def term_card(name: str, term: Term, entry: str) -> str:
    """Return the card of a term; it ends with a link to its entry, if any page has one."""
    lines = [
        f'<strong class="note-value">{escape(term.name)}</strong>',
        f'<span class="note-label">{escape(term.definition)}</span>',
        *([f'<a href="{escape(entry)}">In the glossary</a>'] if entry else []),
    ]
    return card_html(name, f"{TABLE}.{term.name}", lines)


def setup(app: Sphinx) -> None:
    """Register the role and its cards."""
    app.add_role("gloss", TermRole())
    app.add_post_transform(TermCards)
