"""Copies of the book: settings of _config.yml say what a site holds; solutions stand apart.

`rent_or_sell_solutions: false` leaves solutions out, `rent_or_sell_checks: false` the checks of
understanding; `rent_or_sell_notes: true` shows the notes to teachers. Where a page of the book has a
place for the solutions, chapters link to it; elsewhere they stay below their exercises, folded.
"""

from __future__ import annotations

from pathlib import Path

import yaml
from sphinx.application import Sphinx
from sphinx.config import Config

from rent_or_sell.classroom.copies import Copy
from rent_or_sell.classroom.notebooks import chapters_of
from rent_or_sell.classroom.solutions import PLACE, anchor, with_listing, without_solutions
from rent_or_sell.sphinx_ext.named_book import book_of

SOLUTIONS, CHECKS, NOTES = (f"rent_or_sell_{name}" for name in ("solutions", "checks", "notes"))


def copy_of(config: Config) -> Copy:
    """Return what the site's configuration says that it holds."""
    return Copy(config[SOLUTIONS], config[CHECKS], config[NOTES])


def _as_the_copy_has_it(app: Sphinx, page: str, source: list[str]) -> None:
    config = app.config
    copy = copy_of(config)
    text = source[0]
    if not copy.solutions:
        text = without_solutions(text)
    elif chapters := _chapters_with_a_place(app):
        if PLACE in text:
            for name in chapters:
                app.env.note_dependency(str(Path(app.srcdir, f"{name}.md")))
            named = {Path(name).name: words for name, words in chapters.items()}
            text = with_listing(text, named, book_of(config))
        else:
            way = (
                f"Answers and solutions stand [on a page of their own](#{anchor(Path(page).name)})."
            )
            text = without_solutions(text, instead=f"[{way}]{{.side-link}}\n")
    source[0] = copy.text(text)


def _chapters_with_a_place(app: Sphinx) -> dict[str, str]:
    """Return the chapters of the book by name, or none of a book that has no page for solutions."""
    toc = yaml.safe_load(Path(app.srcdir, app.config.external_toc_path).read_text(encoding="utf-8"))
    files = {name: Path(app.srcdir, f"{name}.md") for name in chapters_of(toc)}
    texts = {
        name: file.read_text(encoding="utf-8") for name, file in files.items() if file.exists()
    }
    return texts if any(PLACE in text for text in texts.values()) else {}


def setup(app: Sphinx) -> None:
    """Register the settings, and what reads each page by them."""
    for setting, default in ((SOLUTIONS, True), (CHECKS, True), (NOTES, False)):
        app.add_config_value(setting, default, "env", [bool])
    app.connect("source-read", _as_the_copy_has_it)
