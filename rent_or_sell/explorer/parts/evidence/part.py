"""The value of evidence: what is worth knowing before a decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from rent_or_sell.answers.conditions import Condition
from rent_or_sell.answers.draws import COUNT, draw_worlds
from rent_or_sell.answers.evidence import GROUPS, IDLE, value_of_knowing
from rent_or_sell.answers.luck import SEED
from rent_or_sell.explorer.part import BaseCase
from rent_or_sell.model.models import Model
from rent_or_sell.numbers.number_format import format_number

NO_MEAN = "In some of our assumed worlds this is not defined: there is no average to decide by."


@dataclass(frozen=True)
class News:
    """What one may come to hear, and the worlds in which one would hear it."""

    label: str
    when: tuple[Condition, ...]


@dataclass(frozen=True)
class Signal:
    """What to watch: the draws on which it bears, and its pieces of news."""

    label: str
    draws: tuple[str, ...]
    news: tuple[News, ...] = ()


@dataclass(frozen=True)
class Evidence:
    """The value of evidence before acting for a payoff.

    Parameters
    ----------
    title
        What is seen.
    payoff, code
        A single result: what acting brings, where not acting brings nothing; and its format.
    acting, resting, either
        What is best on average without more evidence: if acting brings something, if it loses
        something, if it does neither; `{mean}` stands for what it brings or loses.
    signals
        What to watch, in order.
    otherwise
        What the assumptions of no signal are called.
    shared
        Words for draws that move several assumptions, by name.
    """

    title: str
    payoff: str
    code: str
    acting: str
    resting: str
    either: str
    signals: tuple[Signal, ...]
    otherwise: str
    shared: Mapping[str, str]

    def context(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the values at the base case, by the rules of the browser."""
        model = base.model
        worlds = draw_worlds(model, [self.payoff])
        values, chance = value_of_knowing(worlds, self.payoff)
        mean = float(worlds.values[self.payoff].mean())
        known = worlds.streams
        signals = [
            (signal, [(d, self._words(model, d)) for d in signal.draws if d in known])
            for signal in self.signals
        ]
        placed = {draw for signal in self.signals for draw in signal.draws}
        others = [(d, self._words(model, d)) for d in known if d not in placed]
        others.sort(key=lambda one: -values[one[0]])
        return {
            "advice": self._advice(mean),
            "mean": mean,
            "signals": signals,
            "others": others,
            "values": values,
            "scale": max(values.values()) or 1.0,
            "chance": chance,
            "told": {draw: self._told(value, chance) for draw, value in values.items()},
            "lengths": {draw: value if value > chance else 0.0 for draw, value in values.items()},
        }

    def settings(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the payoff, its format and words, and how to draw."""
        return {
            "payoff": self.payoff,
            "code": self.code,
            "acting": self.acting,
            "resting": self.resting,
            "either": self.either,
            "count": COUNT,
            "seed": SEED,
            "groups": GROUPS,
            "idle": IDLE,
        }

    def _words(self, model: Model, draw: str) -> str:
        return self.shared.get(draw) or model.known[draw].label

    def _advice(self, mean: float) -> str:
        if np.isnan(mean):
            return NO_MEAN
        words = self.acting if mean > 0 else self.either if mean == 0 else self.resting
        return words.replace("{mean}", format_number(abs(mean), self.code))

    def _told(self, value: float, chance: float) -> str:
        """Return a value in words: what chance finds too is nothing."""
        return "nothing" if value <= chance else format_number(value, self.code)
