"""Cards: what a reader may ask about a number or a word, behind a link to the whole of it.

Without scripts the link remains; with them its card opens on hover, focus and the first tap.
"""

from __future__ import annotations

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
    translator.body.append(f"</a>{node['card']}")


def link_script(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Give a page with cards the script that shows them, any other page nothing."""
    if 'class="number-note"' not in context.get("body", ""):
        return
    script = publish(app, "_notes", "notes.js", SCRIPT.read_text(encoding="utf-8"))
    address = escape(context["pathto"](script, resource=True))
    context["metatags"] += f'<script defer src="{address}"></script>\n'


def setup(app: Sphinx) -> None:
    """Register the words with cards, and the script of the cards."""
    app.add_node(carded, html=(_visit, _depart))
    app.connect("html-page-context", link_script)
