"""What is wrong with single cells of the tables, whatever table they stand in."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from datetime import date
from unicodedata import category

from rent_or_sell.facts.schema import Field

_FORMULA = re.compile(r"[=+@\t\r-]")
_AMOUNT = re.compile(r"[-+]\$?[\d,]*\.?\d+%?( [A-Za-z]+)*")  # a number, and words
_DAYS = re.compile(r"(?<!\d)(\d{4})-(\d{2})(?:-(\d{2}))?(?!\d)")


def complaints(field: Field, cell: str) -> Iterator[str]:
    """Yield what is wrong with a cell and what to do, in words; types are checked elsewhere."""
    if cell and not _is_visible(cell):
        yield f"{cell!a} is blank; fill the cell in or leave it empty"
    elif cell != cell.strip():
        yield f"{cell[:20]!a} begins or ends with a space; delete it"
    elif unreadable := next(filter(_is_unreadable, cell), ""):
        yield f"{unreadable!a} is no character to read; delete it"
    if field.is_numeric:
        # Frictionless takes more for numbers: "nan", 1e999, digits of other scripts.
        if cell.strip() and not _is_number(cell):
            yield f"{cell!r} is no number; write its digits or leave the cell empty"
        return
    if is_formula(cell):
        yield f"{cell[:20]!r} would be a formula in a spreadsheet; begin with a word"
    if _holds_days(field):
        for day in _DAYS.finditer(cell):
            if not _is_day(*day.groups()):
                yield f"{day[0]!r} is no day of the calendar; correct it"


def is_formula(text: str) -> bool:
    """Whether a spreadsheet that opens a file with this cell would run it; a number it reads."""
    return bool(_FORMULA.match(text)) and not _AMOUNT.fullmatch(text)


def _is_visible(cell: str) -> bool:
    """Whether there is a letter, a digit or a sign: not only spaces and marks that nobody sees."""
    return any(category(character)[0] in "LNPS" for character in cell)


def _is_unreadable(character: str) -> bool:
    """Whether nobody can see it, or it turns what stands around it: a line may break in a cell."""
    return category(character) in ("Cc", "Cf", "Cn", "Co", "Zl", "Zp") and character != "\n"


def _is_number(cell: str) -> bool:
    """Whether a text is a number of ASCII digits that is not beyond all bounds, or no number at all.

    What is not one at all is reported with its type, elsewhere.
    """
    try:
        return math.isfinite(float(cell)) and cell.isascii() and "_" not in cell
    except ValueError:
        return True


def _holds_days(field: Field) -> bool:
    """Whether a text column dates something; Frictionless checks columns of type date."""
    return field.type == "string" and field.name in ("as_of", "published", "accessed")


def _is_day(year: str, month: str, day: str | None) -> bool:
    try:
        date(int(year), int(month), int(day or 1))
    except ValueError:
        return False
    return True
