"""Chapters are read at once by many processes, which find the place of kept outputs made."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sphinx.application import Sphinx


def test_the_place_of_outputs_is_made_before_chapters_are_read(tmp_path: Path) -> None:
    settings = {
        "extensions": ["myst_nb", "rent_or_sell.sphinx_ext.named_book"],
        "rent_or_sell_book": "rent_or_sell.book:BOOK",
        "nb_execution_mode": "cache",
    }
    site, kept = tmp_path / "html", tmp_path / ".doctrees"
    app = Sphinx(tmp_path, None, site, kept, "html", confoverrides=settings, status=None)
    place = Path(app.config["nb_execution_cache_path"])
    assert place.parent == tmp_path / "outputs"
    with sqlite3.connect(place / "global.db") as database:
        tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
    database.close()
    assert {"nbcache", "nbproject", "settings"} <= tables
