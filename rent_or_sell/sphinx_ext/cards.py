"""Cards: what a reader may ask about a number or a word, behind a link to the whole of it.

Without scripts the link remains; with them its card opens on hover, focus and the first tap. The
cards of a page's prose come in a script of its own, after the words; those in a table's rows stand
there, for paper and for pages without scripts.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from rent_or_sell.sphinx_ext.assets import publish

SCRIPT = Path(__file__).resolve().parent / "scripts" / "notes.js"


class carded(nodes.inline):
    """Words as a link with a card behind them: its kind, address, name and the card's HTML."""


def card_html(name: str, address: str, lines: Iterable[str]) -> str:
    """Return a card of lines of HTML, under a name that its link refers to.

    The address is that of the fact in the data; a report of an error names it.
    """
    return (
        f'<span class="number-note" id="{name}" role="note" popover'
        f' data-address="{escape(address)}">{" ".join(lines)}</span>'
    )


def _visit(translator: HTML5Translator, node: carded) -> None:
    kind, address, name = node["kind"], escape(node["address"]), node["name"]
    translator.body.append(f'<a class="{kind}" href="{address}" aria-describedby="{name}">')


def _depart(translator: HTML5Translator, node: carded) -> None:
    translator.body.append("</a>")


def link_scripts(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Give a page with cards a script of them and the one that shows them, any other page nothing."""
    cards = {node["name"]: node["card"] for node in doctree.findall(carded)} if doctree else {}
    if not cards and 'class="number-note"' not in context.get("body", ""):
        return
    here = f"globalThis.bookCards = {json.dumps(cards, ensure_ascii=False)};\n"
    shows = SCRIPT.read_text(encoding="utf-8")
    for name, text in (("cards.js", here), ("notes.js", shows)):
        address = escape(context["pathto"](publish(app, "_notes", name, text), resource=True))
        context["metatags"] += f'<script defer src="{address}"></script>\n'


def setup(app: Sphinx) -> None:
    """Register the words with cards, and the scripts of the cards."""
    app.add_node(carded, html=(_visit, _depart))
    app.connect("html-page-context", link_scripts)
