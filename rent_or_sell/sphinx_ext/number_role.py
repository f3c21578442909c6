"""The role that binds a number in prose to the data, and shows where the number comes from."""

from __future__ import annotations

from html import escape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging
from sphinx.util.docutils import SphinxRole

from rent_or_sell.prose.binding import BindingError, Bound, bind
from rent_or_sell.sphinx_ext.cards import card_html, carded
from rent_or_sell.sphinx_ext.named_book import book_of
from rent_or_sell.sphinx_ext.references import address_of, note_data_tables
from rent_or_sell.tables.table_page import Mark, is_web_address

WHOLE = {
    "fact": "The table it stands in",
    "parameter": "This assumption among the others",
    "result": "Formula and what it reads",
}

logger = logging.getLogger(__name__)


class NumberRole(SphinxRole):
    """`` {num}`over $20 billion <amazon_statements.JL01>` ``: text and data, held together."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the text; warn, which stops the build, if the data say something else."""
        try:
            text, bound = bind(book_of(self.config), self.text)
        except BindingError as error:
            logger.warning(str(error), location=self.get_location(), type="rent_or_sell")
            return [nodes.Text(self.text)], []
        # a reference is left out of tables of contents, which keep its text
        return [nodes.reference(self.rawtext, text, refuri="", bound=bound)], []


class NumberNotes(SphinxPostTransform):
    """Adds the notes, numbered through the page, for the HTML builders alone."""

    default_priority = 400
    formats = ("html",)

    def run(self, **options: Any) -> None:
        """Replace each bound reference by a node with the note's HTML and the link's address."""
        numbers = [node for node in self.document.findall(nodes.reference) if "bound" in node]
        for position, node in enumerate(numbers, start=1):
            bound: Bound = node["bound"]
            whole = address_of(self.app, self.env.docname, bound.anchor)
            name = f"number-note-{position}"
            note = note_html(name, bound, whole)
            address = whole or f"#{name}"
            shown = {"kind": "bound-number", "address": address, "name": name, "card": note}
            node.replace_self(carded("", "", *node.children, **shown))


def note_html(name: str, bound: Bound, address: str) -> str:
    """Return the note of a number: value, what it is, who said it and when, how firmly, source.

    It ends with a link to the address of the whole table, assumption or formula; "" for none.
    """
    said = ", ".join(part for part in (bound.who_said, bound.as_of) if part)
    lines = [
        f'<strong class="note-value">{escape(bound.shown)}</strong>',
        f'<span class="note-label">{escape(bound.label)}.</span>',
        f"<span>{escape('; '.join(part for part in (said, bound.firmness) if part))}.</span>",
        *(f"<span>{_source(mark)}.</span>" for mark in bound.sources),
        *([f'<a href="{escape(address)}">{WHOLE[bound.kind]}</a>'] if address else []),
    ]
    return card_html(name, bound.target, lines)


def _source(mark: Mark) -> str:
    text = escape(mark.text)
    if mark.warning:
        return f'<strong class="unverified">{text}</strong>'
    if mark.formula:
        return f"{text}: {escape(mark.formula)}"
    if not is_web_address(mark.url):
        return text
    return f'<a href="{escape(mark.url)}" rel="noopener noreferrer">{text}</a>'


def setup(app: Sphinx) -> None:
    """Register the role and its notes."""
    app.add_role("num", NumberRole())
    app.add_post_transform(NumberNotes)
    app.connect("doctree-read", note_data_tables)
