"""The next build reads what was saved while it was read, and after a mistake nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "index.rst").write_text("first\n=====\n\n.. toctree::\n\n   other\n")
    (tmp_path / "other.rst").write_text("other\n=====\n")
    return tmp_path


def _build(folder: Path) -> list[str]:
    """Build a book of which a chapter is saved again while it is read; return what was read."""
    read = []

    def follow(app: Sphinx, name: str, source: list[str]) -> None:
        read.append(name)
        if "first" in source[0]:
            _save(folder, "second")

    app = Sphinx(folder, None, folder / "html", folder / "kept", "html", status=None)
    app.setup_extension("rent_or_sell.sphinx_ext.read_again")
    app.connect("source-read", _list_others)
    app.connect("source-read", follow)
    app.connect("source-read", lambda app, name, source: _stop_at("misread", source[0]))
    app.connect("doctree-resolved", lambda app, tree, name: _stop_at("miswritten", tree.astext()))
    app.build()
    return read


def _list_others(app: Sphinx, name: str, source: list[str]) -> None:
    """Read another chapter for this one, as the page of solutions does."""
    if "all of other" in source[0]:
        app.env.note_dependency(str(Path(app.srcdir, "other.rst")))


def _stop_at(mistake: str, words: str) -> None:
    if mistake in words:
        raise ValueError(f"it is {mistake}")


def _save(folder: Path, heading: str) -> None:
    chapter = folder / "index.rst"
    chapter.write_text(chapter.read_text().replace(chapter.read_text().split("\n")[0], heading))


def test_what_is_saved_while_it_is_read_is_read_again(folder: Path) -> None:
    page = folder / "html" / "index.html"
    _build(folder)
    assert "<h1>first" in page.read_text(encoding="utf-8")
    assert _build(folder) == ["index"]
    assert "<h1>second" in page.read_text(encoding="utf-8")
    assert _build(folder) == []


def test_a_file_with_an_older_date_moved_over_a_chapter_is_read(folder: Path) -> None:
    _save(folder, "all of other")
    _build(folder)
    draft = folder / "draft"
    draft.write_text("draft\n=====\n")
    os.utime(draft, (1, 1))
    draft.replace(folder / "other.rst")
    assert sorted(_build(folder)) == ["index", "other"]
    assert "<h1>draft" in (folder / "html" / "other.html").read_text(encoding="utf-8")
    assert _build(folder) == []


@pytest.mark.parametrize("mistake", ["misread", "miswritten"])
def test_a_chapter_that_stops_the_build_has_no_other_read_again(folder: Path, mistake: str) -> None:
    _save(folder, "whole")
    assert _build(folder) == ["index", "other"]
    _save(folder, mistake)
    with pytest.raises(ExtensionError, match=f"it is {mistake}"):
        _build(folder)
    _save(folder, "mended")
    assert _build(folder) == ["index"]
