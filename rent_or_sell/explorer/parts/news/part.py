"""News, rehearsed: buttons that keep only the worlds in which one would hear it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rent_or_sell.answers.conditions import names_in
from rent_or_sell.answers.draws import COUNT, draw_worlds
from rent_or_sell.answers.luck import SEED
from rent_or_sell.explorer.part import BaseCase
from rent_or_sell.explorer.parts.evidence.part import News, Signal
from rent_or_sell.explorer.parts.odds.part import Event, Spread
from rent_or_sell.explorer.parts.odds.words import counted, missing_said
from rent_or_sell.explorer.units import unit_words, with_unit
from rent_or_sell.model.models import Model
from rent_or_sell.numbers.number_format import format_number

_COMPARED = {"<": "below", "<=": "at most", ">": "above", ">=": "at least"}


@dataclass(frozen=True)
class Rehearsal:
    """Buttons for the news of each signal; what they leave of a tornado's bars is marked there.

    Parameters
    ----------
    title, hint
        What is asked, and what to press.
    signals
        What to watch, in order.
    events, spreads
        What the news may change: shares of the worlds, and medians of results. The change of the
        first event is said at once; the others are folded.
    """

    title: str
    hint: str
    signals: tuple[Signal, ...]
    events: tuple[Event, ...]
    spreads: tuple[Spread, ...]

    def context(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the answers at the base case, by the rules of the browser."""
        worlds = draw_worlds(base.model, self._asked(base.model))
        shares = [(event.words, worlds.share(event.when)) for event in self.events]
        medians = [(one, worlds.percentiles(one.name, (0.5,))[0]) for one in self.spreads]
        undefined = [(worlds.undefined(one.name), one.without) for one in self.spreads]
        return {
            "answers": [
                *((words, value, f"{counted(value)} of 100") for words, value in shares),
                *((one.label, value, format_number(value, one.code)) for one, value in medians),
            ],
            "missing": missing_said(undefined, "our worlds"),
        }

    def settings(self, base: BaseCase) -> Mapping[str, Any]:
        """Return names, conditions, formats and words, and how to draw."""
        return {
            "asked": self._asked(base.model),
            "hint": self.hint,
            "news": [
                {"when": news.when, "reading": self._reading(base.model, news)}
                for signal in self.signals
                for news in signal.news
            ],
            "events": [{"when": event.when, "words": event.words} for event in self.events],
            "spreads": [
                {"name": one.name, "code": one.code, "without": one.without} for one in self.spreads
            ],
            "count": COUNT,
            "seed": SEED,
        }

    def _asked(self, model: Model) -> list[str]:
        """Return the results that the answers and the news read."""
        news = [one.when for signal in self.signals for one in signal.news]
        conditions = [*(event.when for event in self.events), *news]
        named = [name for when in conditions for name in names_in(when)]
        names = dict.fromkeys([*named, *(one.name for one in self.spreads)])
        return [name for name in names if name not in model.known]

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
    return with_unit(format_number(right, parameter.format), unit_words(parameter.unit))
