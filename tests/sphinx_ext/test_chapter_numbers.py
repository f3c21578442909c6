"""Chapters are numbered from the first page on, in navigation, heading and title; nothing else is."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from rent_or_sell.sphinx_ext.chapter_numbers import _shift

pytestmark = pytest.mark.builds

# The first page and those of the numbered part of tests/small_book/_toc.yml.
NUMBERED = {"index": 1, "numbers": 2, "terms": 3}


def html_of(small_book: Path, page: str) -> str:
    return (small_book / f"{page}.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(("page", "number"), NUMBERED.items())
def test_a_chapter_has_its_number_in_the_heading_and_its_sections_have_none(
    small_book: Path, page: str, number: int
) -> None:
    found = re.findall(
        r'<(h\d)>\s*<span class="section-number">([^<]*)</span>', html_of(small_book, page)
    )
    assert found == [("h1", f"{number} · ")]


def test_other_pages_have_no_number(small_book: Path) -> None:
    for page in {path.stem for path in small_book.glob("*.html")} - {*NUMBERED}:
        assert "section-number" not in re.sub(
            r"(?s)<footer.*?</footer>", "", html_of(small_book, page)
        )


def test_the_navigation_has_the_numbers(small_book: Path) -> None:
    nav = re.search(r'<nav class="bd-links.*?</nav>', html_of(small_book, "tables"), re.DOTALL)
    assert nav is not None
    entries = [" ".join(one.split()) for one in re.findall(r"<a [^>]*>([^<]*)</a>", nav[0])]
    starts = [one.partition(" · ")[0] for one in entries if " · " in one]
    assert starts == [str(number) for number in NUMBERED.values()]
    assert entries[0] == "1 · A small book"


def test_windows_bear_the_chapters_number_and_the_books_name(small_book: Path) -> None:
    def title(page: str) -> str:
        found = re.search(r"<title>(.*?)</title>", html_of(small_book, page), re.DOTALL)
        assert found is not None
        return found[1].replace("&#8212;", "—")

    assert title("index") == "Rent or Sell?"
    assert title("terms") == "3 · Terms — Rent or Sell?"
    assert title("tables").endswith(" — Rent or Sell?") and "·" not in title("tables")


def test_counting_as_sphinx_does_and_back_leaves_what_has_no_number_without_one() -> None:
    """Else Sphinx finds other numbers than at the last build, and writes each chapter anew."""
    numbers: dict[str, Any] = {"": (2,), "#a-section": None, "#deep": (2, 1)}
    env: Any = SimpleNamespace(toc_secnumbers={"chapter": dict(numbers)})
    _shift(env, -1)
    assert env.toc_secnumbers["chapter"] == {"": (1,), "#a-section": None, "#deep": (1, 1)}
    _shift(env, 1)
    assert env.toc_secnumbers["chapter"] == numbers
