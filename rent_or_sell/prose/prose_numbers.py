"""Finds numbers in the chapters' prose that are not bound to the data, or disagree with it.

`python -m rent_or_sell.prose.prose_numbers rent_or_sell.book:BOOK book/*.md` prints each with file, line and remedy.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from pkgutil import resolve_name

from rent_or_sell.books import Book
from rent_or_sell.numbers.currencies import BEFORE, NOUN_AFTER, SIGN
from rent_or_sell.numbers.written_numbers import WrittenNumber, find_numbers
from rent_or_sell.prose.binding import BindingError, bind
from rent_or_sell.prose.chapter_prose import Piece, pieces

# A number with a unit is a fact; without one, and of years, it is left to the author.
LEFT_TO_AUTHOR = {"", "years"}
FIRST_COUNT = 3  # "one chip" and "two racks" are things on the page
YEARS = range(1950, 2100)  # "in 2026 chips are scarce" counts no chips

_GAP = "\N{OBJECT REPLACEMENT CHARACTER}"  # stands where a number was read
# Digits beside a sign of money or a percent sign that no pattern reads are not passed over, nor are
# scales of money without a number: "another billion dollars", "trillion-dollar".
_SCALE = r"(?:hundred|thousand|million|billion|trillion)"
_UNREAD = re.compile(
    rf"{BEFORE}\s?[-−–(~>]?\.?\d\S*|\d[^\s{_GAP}]*\s?(?:{SIGN}|[%％‰])"
    rf"|{BEFORE}\s?(?i:bn|mn|m|b|k|tn|trn)\.?\s?\d\S*"
    rf"|\d\S*\s?\((?:in\s)?(?:[A-Z]{{0,3}}{SIGN}|(?i:dollars|euros|pounds))[^)]*\)"
    rf"|(?i:\b{_SCALE}(?:[\s-]{_SCALE})?[\s-](?:{NOUN_AFTER}))"
)


@dataclass(frozen=True)
class Finding:
    """A number in prose that must be bound or corrected: where it stands and the remedy."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


def findings(book: Book, path: Path) -> list[Finding]:
    """Return what is wrong with the numbers in a chapter's prose, in the order of its lines."""
    found = [
        Finding(path, piece.line + offset, message)
        for piece in pieces(path.read_text(encoding="utf-8"))
        for offset, message in _problems(book, piece)
    ]
    return sorted(found, key=lambda finding: finding.line)


def _problems(book: Book, piece: Piece) -> Iterator[tuple[int, str]]:
    """Yield lines within the piece, from 0, and what is wrong there."""
    if piece.role == "claim":
        return
    if piece.role == "num":
        try:
            bind(book, piece.text)
        except BindingError as error:
            yield 0, str(error)
        return
    rest = piece.text
    for number in find_numbers(piece.text, book.things):
        if _is_fact(number, book.things):
            rest = rest[: number.start] + _GAP * len(number.text) + rest[number.end :]
            text = " ".join(number.text.split())
            remedy = f"bind it, as {{num}}`{text} <table.row>`, or rephrase"
            yield _line(piece, number.start), f"“{text}” is not bound to data; {remedy}"
    for unread in _UNREAD.finditer(rest):
        remedy = "write it as “$5 billion” or “5%” and bind it, or rephrase"
        yield _line(piece, unread.start()), f"“{unread[0]}” is a number nobody can read; {remedy}"


def _line(piece: Piece, position: int) -> int:
    return piece.text[:position].count("\n")


def _is_fact(number: WrittenNumber, things: Sequence[str]) -> bool:
    """Whether a number is more than a year, a count of things on the page or a way of speaking."""
    if number.kind in things and not number.has_scale:
        is_year = number.digits.isdigit() and int(number.digits) in YEARS
        return number.mantissa >= FIRST_COUNT and not is_year
    if number.kind == "share" and number.size == 1 and number.in_words:
        # "twice", "three times", "a third" are ways of speaking; "3×", "threefold", "two thirds" not
        part = 1 / (number.mantissa or 1)
        return "fold" in number.tail or (part > 1 and abs(part - round(part)) > 1e-9)
    return number.kind not in LEFT_TO_AUTHOR or number.has_scale


def main(arguments: Sequence[str]) -> int:
    """Print what is wrong in a book's chapters; return 1 if anything is."""
    name, *paths = arguments
    book = resolve_name(name)
    found = [finding for path in paths for finding in findings(book, Path(path))]
    print("\n".join(map(str, found)) or "Every number is bound to the data and agrees with it.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
