"""Checks of understanding, as chapters write them: read, and refused where they would mislead.

A check is a question and a few lines, each a key, a colon and words; `why` is what is said to whoever
gives the answer above it. Three kinds are told apart by their first key:

    right: If power is short.            number: result.rack.deal_surplus_per_chip
    why: The chip would have waited.     why: The ceiling less the floor.
    wrong: Never.                        trap: result.rack.price_ceiling_per_chip
    why: Some renters wait for chips.    why: That is the ceiling alone.
                                         otherwise: Read both prices off the price line.
    first: The floor
    why: It stands lowest.
    next: The ceiling
    why: It stands above the floor.

A number's right answer is a result of a model: on the page, in the case that the reader has set.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rent_or_sell.books import Book
from rent_or_sell.facts.glossary import GlossaryError, term_of
from rent_or_sell.names import unknown_name
from rent_or_sell.prose.binding import BindingError, bind, resolve

NEAR = 0.02  # how far, as a share of it, a number may lie from what it is taken for
Kind = Literal["choice", "number", "order"]
_KINDS: dict[str, Kind] = {
    "right": "choice",
    "wrong": "choice",
    "number": "number",
    "trap": "number",
    "otherwise": "number",
    "first": "order",
    "next": "order",
}
_LINE = re.compile(r"(?P<key>\w+):[ ]+(?P<text>.*)")
_ROLE = re.compile(r"\{(?P<name>\w+)\}`(?P<content>[^`]*)`")
_RESULT = re.compile(r"result\.(?P<model>\w+)\.(?P<name>\w+)(?:\[(?P<year>\d+)\])?")


class CheckError(ValueError):
    """A check would mislead; the message says how, and `line` which of its lines, from 0."""

    def __init__(self, message: str, line: int = 0) -> None:
        """Take the words and the line of the block, of which the first is the question's."""
        super().__init__(message)
        self.line = line


@dataclass(frozen=True)
class Answer:
    """An answer that may be given, what is said to whoever gives it, and the line it stands on."""

    key: str
    text: str
    why: str
    line: int


@dataclass(frozen=True)
class Check:
    """A question with its answers: the right ones, and those that a misreading gives.

    `otherwise` is said of a number that is none of them. Of an order the answers stand as is right.
    """

    kind: Kind
    question: str
    answers: tuple[Answer, ...]
    otherwise: str = ""

    @property
    def shown(self) -> tuple[Answer, ...]:
        """The answers as they are shown: what is to be put in order must not stand so."""
        if self.kind != "order":
            return self.answers
        mixed = tuple(sorted(self.answers, key=lambda answer: answer.text.casefold()))
        return mixed if mixed != self.answers else mixed[::-1]


@dataclass(frozen=True)
class Result:
    """A result that a number may be: its model, name, year if it has one, unit and base value."""

    model: str
    name: str
    year: int | None
    unit: str
    base: float


def read_check(question: str, lines: Sequence[str], book: Book) -> Check:
    """Return the check that a chapter writes.

    Raises
    ------
    CheckError
        If an answer is missing, given twice or without a word to it, or names no result.
    """
    if not question.strip():
        raise CheckError("a check needs a question: {check} Why …?")
    entries = list(_entries(lines))
    answers = tuple(_answers(entries))
    if not answers:
        raise CheckError("a check needs answers: lines such as “right: …” and “why: …”")
    kind = _KINDS[answers[0].key]
    for answer in answers:
        if _KINDS[answer.key] != kind:
            raise CheckError(
                f"“{answer.key}:” has no place among the answers of a {kind}", answer.line
            )
        plain(answer.text, book, answer.line)
        plain(answer.why, book, answer.line)
    plain(question, book)
    _require_two(answers)
    check = _OF_KIND[kind](question.strip(), answers, book)
    _require_words(check)
    return check


def result_of(answer: Answer, book: Book) -> Result:
    """Return the result that a number's answer names, or raise `CheckError` with the nearest."""
    found = _RESULT.fullmatch(answer.text)
    if not found:
        raise CheckError(f"“{answer.text}” is no result, such as result.rack.npv_rent", answer.line)
    try:
        bound = resolve(book, answer.text)
    except BindingError as error:
        raise CheckError(str(error), answer.line) from error
    assert bound.value is not None
    year = int(found["year"]) if found["year"] else None
    return Result(found["model"], found["name"], year, bound.unit, bound.value)


