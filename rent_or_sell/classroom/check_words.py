"""Checks of understanding written out, where no page judges them: the question, and its answers."""

from __future__ import annotations

from collections.abc import Iterator

from rent_or_sell.books import Book
from rent_or_sell.classroom.checks import Answer, Check, result_of
from rent_or_sell.explorer.units import result_format
from rent_or_sell.numbers.number_format import format_number


def question_words(check: Check) -> str:
    """Return a check's question in Markdown, with the answers to choose from or to put in order."""
    if check.kind == "number":
        return check.question
    return f"{check.question}\n\n" + "\n".join(f"- {answer.text}" for answer in check.shown)


def answer_words(check: Check, book: Book) -> str:
    """Return the answers in Markdown, each with its reason; a number is that of the base case."""
    return "\n".join(f"- {line}" for line in _lines(check, book))


def _lines(check: Check, book: Book) -> Iterator[str]:
    for place, answer in enumerate(check.answers, start=1):
        if check.kind == "choice":
            yield f"**{answer.key.capitalize()}:** {answer.text} *{answer.why}*"
        elif check.kind == "order":
            yield f"**Place {place}:** {answer.text}. *{answer.why}*"
        else:
            said = "In the base case" if answer.key == "number" else "Not"
            yield f"**{said} {_number(answer, book)}.** *{answer.why}*"


def _number(answer: Answer, book: Book) -> str:
    result = result_of(answer, book)
    return format_number(result.base, result_format(result.unit))
