"""Directives of the page for a class: `{teacher-links}` makes links, `{class-board}` counts answers.

The lines of the first name views; the explorers of these get a page of their own (`embedded_explorers.py`).
"""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from rent_or_sell.explorer import bundle
from rent_or_sell.explorer.lessons.class_data import board_form, class_script, links_form, odds_of
from rent_or_sell.model.graph import ModelError
from rent_or_sell.sphinx_ext import embedded_explorers
from rent_or_sell.sphinx_ext.assets import publish, script_of
from rent_or_sell.sphinx_ext.named_book import book_of

CODES = "node_modules/qrcode-generator/dist/qrcode.js"
OFFERED = "rent_or_sell_offered"  # views by name, with their titles, in a page's metadata


class TeacherLinksDirective(SphinxDirective):
    """`{teacher-links}`: a form that makes links to the explorers that its lines name."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the form; the page's script fills in what depends on the explorer."""
        names = [line.strip() for line in self.content if line.strip()]
        try:
            views = [book_of(self.config).view(name) for name in names]
        except ModelError as error:
            raise self.error(str(error)) from None
        offered = {view.name: view.title or view.name for view in views}
        self.env.metadata[self.env.docname][OFFERED] = json.dumps(offered)
        return [nodes.raw("", links_form(list(offered.values())), format="html")]


class ClassBoardDirective(SphinxDirective):
    """`{class-board}`: the board of a class, on a page with `{teacher-links}`."""

    def run(self) -> list[nodes.Node]:
        """Return the board, still empty."""
        return [nodes.raw("", board_form(), format="html")]


def _offered(app: Sphinx, page: str) -> dict[str, str]:
    return dict(json.loads(app.env.metadata.get(page, {}).get(OFFERED, "{}")))


def _link_script(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Give the page its data and what brings it to life."""
    offered = _offered(app, page)
    if not offered:
        return
    book = book_of(app.config)
    explorers = {title: book.explorer(view=view) for view, title in offered.items()}
    script = script_of(bundle.CLASS, Path(app.confdir))
    data = class_script(explorers, odds_of(book.views))
    # Codes for phones are offered where npm has brought what makes them.
    codes = Path(app.confdir, CODES)
    library = {"qrcode.js": codes.read_text(encoding="utf-8")} if codes.exists() else {}
    for name, text in {**library, "data.js": data, "class.js": script}.items():
        source = escape(context["pathto"](publish(app, "_class", name, text), resource=True))
        context["metatags"] += f'<script defer src="{source}"></script>\n'


def _write_explorers(app: Sphinx, exception: Exception | None) -> None:
    if exception or app.builder.format != "html":
        return
    for page in list(app.env.metadata):
        embedded_explorers.write(app, _offered(app, page))


def setup(app: Sphinx) -> None:
    """Register the directive, what its page loads, and the pages that it asks for."""
    app.add_directive("teacher-links", TeacherLinksDirective)
    app.add_directive("class-board", ClassBoardDirective)
    app.connect("html-page-context", _link_script)
    app.connect("build-finished", _write_explorers)
