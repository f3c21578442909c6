"""Lives: what each of two uses of a thing has brought in so far, year by year, in today's money."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from rent_or_sell.explorer.axis import ACROSS, UP, marks, slots
from rent_or_sell.explorer.part import BaseCase
from rent_or_sell.explorer.sentence import Sentence, as_json, say

Point = tuple[float, float]


@dataclass(frozen=True)
class Life:
    """One line: what a result would be if its years had ended so far.

    Parameters
    ----------
    name, hue
        What its values are called in words (`{<name>_start:$.1M}`), and its hue.
    result, years
        What has come in, and the parameter that counts the years.
    start
        Results that add up, each with its sign, to what has come in before the first year.
    delay
        The parameter that says how many years pass before the first, if one does.
    last
        Parameters of what comes at the end alone: zero before it.
    words
        The words beside the start of the line.
    """

    name: str
    hue: str
    result: str
    years: str
    start: tuple[tuple[str, int], ...]
    words: Sentence
    delay: str = ""
    last: tuple[str, ...] = ()

    def points(self, base: BaseCase) -> list[Point]:
        """Return the line at the base case: years from today, and what has come in."""
        years = base.values[self.years]
        delay = base.values[self.delay] if self.delay else 0.0
        start = sum(sign * base.values[name] for name, sign in self.start)
        whole = np.arange(1.0, math.ceil(years))
        changes = {self.years: whole, **{name: 0.0 * whole for name in self.last}}
        found = base.model.evaluate(changes, [self.result])[self.result] if whole.size else []
        line = [(0.0, start), *([(delay, start)] if delay else [])]
        line += [(delay + y, float(v)) for y, v in zip(whole.tolist(), found, strict=True)]
        return [*line, (delay + years, base.values[self.result])]


@dataclass(frozen=True)
class Lives:
    """Two lines over the years, the second of which may overtake the first.

    `name` says what is seen, and the title goes on with what it shows: while a reader guesses, the
    name stands alone. `{overtakes:.1f}` in the title is the year in which it does; no case of the title that asks for
    it holds where it never does.
    """

    name: str
    title: Sentence
    first: Life
    second: Life
    code: str

    def context(self, base: BaseCase) -> Mapping[str, Any]:
        """Return paths, marks and words at the base case, in shares of the picture."""
        lines = [life.points(base) for life in self._lives()]
        left, right = 0.0, max(x for line in lines for x, _ in line)
        low, high = extent([y for line in lines for _, y in line])

        def place(x: float, y: float) -> Point:
            return (x - left) / (right - left), (high - y) / (high - low)

        overtakes = overtaking(*lines)
        values = base.values | {"overtakes": overtakes}
        values |= {
            f"{life.name}_start": line[0][1]
            for life, line in zip(self._lives(), lines, strict=True)
        }
        across = slots(left, right, ".0f", ACROSS)
        up = slots(low, high, self.code, UP, up=True)
        crossing = (overtakes, value_at(lines[0], overtakes))
        ends = [line[-1] for line in lines]
        return {
            "pieces": say(self.title, values),
            "zero": 100 * place(0.0, 0.0)[1],
            "across": across,
            "up": up,
            "ticks": marks(across, up),
            "crossing": place(*crossing) if math.isfinite(overtakes) else (math.nan, math.nan),
            "lines": [
                {
                    "life": life,
                    "path": "M"
                    + "L".join(
                        f"{100 * x:.2f} {100 * y:.2f}" for x, y in (place(*p) for p in line)
                    ),
                    "start": place(*line[0]),
                    "end": (1.0, place(*line[-1])[1]),
                    "pieces": say(life.words, values),
                    "above": line[-1][1] >= max(y for _, y in ends),
                }
                for life, line in zip(self._lives(), lines, strict=True)
            ],
        }

    def settings(self, base: BaseCase) -> Mapping[str, Any]:
        """Return what the browser needs to draw the same by the same rules."""
        return {
            "title": as_json(self.title),
            "code": self.code,
            "lives": [
                {
                    "name": life.name,
                    "result": life.result,
                    "years": life.years,
                    "start": life.start,
                    "delay": life.delay,
                    "last": life.last,
                    "words": as_json(life.words),
                }
                for life in self._lives()
            ],
        }

    def _lives(self) -> tuple[Life, Life]:
        return self.first, self.second


def extent(values: Sequence[float]) -> Point:
    """Return lowest and highest of the picture: zero is in it, with room above and below."""
    defined = [value for value in values if math.isfinite(value)]
    low, high = min(0.0, *defined), max(0.0, *defined)
    margin = 0.12 * (high - low) or 1.0
    return low - margin, high + margin


def value_at(line: Sequence[Point], x: float) -> float:
    """Return what a line stands at; it stays where it ends."""
    return float(np.interp(x, [point[0] for point in line], [point[1] for point in line]))


def overtaking(first: Sequence[Point], second: Sequence[Point]) -> float:
    """Return where the second line, from below, first meets the first one; nan if it never does."""
    end = second[-1][0]
    places = sorted({x for x, _ in (*first, *second) if x <= end})
    leads = [value_at(second, x) - value_at(first, x) for x in places]
    for (x, lead), (next_x, next_lead) in pairwise(zip(places, leads, strict=True)):
        if lead < 0 <= next_lead:
            return x + (next_x - x) * lead / (lead - next_lead)
    return math.nan
