"""What a link to a page shows where it is shared: title, description and a picture of the book."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from rent_or_sell.sphinx_ext.publishing.base_address import absolute

PICTURE = Path("docs", "preview.jpg")  # in the book's folder; `make picture` takes it
SIZE = {"width": 1200, "height": 630}
LONGEST = 200  # characters of a description


def add_preview(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Give a page that has a source its title and its first paragraph as a preview."""
    if doctree is None:
        return
    description = described(doctree)
    tags = {
        "og:type": "article",
        "og:site_name": app.config.html_title,
        "og:title": app.env.titles[page].astext(),
        "og:description": description,
        **dict(_absolute_tags(app, page)),
    }
    context["metatags"] += _tag("name", "description", description) + "".join(
        _tag("property", name, content) for name, content in tags.items() if content
    )


def described(doctree: nodes.document) -> str:
    """Return a page's first paragraph, or its first words if it is long."""
    words = " ".join(next((p.astext() for p in doctree.findall(nodes.paragraph)), "").split())
    if len(words) <= LONGEST:
        return words
    return words[: words.rfind(" ", 0, LONGEST)].rstrip(",;: ") + " …"


def _absolute_tags(app: Sphinx, page: str) -> Iterator[tuple[str, str]]:
    address = absolute(app.config, app.builder.get_target_uri(page))
    if not address:
        return
    yield "og:url", address
    if Path(app.confdir, PICTURE).exists():
        yield "og:image", absolute(app.config, PICTURE.name)
        for side, pixels in SIZE.items():
            yield f"og:image:{side}", str(pixels)
        yield "og:image:alt", f"The first screen of {app.config.html_title}"


def _tag(kind: str, name: str, content: str) -> str:
    return f'<meta {kind}="{name}" content="{escape(content)}" />\n'


def copy_picture(app: Sphinx, exception: Exception | None) -> None:
    """Put the picture into the site, if a page may refer to it."""
    picture = Path(app.confdir, PICTURE)
    if not exception and absolute(app.config, "") and picture.exists():
        shutil.copyfile(picture, Path(app.outdir, PICTURE.name))


def setup(app: Sphinx) -> None:
    """Describe each page in its head."""
    app.connect("html-page-context", add_preview)
    app.connect("build-finished", copy_picture)
