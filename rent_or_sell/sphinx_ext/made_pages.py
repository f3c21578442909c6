"""Pages that are made out of others' parts, and stay while those stay: `make live` writes few anew.

A page that neither a chapter nor another page stands for any more is removed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sphinx.application import Sphinx


def stands(app: Sphinx, page: str, source: str) -> bool:
    """Whether a page was written after the one that it is made of was last read."""
    read, written = Path(app.doctreedir, f"{source}.doctree"), Path(app.outdir, f"{page}.html")
    standing = written.exists() and written.stat().st_mtime > read.stat().st_mtime
    if standing:
        _wanted(app).add(page)
    return standing


def _wanted(app: Sphinx) -> set[str]:
    """Return the pages, beside the chapters, that this build has written or let stand."""
    wanted: set[str] = app.env.temp_data.setdefault(__name__, set())
    return wanted


def _note(app: Sphinx, page: str, *_: Any) -> None:
    _wanted(app).add(page)


def _remove_others(app: Sphinx, error: Exception | None) -> None:
    if error or app.builder.format != "html":
        return
    site, chapters = Path(app.outdir), app.env.found_docs
    for folder in {Path(site, chapter).parent for chapter in chapters}:
        for page in folder.glob("*.html"):
            if page.relative_to(site).with_suffix("").as_posix() not in chapters | _wanted(app):
                page.unlink()


def setup(app: Sphinx) -> None:
    """Note what is written, and remove what no page stands for when all went well."""
    app.connect("html-page-context", _note)
    # before a page is written that leads from the site's root to the first chapter
    app.connect("build-finished", _remove_others, priority=400)
