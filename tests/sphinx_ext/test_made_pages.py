"""A page made out of another is written again when that one was read again, and not before."""

from __future__ import annotations

import os
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
