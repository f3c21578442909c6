"""The links of a book's own pages to its explorers are of its edition: each is given the number."""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from rent_or_sell.sphinx_ext.named_book import book_of

_LINK = re.compile(r'(?<=href=")[^"]*#explorer=[^"]*(?=")')


def name_edition(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Add the edition to each link that names an explorer and no edition."""
    number = book_of(app.config).edition.number
    context["body"] = _LINK.sub(
        lambda link: _of_edition(link.group(), number), context.get("body", "")
    )


def _of_edition(link: str, number: int) -> str:
    return link if "edition=" in link else f"{link}&amp;edition={number}"


def setup(app: Sphinx) -> None:
    """Let every page pass."""
    app.connect("html-page-context", name_edition)
