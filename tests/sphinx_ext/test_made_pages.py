"""A page made out of another is written when that one was read again, and goes when that one goes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from sphinx.application import Sphinx

from rent_or_sell.sphinx_ext.made_pages import stands


def test_a_page_stands_until_what_it_is_made_of_is_read_again(tmp_path: Path) -> None:
    site, kept = tmp_path / "html", tmp_path / "doctrees"
    app = Sphinx(tmp_path, None, site, kept, "html", status=None)
    read, written = kept / "tables.doctree", site / "tables-units.html"
    read.touch()
    assert not stands(app, "tables-units", "tables")
    written.touch()
    os.utime(read, (1, 1))
    assert stands(app, "tables-units", "tables")
    os.utime(written, (1, 1))
    os.utime(read, (2, 2))
    assert not stands(app, "tables-units", "tables")


def test_pages_of_a_chapter_that_is_gone_go_and_others_stay(tmp_path: Path) -> None:
    book, site = tmp_path / "book", tmp_path / "html" / "book"
    book.mkdir()
    (book / "index.rst").write_text("all\n===\n\n.. toctree::\n   :glob:\n\n   *\n")
    for name in ("kept", "gone"):
        (book / f"{name}.rst").write_text(f"{name}\n====\n")
    everything = {"index", "kept", "gone", "slides-kept", "slides-gone", "slides-index"}
    assert _build(tmp_path) == everything
    assert {page.stem for page in site.glob("*.html")} == everything
    (book / "gone.rst").unlink()
    assert "slides-kept" not in _build(tmp_path)
    assert {page.stem for page in site.glob("*.html")} == everything - {"gone", "slides-gone"}


def _build(folder: Path) -> set[str]:
    """Build a book with slides of each chapter; return which pages of chapters were written."""
    written = set()

    def slides(app: Sphinx) -> Iterator[tuple[str, dict[str, str], str]]:
        for chapter in app.env.found_docs:
            page = chapter.replace("book/", "book/slides-")
            if not stands(app, page, chapter):
                yield page, {"title": page, "body": ""}, "page.html"

    site, kept = folder / "html", folder / "doctrees"
    settings = {"root_doc": "book/index"}
    app = Sphinx(folder, None, site, kept, "html", settings, status=None)
    app.setup_extension("rent_or_sell.sphinx_ext.made_pages")
    app.connect("html-collect-pages", slides)
    app.connect("html-page-context", lambda _, page, *__: written.add(page))
    app.build()
    return {Path(page).name for page in written if page.startswith("book/")}
