"""Pages that are made out of others' parts, and stay while those stay: `make live` writes few anew."""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx


def stands(app: Sphinx, page: str, source: str) -> bool:
    """Whether a page was written after the one that it is made of was last read."""
    read, written = Path(app.doctreedir, f"{source}.doctree"), Path(app.outdir, f"{page}.html")
    return written.exists() and written.stat().st_mtime > read.stat().st_mtime
