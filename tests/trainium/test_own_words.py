"""The book says everything in its own words: no eight in a row are the article's."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from article_runs import LENGTH, article_hashes, run_hash, runs

ROOT = Path(__file__).resolve().parents[2]
CHAPTERS = sorted((ROOT / "book").glob("*.md"))
TABLES = sorted((ROOT / "data").glob("*.csv"))

# what a document is called can't be said in other words
TITLES = {("sources.csv", "title")}


def copied(text: str) -> list[str]:
    """Return the runs of words that a text shares with the article."""
    known = article_hashes()
    return [run for run in runs(text) if run_hash(run) in known]


def as_read(chapter: str) -> str:
    """Return a chapter's text without what readers don't see between its words."""
    text = re.sub(r"\{claim\}`[^`]*`", "", chapter)
    text = re.sub(r"<[\w.@\[\]-]+>`", "", text)  # what a number is bound to
    return re.sub(r"\{[\w.-]+\}|\]\([^)]*\)", "", text)


def cells(table: Path) -> Iterator[tuple[int, str, str]]:
    """Yield line, column and text of a table's cells; a cell is no part of the next one's run."""
    with table.open(newline="", encoding="utf-8") as lines:
        reader = csv.DictReader(lines)
        for row in reader:
            yield from ((reader.line_num, column, text) for column, text in row.items())


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda path: path.name)
def test_chapter_is_in_its_own_words(chapter: Path) -> None:
    found = copied(as_read(chapter.read_text(encoding="utf-8")))
    assert not found, f"{chapter.name} says in the article's words: {found}"


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.name)
def test_table_is_in_its_own_words(table: Path) -> None:
    found = [
        f"{table.name}:{line} {column}: {run}"
        for line, column, text in cells(table)
        if (table.name, column) not in TITLES
        for run in copied(text)
    ]
    assert not found, "in the article's words:\n" + "\n".join(found)


def test_hashes_are_kept_and_no_words() -> None:
    assert len(article_hashes()) > 1000
    assert all(re.fullmatch(r"[0-9a-f]{16}", one) for one in article_hashes())


def test_words_are_compared_as_read(monkeypatch: pytest.MonkeyPatch) -> None:
    sentence = "A run of about $50 billion, in eight or more words."
    hashes = frozenset(map(run_hash, runs(sentence)))
    monkeypatch.setattr("test_own_words.article_hashes", lambda: hashes)
    chapter = (
        "A [run](page.md) of\n{num}`about $50 billion <amazon_statements.JL05>`, "
        "in **eight**{claim}`AC12` or more [words]{.first}."
    )
    assert copied(as_read(chapter)) == list(runs(sentence))
    assert not copied("a run of about $50 billion in ten or more words")
    assert len(list(runs("one two three four five six seven"))) == 0
    assert LENGTH == 8
