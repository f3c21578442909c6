"""By which words the solutions of the chapters and the keys of their checks would be known again."""

from __future__ import annotations

import re
from pathlib import Path

from rent_or_sell.book import BOOK
from rent_or_sell.classroom.checks import plain, read_check
from rent_or_sell.classroom.copies import CHECK
from rent_or_sell.classroom.solutions import solutions

ROOT = Path(__file__).resolve().parents[1]
NUMBERED = (
    *("index", "bottleneck", "fifty-billion", "supply"),
    *("bundle", "rival", "watch-list", "bottom-line"),
)
CHAPTERS = {path.stem: path.read_text(encoding="utf-8") for path in (ROOT / "book").glob("*.md")}


def sentences(text: str) -> list[str]:
    """Return the runs of plain words of a chapter's solutions, long enough to be no other's."""
    runs = (
        run.strip()
        for solution in solutions(text)
        for run in re.split(r"\{\w+\}`[^`]*`|[`*$\[\]()\n]", solution)
    )
    return [run for run in runs if len(run.split()) > 4]


def keys(text: str) -> list[str]:
    """Return what is said of each answer to a chapter's checks."""
    checks = (
        read_check(found["title"], found["body"].splitlines(), BOOK)
        for found in CHECK.finditer(text)
    )
    return [plain(answer.why, BOOK) for check in checks for answer in check.answers]
