"""Puts the files that a page offers beside it: few readers save them, and the others load less.

They lie below `_data/`, in folders named by content: each keeps the name under which it is saved,
from a disk too.
"""

from __future__ import annotations

import hashlib
import re
from html import escape, unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from docutils import nodes
from sphinx.application import Sphinx

from rent_or_sell.facts.csv_text import HELD

FOLDER = "_data"
LINK = re.compile(rf'(<a download="([^"/]+)" href="){re.escape(HELD)}([^"]*)"')


def set_beside(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Write the files that a page's links hold, and let the links lead to them."""

    def address(link: re.Match[str]) -> str:
        file = _written(Path(app.outdir), unescape(link[2]), unquote(link[3]))
        return f'{link[1]}{escape(context["pathto"](file, resource=True))}"'

    context["body"] = LINK.sub(address, context.get("body", ""))


def _written(site: Path, name: str, text: str) -> str:
    """Write a file, once for all pages, and return its address from the site's root."""
    content = text.encode()
    file = Path(FOLDER, hashlib.sha256(content).hexdigest()[:12], name)
    (site / file).parent.mkdir(parents=True, exist_ok=True)
    (site / file).write_bytes(content)
    return file.as_posix()


def setup(app: Sphinx) -> None:
    """Take the files out of each page's body, when all of it is there."""
    app.connect("html-page-context", set_beside)
