"""The value of evidence, and news: what is worth knowing first, and what an answer becomes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from rent_or_sell.answers.conditions import Condition, names_in
from rent_or_sell.answers.draws import COUNT, draw_worlds
from rent_or_sell.answers.evidence import GROUPS, IDLE, value_of_knowing
from rent_or_sell.answers.luck import SEED
from rent_or_sell.explorer.part import BaseCase
from rent_or_sell.explorer.parts.odds.part import Event, Spread
from rent_or_sell.explorer.parts.odds.words import counted, missing_said
from rent_or_sell.explorer.units import unit_words
from rent_or_sell.model.models import Model
from rent_or_sell.numbers.number_format import format_number

NO_MEAN = "In some of our assumed worlds this is not defined: there is no average to decide by."
_COMPARED = {"<": "below", "<=": "at most", ">": "above", ">=": "at least"}


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
    news: tuple[News, ...]


@dataclass(frozen=True)
class Evidence:
    """The value of evidence before acting for a payoff, and buttons that rehearse news.

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
    events, spreads
        What the news may change: shares of the worlds, and medians of results.
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
    events: tuple[Event, ...]
    spreads: tuple[Spread, ...]

    def context(self, base: BaseCase) -> Mapping[str, Any]:
        """Return values and answers at the base case, by the rules of the browser."""
        model = base.model
        worlds = draw_worlds(model, self._asked(model))
        values, chance = value_of_knowing(worlds, self.payoff)
        mean = float(worlds.values[self.payoff].mean())
        known = draw_worlds(model, [self.payoff]).streams
        signals = [
            (signal, [(d, self._words(model, d)) for d in signal.draws if d in known])
            for signal in self.signals
        ]
        placed = {draw for signal in self.signals for draw in signal.draws}
        others = [(d, self._words(model, d)) for d in known if d not in placed]
        others.sort(key=lambda one: -values[one[0]])
        medians = [worlds.percentiles(one.name, (0.5,))[0] for one in self.spreads]
        answers = [
            *((event.words, worlds.share(event.when), "") for event in self.events),
            *((one.label, m, one.code) for one, m in zip(self.spreads, medians, strict=True)),
        ]
        said = [
            (words, value, format_number(value, code) if code else f"{counted(value)} of 100")
            for words, value, code in answers
        ]
        return {
            "advice": self._advice(mean),
            "mean": mean,
            "signals": signals,
            "others": others,
            "values": values,
            "scale": max(values.values()) or 1.0,
            "chance": chance,
            "answers": said,
            "missing": missing_said(
                [(worlds.undefined(one.name), one.without) for one in self.spreads], "our worlds"
            ),
            "told": {draw: self._told(value, chance) for draw, value in values.items()},
            "lengths": {draw: value if value > chance else 0.0 for draw, value in values.items()},
        }

    def settings(self, base: BaseCase) -> Mapping[str, Any]:
        """Return names, conditions, formats and words, and how to draw."""
        return {
            "asked": self._asked(base.model),
            "payoff": self.payoff,
            "code": self.code,
            "acting": self.acting,
            "resting": self.resting,
            "either": self.either,
            "news": [
                {"when": news.when, "reading": self._reading(base.model, news)}
                for signal in self.signals
                for news in signal.news
            ],
            "events": [event.when for event in self.events],
            "spreads": [
                {"name": one.name, "code": one.code, "without": one.without} for one in self.spreads
            ],
            "count": COUNT,
            "seed": SEED,
            "groups": GROUPS,
            "idle": IDLE,
        }

    def _asked(self, model: Model) -> list[str]:
        """Return the results that the payoff, the answers and the news read."""
        news = [one.when for signal in self.signals for one in signal.news]
        conditions = [*(event.when for event in self.events), *news]
        named = [name for when in conditions for name in names_in(when)]
        names = dict.fromkeys([self.payoff, *named, *(one.name for one in self.spreads)])
        return [name for name in names if name not in model.known]

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

    def _reading(self, model: Model, news: News) -> str:
        """Return the worlds of a piece of news in words, such as "Electricity price: above 0.1"."""
        return ", ".join(
            f"{_name(model, left)}: {_COMPARED[comparison]} {_side(model, left, right)}"
            for left, comparison, right in news.when
        )


def _name(model: Model, side: str | float) -> str:
    if isinstance(side, str) and side in model.known:
        return model.known[side].label
    return model.quantity(str(side)).summary.partition(":")[0]


def _side(model: Model, left: str | float, right: str | float) -> str:
    """Return the right side of a condition: a name, or a number as the left side is written."""
    if isinstance(right, str):
        name = _name(model, right)
        return name[:1].lower() + name[1:]
    parameter = model.known[str(left)]
    return f"{format_number(right, parameter.format)} {unit_words(parameter.unit)}".strip()