def plain(text: str, book: Book, line: int = 0) -> str:
    """Return the words of a line of Markdown alone; what it binds must hold."""

    def words(role: re.Match[str]) -> str:
        try:
            if role["name"] == "num":
                return bind(book, role["content"])[0]
            if role["name"] == "gloss":
                term_of(book.facts, role["content"])
                return role["content"]
        except (BindingError, GlossaryError) as error:
            raise CheckError(str(error), line) from error
        raise CheckError(f"a check cannot show the role {{{role['name']}}}", line)

    return _ROLE.sub(words, text).replace("*", "")


def _entries(lines: Sequence[str]) -> Iterator[tuple[str, str, int]]:
    """Yield key, words and line of each entry; what has no key goes on with the one above."""
    entry: tuple[str, str, int] | None = None
    for at, line in enumerate(lines, start=1):
        found = _LINE.fullmatch(line.strip())
        if found:
            if found["key"] not in (*_KINDS, "why"):
                raise CheckError(
                    unknown_name(found["key"], [*_KINDS, "why"], "a key of a check"), at
                )
            if entry:
                yield entry
            entry = found["key"], found["text"].strip(), at
        elif line.strip() and not entry:
            raise CheckError(f"“{line.strip()}” has no key, such as “right:”", at)
        elif line.strip() and entry:
            entry = entry[0], f"{entry[1]} {line.strip()}", entry[2]
    if entry:
        yield entry


def _answers(entries: Sequence[tuple[str, str, int]]) -> Iterator[Answer]:
    """Yield each answer with the reason that stands beneath it."""
    for at, (key, text, line) in enumerate(entries):
        below = entries[at + 1] if at + 1 < len(entries) else ("", "", 0)
        if key != "why":
            yield Answer(key, text, below[1] if below[0] == "why" else "", line)
        elif at == 0 or entries[at - 1][0] in ("why", "otherwise"):
            raise CheckError("“why:” stands beneath no answer", line)


def _choice(question: str, answers: tuple[Answer, ...], book: Book) -> Check:
    right = [answer for answer in answers if answer.key == "right"]
    if len(right) != 1:
        line = right[1].line if right else 0
        raise CheckError(f"a choice has one right answer, not {len(right)}", line)
    return Check("choice", question, answers)


def _number(question: str, answers: tuple[Answer, ...], book: Book) -> Check:
    numbers = tuple(answer for answer in answers if answer.key != "otherwise")
    if [answer.key for answer in numbers].count("number") != 1 or numbers[0].key != "number":
        raise CheckError("a number begins with the one right answer, “number: result.…”")
    values = [result_of(answer, book).base for answer in numbers]
    for at, value in enumerate(values):
        for before in values[:at]:
            if math.isclose(value, before, rel_tol=NEAR):
                said = f"“{numbers[at].text}” is taken for the answer above it: both are near {value:g}"
                raise CheckError(said, numbers[at].line)
    otherwise = next((answer.text for answer in answers if answer.key == "otherwise"), "")
    if not otherwise:
        raise CheckError("a number needs “otherwise:”, what is said of any other number")
    return Check("number", question, numbers, otherwise)


def _order(question: str, answers: tuple[Answer, ...], book: Book) -> Check:
    for at, answer in enumerate(answers):
        if (answer.key == "first") != (at == 0):
            raise CheckError("an order has one “first:”, and “next:” from there", answer.line)
    return Check("order", question, answers)


_OF_KIND = {"choice": _choice, "number": _number, "order": _order}


def _require_two(answers: Sequence[Answer]) -> None:
    """Refuse one answer alone, and one that stands there twice."""
    if len(answers) < 2:
        raise CheckError("one answer is no choice; write the wrong ones too", answers[0].line)
    taken: dict[str, int] = {}
    for answer in answers:
        if taken.setdefault(answer.text.casefold().strip(" ."), answer.line) != answer.line:
            raise CheckError(f"“{answer.text}” stands there twice", answer.line)


def _require_words(check: Check) -> None:
    for answer in check.answers:
        if not answer.why:
            raise CheckError(f"“{answer.text}” has no “why:” beneath it", answer.line)
