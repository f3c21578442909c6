"""What tests of several rooms share."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from engine import browser, downloads, page
from filelock import FileLock
from tiny_book import ROOT, rebuild

from rent_or_sell.charts.pictures import WIDTHS

__all__ = ["browser", "downloads", "page"]  # fixtures

PAGES = ROOT / "tests" / "small_book"
# The charts of its page charts.md stand in chapters too: their committed pictures serve it.
PICTURES = {"charts-1": "index-2", "charts-2": "bundle-1"}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the tests that are marked `engines` run in another browser."""
    parser.addoption("--engine", choices=("chromium", "firefox"), default="chromium")


@pytest.fixture(scope="session")
def small_book(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The built pages of tests/small_book/, which no test changes.

    The first process that asks builds them for all processes of a run. Beside the folder html/,
    in which they are, lies figures/, with the figures of their charts.
    """
    own = tmp_path_factory.getbasetemp()
    shared = own if worker_id == "master" else own.parent
    built = shared / "small_book"
    with FileLock(shared / "small_book.lock"):
        if not built.exists():
            folder = tmp_path_factory.mktemp("small") / "book"
            shutil.copytree(PAGES, folder)
            shutil.copy(ROOT / "_config.yml", folder)
            _lend_pictures(folder / "book" / "pictures")
            done = rebuild(folder)
            assert done.returncode == 0, done.stdout + done.stderr
            assert done.stdout.count("book/undrawn: chart") == 2, "charts without picture are named"
            assert "book/charts: chart" not in done.stdout, "PICTURES lends those of other figures"
            (folder / "_build").rename(built)
    return built / "html" / "book"


def _lend_pictures(folder: Path) -> None:
    folder.mkdir()
    for name, lent in PICTURES.items():
        for width in WIDTHS:
            shutil.copy(
                ROOT / "book" / "pictures" / f"{lent}.{width}.svg", folder / f"{name}.{width}.svg"
            )
