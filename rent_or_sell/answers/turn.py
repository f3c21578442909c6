"""The smallest change of one assumption that turns a verdict: that makes a case of another word hold.

A verdict is a list of words with conditions; the first whose conditions hold is said. Decisions, and
what says which buyer it is, are never moved: they are no assumption that could turn out otherwise.
The value is rounded away from the case, to what its control shows where that turns the verdict. The
browser's `explorer/answers/turn.js` does the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import TYPE_CHECKING, Any

import numpy as np

from rent_or_sell.answers.cases import values_of
from rent_or_sell.answers.conditions import Condition, hold, names_in
from rent_or_sell.answers.settle import Room, change_one
from rent_or_sell.model.models import Model
from rent_or_sell.numbers.number_format import format_number, more_digits

if TYPE_CHECKING:
    from rent_or_sell.answers.cases import Case

_MORE_DIGITS = 6

Words = Sequence[tuple[str, Sequence[Condition]]]


@dataclass(frozen=True)
class Turn:
    """An assumption, the value that turns the verdict, in words too, and the verdict's word then."""

    name: str
    value: float
    said: str
    word: str


def word_of(words: Words, values: Mapping[str, Any]) -> Any:
    """Return the word of the first case that holds, or an array of them for arrays."""
    said: Any = ""
    for word, when in reversed(words):
        said = np.where(hold(when, values), word, said)
    return said if np.ndim(said) else str(said)


def turn(
    model: Model, words: Words, changes: Case = None, undecided: Sequence[str] = ()
) -> Turn | None:
    """Return the smallest change within an assumption's range that turns it; None if there is none.

    It turns into another word that is none of the undecided ones.
    """
    case = values_of(model, changes)
    results = [name for name in asked(words) if name not in model.known]
    now = word_of(words, case | model.evaluate(case, results))
    bounds = {
        name: (min(p.low, case[name]), max(p.high, case[name])) for name, p in model.known.items()
    }

    def is_turned(values: Mapping[str, Any]) -> Any:
        word = word_of(words, values)
        return (word != now) & ~np.isin(word, undecided)

    room = Room(model, results, is_turned, case, bounds)
    names = [name for name, p in model.parameters.items() if p.draw]
    found = change_one(room, names)
    if not found:
        return None
    ((name, value),) = found.values.items()
    for at, code in _rounded(value, case[name], model.known[name].format):
        moved = case | {name: min(max(at, bounds[name][0]), bounds[name][1])}
        found_there = moved | model.evaluate(moved, results)
        word = word_of(words, found_there)
        if is_turned(found_there):
            break
    return Turn(name, moved[name], format_number(moved[name], code), word)


def asked(words: Words) -> list[str]:
    """Return the parameters and results that the conditions name, each once."""
    return names_in(condition for _, when in words for condition in when)


def _rounded(value: float, now: float, code: str) -> Iterable[tuple[float, str]]:
    """Return the value as its control shows it, then with more digits, rounded away from now."""
    away = ceil if value > now else floor
    decimals = int(code[-2]) + 2 * code.endswith("%")
    for more in range(_MORE_DIGITS):
        scale = 10.0 ** (decimals + more)
        yield float(f"{away(value * scale) / scale:.12g}"), more_digits(code, more)
