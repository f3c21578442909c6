"""The flips: for each assumption the nearest value at which the answer changes sign."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from rent_or_sell.answers.flips import flip_points
from rent_or_sell.explorer.part import BaseCase
from rent_or_sell.explorer.range_words import part_of_range
from rent_or_sell.explorer.sentence import Sentence, as_json, say
from rent_or_sell.explorer.units import unit_words
from rent_or_sell.model.parameters import Parameter
from rent_or_sell.numbers.number_format import closer_format, format_apart, format_number

NEVER = "never"


@dataclass(frozen=True)
class Flips:
    """What alone would turn the answer, a result, under a sentence; the nearest `shown` in sight.

    The others are folded, those that never turn it at their end.
    """

    answer: str
    title: Sentence
    shown: int = 8

    def context(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the title in pieces, and a row for each assumption, the nearest flip first."""
        table = flip_points(base.model, self.answer)
        rows = [
            _row(base.model.parameters[str(name)], row["now"], row["flip"], row["distance"])
            for name, row in table.iterrows()
        ]
        never = sum(row["is_never"] for row in rows[self.shown :])
        return {
            "pieces": say(self.title, base.values),
            "rows": rows,
            "hint": fold_hint(len(rows[self.shown :]) - never, never),
        }

    def settings(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the result, and the title as cases."""
        return {"answer": self.answer, "title": as_json(self.title)}


def fold_hint(further: int, never: int) -> str:
    """Return how many of the folded flips are only further away, and how many there are none of."""
    counts = ((further, "further"), (never, NEVER))
    return ", ".join(f"{count} {words}" for count, words in counts if count)


def _row(parameter: Parameter, now: float, flip: float, distance: float) -> dict[str, Any]:
    is_never = bool(np.isnan(flip))
    return {
        "name": parameter.name,
        "label": parameter.label,
        "unit": "" if is_never else unit_words(parameter.unit),
        "now": format_number(now, parameter.format),
        "flip": flip,
        "flips_at": NEVER
        if is_never
        else format_apart(flip, [now], closer_format(parameter.format)),
        "distance": "" if is_never else part_of_range(distance),
        "is_never": is_never,
    }
