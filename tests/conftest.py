"""What tests of several rooms share."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from filelock import FileLock
from tiny_book import ROOT, rebuild

PAGES = ROOT / "tests" / "small_book"


@pytest.fixture(scope="session")
def small_book(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The built pages of tests/small_book/, which no test changes.

    The first process that asks builds them for all processes of a run.
    """
    own = tmp_path_factory.getbasetemp()
    shared = own if worker_id == "master" else own.parent
    built = shared / "small_book"
    with FileLock(shared / "small_book.lock"):
        if not built.exists():
            folder = tmp_path_factory.mktemp("small") / "book"
            shutil.copytree(PAGES, folder)
            shutil.copy(ROOT / "_config.yml", folder)
            done = rebuild(folder)
            assert done.returncode == 0, done.stdout + done.stderr
            (folder / "_build" / "html").rename(built)
    return built / "book"
