"""Sentences that depend on results: written once as data for Python and the browser.

A sentence is made of groups; of each group the first case that holds is said. A case holds when
all its conditions do: (left, comparison, right), each side the name of a parameter or a result, or
a number. A result that is not defined compares as false. `{name:code}` is a value in the text,
written by `rent_or_sell.numbers.number_format`; `{name:code@hue}` is one of the alternative with
this hue, and without a hue it is of none.
Of values in one format of significant digits those that differ have as many as tell them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from rent_or_sell.answers.conditions import Condition, hold
from rent_or_sell.numbers.number_format import format_apart

_PLACEHOLDER = re.compile(r"\{(\w+):([^}@]+)(?:@(\w+))?\}")


@dataclass(frozen=True)
class Case:
    """Words, and the conditions under which they are said."""

    text: str
    when: tuple[Condition, ...] = ()


@dataclass(frozen=True)
class Piece:
    """A part of a sentence: plain words, or a value with its name, number format and hue."""

    text: str
    name: str = ""
    code: str = ""
    hue: str = ""


Sentence = tuple[tuple[Case, ...], ...]


def say(sentence: Sentence, values: Mapping[str, float]) -> list[Piece]:
    """Return the sentence for these parameters and results, in pieces."""
    pieces: list[Piece] = []
    for group in sentence:
        case = next((case for case in group if hold(case.when, values)), None)
        if case is not None:
            pieces.extend(_pieces(case.text))
    return [replace(piece, text=_written(piece, pieces, values)) for piece in pieces]


def as_json(sentence: Sentence) -> list[list[dict[str, Any]]]:
    """Return the sentence as the browser reads it."""
    return [[asdict(case) for case in group] for group in sentence]


def _written(piece: Piece, pieces: list[Piece], values: Mapping[str, float]) -> str:
    """Return a piece's text; of values rounded to significant digits those that differ read apart."""
    if not piece.name:
        return piece.text
    alike = [one for one in pieces if one.code == piece.code and piece.code.endswith("r")]
    return format_apart(values[piece.name], [values[one.name] for one in alike], piece.code)


def _pieces(text: str) -> Iterator[Piece]:
    end = 0
    for match in _PLACEHOLDER.finditer(text):
        name, code, hue = match.groups("")
        yield Piece(text[end : match.start()])
        yield Piece("", name, code, hue)
        end = match.end()
    yield Piece(text[end:])
