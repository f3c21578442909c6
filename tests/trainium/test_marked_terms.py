"""Chapters mark each term of the glossary where they first use it, and the glossary has no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from rent_or_sell.book import BOOK
from rent_or_sell.facts.glossary import Term, load_terms, term_of

FOLDER = Path(__file__).resolve().parents[2] / "book"
CHAPTERS = (
    *("index", "bottleneck", "fifty-billion", "supply"),
    *("bundle", "rival", "watch-list", "bottom-line"),
)
# What a reader does not read as words, and where no mark can stand: headings, and links' own words.
NO_PLACE = (
    r"^---\n.*?^---$",
    r"^```\{code-cell\}.*?^```$",
    r"^```.*?$",
    r"^#.*?$",
    r"\[[^\]]*\]\([^)]*\)",
    r"\{(?!gloss)[\w-]+\}`[^`]*`",
)


def forms() -> str:
    """Return what matches every form of every term, the longest that fits."""
    every = {form for term in load_terms(BOOK.facts) for form in term.forms}
    longest = sorted(every, key=len, reverse=True)
    words = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in longest)
    return rf"(?<![\w-])(?:{words})(?!\w)"


def uses(text: str) -> Iterator[tuple[Term, bool, int]]:
    """Yield the terms of a chapter as it uses them: the term, whether it is marked, the line."""
    pattern = rf"(?P<none>{'|'.join(NO_PLACE)})|\{{gloss\}}`(?P<mark>[^`]*)`|(?P<form>{forms()})"
    for found in re.finditer(pattern, text, re.DOTALL | re.MULTILINE | re.IGNORECASE):
        written = found["mark"] or found["form"]
        if written:
            line = text.count("\n", 0, found.start()) + 1
            yield term_of(BOOK.facts, written), bool(found["mark"]), line


def unmarked(text: str) -> list[str]:
    """Return each term that a text first uses without a mark, with its line."""
    first: dict[str, tuple[bool, int]] = {}
    for term, is_marked, line in uses(text):
        first.setdefault(term.name, (is_marked, line))
    return [f"line {line}: {name}" for name, (is_marked, line) in first.items() if not is_marked]


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_marks_each_term_where_it_first_uses_it(chapter: str) -> None:
    found = unmarked((FOLDER / f"{chapter}.md").read_text(encoding="utf-8"))
    assert not found, f"{chapter}.md: write {{gloss}}`…` around\n" + "\n".join(found)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_marks_a_term_once(chapter: str) -> None:
    text = (FOLDER / f"{chapter}.md").read_text(encoding="utf-8")
    marks = [term.name for term, is_marked, _ in uses(text) if is_marked]
    assert sorted(marks) == sorted(set(marks))


def test_each_term_is_used() -> None:
    texts = [(FOLDER / f"{chapter}.md").read_text(encoding="utf-8") for chapter in CHAPTERS]
    used = {term.name for text in texts for term, _, _ in uses(text)}
    assert {term.name for term in load_terms(BOOK.facts)} == used


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Its attach\nrate, and the {gloss}`attach rate`.", ["line 1: attach rate"]),
        ("Its {gloss}`attach rates`, and an attach rate.", []),
        ("# The attach rate\n\n[an attach rate](a.md), {num}`an attach rate <a.b>`", []),
        ("```{code-cell} ipython3\nattach_rate = 'attach rate'\n```\n\nPlain.", []),
        ("```{admonition} Attach rate\nThe floor.\n```", ["line 2: floor"]),
        ("The operating margin.", ["line 1: margin"]),
    ],
)
def test_a_first_use_is_found(text: str, found: list[str]) -> None:
    assert unmarked(text) == found
