"""Tips of a step: how far a parameter stretches it until a result changes sign."""

from __future__ import annotations

import math
from dataclasses import dataclass

from rent_or_sell.model.models import Model
from rent_or_sell.numbers.number_format import format_number


@dataclass(frozen=True)
class Tips:
    """Under a step, its parameter and the results, linear in that, each with words before it."""

    step: str
    parameter: str
    results: tuple[tuple[str, str], ...]

    def said(self, model: Model) -> list[tuple[str, str, float]]:
        """Return words, what they are true of, and the step's size there; `nan` without a tip."""
        its = model.parameters[self.parameter]
        ends = [model.evaluate({self.parameter: end}) for end in (its.minimum, its.maximum)]
        found = []
        for words, result in self.results:
            first, last = (float(end[result]) for end in ends)
            at = tip(first, last, its.minimum, its.maximum)
            text = said_of(first, last, format_number(at, its.format))
            found.append((words, text, self.size(model, at)))
        return found

    def size(self, model: Model, at: float) -> float:
        """Return the step where the parameter has a value."""
        if math.isnan(at):
            return at
        return float(model.evaluate({self.parameter: at})[self.step])


def tip(first: float, last: float, low: float, high: float) -> float:
    """Return where a straight line from one end of a range to the other changes sign."""
    crosses = (first > 0) != (last > 0) and math.isfinite(first + last)
    return low + first * (high - low) / (first - last) if crosses else math.nan


def said_of(first: float, last: float, at: str) -> str:
    """Return for which values of its range a straight line is above zero."""
    if not math.isfinite(first + last):
        return "not defined"
    if (first > 0) == (last > 0):
        return "always" if first > 0 else "never"
    return f"up to {at}" if first > 0 else f"above {at}"
