"""The page that a host shows at an address that it does not have, however deep that is.

Its own links begin at the root of the host, or at the path of the base address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from rent_or_sell.sphinx_ext.publishing.base_address import root_path

NAME = "404"
RELATIVE = re.compile(r'\b((?:href|src|action|data-content_root)=")(?![a-z]+:|[/#])([^"]*)"')


def page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the page: what is wrong, and two ways on."""
    first = app.builder.get_target_uri(str(app.config.root_doc))
    body = (
        "<section>\n<h1>There is no such page</h1>\n"
        "<p>The address may be mistyped, or the page may have moved.</p>\n"
        f'<p><a href="{escape(first)}">Begin at the first chapter of {escape(app.config.html_title)}</a>'
        ', or <a href="search.html">search the book</a>.</p>\n</section>'
    )
    yield NAME, {"title": "No such page", "body": body, "metatags": ""}, "page.html"


def let_links_begin_at_the_root(app: Sphinx, exception: Exception | None) -> None:
    """Make the page's links lead to the same places from any address."""
    file = Path(app.outdir, f"{NAME}.html")
    if exception or not file.exists():
        return
    root = root_path(app.config)
    text = RELATIVE.sub(
        lambda found: f'{found[1]}{root}{found[2].removeprefix("./")}"',
        file.read_text(encoding="utf-8"),
    )
    file.write_text(text, encoding="utf-8")


def setup(app: Sphinx) -> None:
    """Write the page after all others, and mend its links when its scripts have become files."""
    app.connect("html-collect-pages", page)
    app.connect("build-finished", let_links_begin_at_the_root, priority=950)
