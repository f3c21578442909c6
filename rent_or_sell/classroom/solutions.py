"""The exercises of chapters and what solves them: found, left out, and listed on a page of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from rent_or_sell.books import Book
from rent_or_sell.classroom.check_words import answer_words
from rent_or_sell.classroom.checks import read_check
from rent_or_sell.classroom.copies import CHECK, NOTE

PLACE = "```{solutions}\n```\n"  # on the page that lists them
_SOLUTION = re.compile(
    r"^(?P<fence>`{3,}|:{3,})\{dropdown\}[ ]*Solution\b.*\n(?P<body>(?:.*\n)*?)(?P=fence)[ ]*(?:\n|\Z)",
    re.MULTILINE,
)
_TITLE = re.compile(r"^# (.*)$", re.MULTILINE)
_EXERCISES = re.compile(r"^## Exercises\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_EXERCISE = re.compile(r"^(?=\*\*\d+\.\*\*)", re.MULTILINE)
_DIRECTIVE = re.compile(r"^(?:`{3,}|:{3,})\{", re.MULTILINE)
_CLAIM = re.compile(r"\{claim\}`[^`]*`")  # marks where a claim is treated, which is there


def solutions(text: str) -> list[str]:
    """Return the solutions that a chapter holds, as they are written."""
    return [found["body"].strip() for found in _SOLUTION.finditer(text)]


def without_solutions(text: str, instead: str = "") -> str:
    """Return a chapter with its exercises and without what solves them; perhaps a line for the last."""
    before, last, behind = text.rpartition(_last(text))
    return _SOLUTION.sub("", before) + (instead if last else "") + behind


def _last(text: str) -> str:
    found = [one[0] for one in _SOLUTION.finditer(text)]
    return found[-1] if found else "\0"


def with_listing(text: str, chapters: Mapping[str, str], book: Book) -> str:
    """Return a page with the solutions of chapters in the place for them."""
    return text.replace(PLACE, listing(chapters, book) + "\n") if PLACE in text else text


def listing(chapters: Mapping[str, str], book: Book) -> str:
    """Return what answers the checks and solves the exercises of chapters, each below its question.

    A chapter's part stands under its title, to which `solutions-name` leads.
    """
    return "\n\n".join(
        f"({anchor(name)})=\n## {_title(text)}\n\n" + "\n\n".join(_listed(text, book))
        for name, text in chapters.items()
        if solutions(text)
    )


def anchor(chapter: str) -> str:
    """Return where the solutions of a chapter stand."""
    return f"solutions-{chapter}"


def _title(text: str) -> str:
    found = _TITLE.search(text)
    return found[1] if found else ""


def _listed(text: str, book: Book) -> Iterator[str]:
    for found in CHECK.finditer(text):
        check = read_check(found["title"], found["body"].splitlines(), book)
        yield f"> {check.question}"
        yield answer_words(check, book)
    for part in _EXERCISES.findall(text):
        for exercise in _EXERCISE.split(part)[1:]:
            question = _DIRECTIVE.split(exercise)[0].strip()
            yield "\n".join(f"> {line}" for line in _CLAIM.sub("", question).splitlines())
            yield from solutions(exercise)
            yield from (note[0].strip() for note in NOTE.finditer(exercise))
