"""What a site knows of its book: the place of kept outputs, and what its numbers come from."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from pathlib import Path

import pytest
from sphinx.application import Sphinx
from sphinx.config import Config

from rent_or_sell.book import BOOK
from rent_or_sell.sphinx_ext.named_book import SETTING, fingerprint

OWN_BOOK = """from dataclasses import replace
from pathlib import Path

from rent_or_sell.book import BOOK as WHOLE

BOOK = replace(WHOLE, data=Path(__file__).parent / "data")
"""


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


def test_code_and_data_have_one_fingerprint_wherever_they_lie(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def of(folder: Path) -> str:
        with monkeypatch.context() as context:
            context.syspath_prepend(folder)
            context.delitem(sys.modules, "own_book", raising=False)
            config = Config()
            config.add(SETTING, "own_book:BOOK", "env", str)
            return fingerprint(config)

    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    (here / "own_book.py").write_text(OWN_BOOK, encoding="utf-8")
    shutil.copytree(BOOK.data, here / "data")
    shutil.copytree(here, there)
    (there / "data" / ".ipynb_checkpoints").mkdir()
    first = of(here)
    assert of(there) == first
    with (there / "data" / "units.csv").open("a", encoding="utf-8") as table:
        table.write("more,More\n")
    assert of(there) != first
