"""The odds: in how many of a hundred assumed worlds something holds, and how far results spread."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from rent_or_sell.answers.conditions import Condition, names_in
from rent_or_sell.answers.draws import COUNT, PERCENTILES, Worlds, draw_worlds
from rent_or_sell.answers.luck import SEED
from rent_or_sell.explorer.part import BaseCase
from rent_or_sell.explorer.parts.odds.curve import beyond, heights, outlines
from rent_or_sell.explorer.parts.odds.words import WORLDS, beyond_said, counted, missing_said, whole
from rent_or_sell.model.models import Model
from rent_or_sell.model.parameters import Parameter

_OUTER = (0.01, 0.99)  # what the axis of the curves holds at the base case


@dataclass(frozen=True)
class Event:
    """What may hold in a world: the sentence's words, those of the dots' key, and the dots' hue."""

    words: str
    key: str
    hue: str
    when: tuple[Condition, ...]


@dataclass(frozen=True)
class Spread:
    """A single result over the worlds: its words, its number format, and the hue of its curve.

    `missing` are words for the worlds in which it is not defined, such as "there is no floor".
    """

    name: str
    label: str
    code: str
    hue: str = ""
    missing: str = ""

    @property
    def without(self) -> str:
        """What is said of a world in which it is not defined."""
        return self.missing or f"there is no number for “{self.label}”"


@dataclass(frozen=True)
class Odds:
    """Odds under a title.

    Parameters
    ----------
    title
        What is seen.
    events
        What may hold; each holds only where the one before it does, too.
    otherwise
        The key's words for the worlds in which the first event does not hold.
    spreads
        The results whose percentiles are shown; those with a hue, one or two, are drawn as curves
        on one axis.
    code, unit, step
        Number format and words of the axis, and what its ends are multiples of.
    mark
        A parameter that stands on the same axis, and its words.
    together
        What moves together, in words that begin a sentence.
    """

    title: str
    events: tuple[Event, ...]
    otherwise: str
    spreads: tuple[Spread, ...]
    code: str
    unit: str
    step: float
    mark: tuple[str, str] | None = None
    together: str = ""

    def context(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the odds of the base case, by the rules of the browser."""
        model = base.model
        worlds = draw_worlds(model, self._asked(model))
        shares = [worlds.share(event.when) for event in self.events]
        low, high = self._axis(worlds)
        drawn = [heights(worlds.values[each.name], low, high) for each in self._curves()]
        alone = draw_worlds(model, self._asked(model), independent=True)
        return {
            "shares": shares,
            "said": [counted(share) for share in shares],
            "dots": self._dots(shares),
            "keys": self._keys(shares),
            "rows": [(one, worlds.percentiles(one.name)) for one in self.spreads],
            "missing": missing_said(
                [(worlds.undefined(one.name), one.without) for one in self.spreads]
            ),
            "curves": [
                (one, line, self._place(worlds.percentiles(one.name)[1], low, high))
                for one, line in zip(self._curves(), outlines(drawn), strict=True)
            ],
            "beyond": beyond_said(
                [(beyond(worlds.values[one.name], low, high), one.label) for one in self._curves()]
            ),
            "axis": (low, high),
            "mark_at": self._place(base.values[self.mark[0]], low, high) if self.mark else None,
            "count": COUNT,
            "alone": alone.share(self.events[0].when),
            "alone_said": counted(alone.share(self.events[0].when)),
            "not_drawn": [p.label for p in self._read(model) if not p.draw],
        }

    def settings(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the names, conditions and formats, the axis at the base case, and the seed."""
        worlds = draw_worlds(base.model, [one.name for one in self._curves()])
        return {
            "asked": self._asked(base.model),
            "events": [{"when": event.when, "hue": event.hue} for event in self.events],
            "spreads": [
                {"name": one.name, "code": one.code, "without": one.without} for one in self.spreads
            ],
            "curves": [{"name": one.name, "label": one.label} for one in self._curves()],
            "mark": self.mark[0] if self.mark else "",
            "axis": self._axis(worlds),
            "step": self.step,
            "code": self.code,
            "unit": self.unit,
            "percentiles": PERCENTILES,
            "count": COUNT,
            "seed": SEED,
        }

    def _asked(self, model: Model) -> list[str]:
        """Return the results that events and spreads read."""
        named = [name for event in self.events for name in names_in(event.when)]
        names = dict.fromkeys([*named, *(one.name for one in self.spreads)])
        return [name for name in names if name not in model.known]

    def _read(self, model: Model) -> list[Parameter]:
        """Return the parameters on which the odds depend."""
        read = {name for result in self._asked(model) for name in model.depends_on(result)}
        named = {name for event in self.events for name in names_in(event.when)}
        return [p for p in model.parameters.values() if p.name in read | named]

    def _curves(self) -> list[Spread]:
        return [one for one in self.spreads if one.hue]

    def _axis(self, worlds: Worlds) -> tuple[float, float]:
        """Return the ends of the axis: whole steps around nearly all of what the curves draw."""
        ends = [worlds.percentiles(one.name, _OUTER) for one in self._curves()]
        low, high = np.min(ends), np.max(ends)
        return math.floor(low / self.step) * self.step, math.ceil(high / self.step) * self.step

    def _place(self, value: float, low: float, high: float) -> float:
        return min(max((value - low) / (high - low), 0.0), 1.0)

    def _dots(self, shares: list[float]) -> list[tuple[float, float, str]]:
        """Return the dots in rows of twenty: the worlds of the last event come first."""
        counts = [whole(share) for share in shares]
        hues = []
        for place in range(WORLDS):
            held = [event.hue for event, n in zip(self.events, counts, strict=True) if place < n]
            hues.append(held[-1] if held else "other-pale")
        return [(10 * (p % 20) + 5, 10 * (p // 20) + 5, hue) for p, hue in enumerate(hues)]

    def _keys(self, shares: list[float]) -> list[tuple[str, int, str]]:
        """Return hue, count and words of each kind of dot, in the order of the dots."""
        counts = [WORLDS, *(whole(share) for share in shares), 0]
        kinds = [("other-pale", self.otherwise), *((event.hue, event.key) for event in self.events)]
        keys = [
            (hue, counts[place] - counts[place + 1], words)
            for place, (hue, words) in enumerate(kinds)
        ]
        return keys[::-1]
