"""Keys of checks as a page carries them: not to be read by whoever looks at its text.

It is no secret: the page itself has to open them. It keeps answers out of searches and off the
eyes of a reader who only looks.
"""

from __future__ import annotations

import json
from base64 import b64encode
from itertools import cycle
from typing import Any

from rent_or_sell.books import Book
from rent_or_sell.classroom.checks import Answer, Check, plain, result_of
from rent_or_sell.explorer.units import result_format


def sealed(check: Check, book: Book) -> str:
    """Return what judges the answers to a check, under its question (explorer/checks/sealed.js)."""
    question = plain(check.question, book).encode()
    text = json.dumps(_key(check, book), ensure_ascii=False).encode()
    return b64encode(bytes(a ^ b for a, b in zip(text, cycle(question), strict=False))).decode()


def _key(check: Check, book: Book) -> dict[str, Any]:
    """Return the right answer, by place among those shown, and what is said of each."""
    whys = [plain(answer.why, book) for answer in check.shown]
    if check.kind == "choice":
        return {"right": [answer.key for answer in check.shown].index("right"), "whys": whys}
    if check.kind == "order":
        return {"order": [check.shown.index(answer) for answer in check.answers], "whys": whys}
    unit = result_of(check.answers[0], book).unit
    return {
        "code": result_format(unit),
        "unit": unit,
        "numbers": [_number(answer, book) for answer in check.answers],
        "whys": whys,
        "otherwise": plain(check.otherwise, book),
    }


def _number(answer: Answer, book: Book) -> dict[str, Any]:
    result = result_of(answer, book)
    at = None if result.year is None else result.year - book.years.first
    return {"name": result.name, "at": at, "base": result.base}
