"""Beside the pages of a book that is a package lie their notebooks, and the package to run them."""

from __future__ import annotations

import os
import re
from pathlib import Path

import nbformat
import pytest
from tiny_book import build

from rent_or_sell.sphinx_ext.notebooks import how_to_install

PACKAGE = """[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "my-book"
version = "1.2"
requires-python = ">=3.11"

[tool.hatch.build.targets.wheel]
only-include = ["mine"]
"""
WHEEL = "my_book-1.2-py3-none-any.whl"
PAGES = {
    "index": "# The start\n\nSee [what is said](words.md).\n\n```{code-cell} ipython3\n1 + 1\n```\n",
    "words": "# Words\n\nNothing runs here.\n",
}


def write_package(folder: Path, *, written: int = 0) -> None:
    """Write a small package, its code written at some time."""
    (folder / "mine").mkdir(parents=True)
    code = folder / "mine" / "__init__.py"
    code.write_text("answer = 42\n", encoding="utf-8")
    os.utime(code, (written, written))
    (folder / "pyproject.toml").write_text(PACKAGE, encoding="utf-8")


def built(folder: Path, *, written: int) -> Path:
    """Build a small book that is a package; return its site."""
    write_package(folder, written=written)
    done = build(folder, **PAGES)
    assert done.returncode == 0, done.stderr
    return folder / "_build" / "html"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("package"), written=1_000_000_000)


@pytest.mark.builds
def test_a_page_with_code_offers_its_notebook_and_the_package(site: Path) -> None:
    page = (site / "book" / "index.html").read_text(encoding="utf-8")
    links = re.findall(r'<a download href="([^"]*)">([^<]*)</a>', page)
    assert [words for _, words in links] == ["Show in JupyterLab", "its package"]
    for address, _ in links:
        assert (site / "book" / address).is_file(), address
    assert "JupyterLab" not in (site / "book" / "words.html").read_text(encoding="utf-8")


@pytest.mark.builds
def test_notebooks_lead_to_each_other_and_say_first_what_they_need(site: Path) -> None:
    first = nbformat.read(site / "notebooks" / "01-index.ipynb", as_version=4)
    nbformat.validate(first)
    assert first.cells[0].source == how_to_install(WHEEL, "01-index.ipynb")
    assert "[what is said](<02-words.ipynb>)" in first.cells[1].source
    second = nbformat.read(site / "notebooks" / "02-words.ipynb", as_version=4)
    assert "pip" not in second.cells[0].source


@pytest.mark.builds
def test_two_builds_give_the_same_files(site: Path, tmp_path: Path) -> None:
    again = built(tmp_path / "elsewhere", written=1_500_000_000)
    for file in sorted((site / "notebooks").iterdir()):
        assert file.read_bytes() == (again / "notebooks" / file.name).read_bytes(), file.name


@pytest.mark.builds
def test_a_chapter_that_no_notebook_can_show_stops_the_build(tmp_path: Path) -> None:
    write_package(tmp_path)
    done = build(tmp_path, index="# The start\n\n```{tip}\nUse a lever.\n```\n")
    assert done.returncode != 0
    said = "book/index.md: no notebook can show the directive {tip}"
    assert said in done.stdout + done.stderr


def test_what_is_published_is_installed_from_its_address() -> None:
    there = "https://example.org/notebooks/" + WHEEL
    words = how_to_install(WHEEL, "01-index.ipynb", there)
    assert f'%pip install "my-book[lab] @ {there}"' in words
    assert "save" not in words
