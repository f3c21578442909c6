"""A verdict: what the reader's case comes to, on one card."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from rent_or_sell.answers.conditions import names_in
from rent_or_sell.answers.draws import COUNT, draw_worlds
from rent_or_sell.answers.flips import flip_points
from rent_or_sell.answers.luck import SEED
from rent_or_sell.explorer.part import BaseCase
from rent_or_sell.explorer.parts.odds.part import Event
from rent_or_sell.explorer.parts.odds.words import counted
from rent_or_sell.explorer.sentence import Sentence, as_json, say
from rent_or_sell.explorer.units import unit_words
from rent_or_sell.numbers.number_format import closer_format, format_number


@dataclass(frozen=True)
class Verdict:
    """A sentence, some results, the odds of an event, and the nearest change that turns an answer.

    Parameters
    ----------
    title
        The verdict itself.
    figures
        Results with their words and number formats.
    event
        What may hold in our assumed worlds; its words follow the count.
    answer
        The result whose sign the nearest change turns.
    """

    title: Sentence
    figures: tuple[tuple[str, str, str], ...]
    event: Event
    answer: str

    def context(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the words of the base case."""
        asked = [name for name in names_in(self.event.when) if name not in base.model.known]
        share = draw_worlds(base.model, asked).share(self.event.when)
        return {
            "pieces": say(self.title, base.values),
            "share": share,
            "odds": counted(share),
            "flip": self._flip(base),
        }

    def settings(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the sentence as cases, and what the browser draws and looks for."""
        asked = [name for name in names_in(self.event.when) if name not in base.model.known]
        return {
            "title": as_json(self.title),
            "asked": asked,
            "when": self.event.when,
            "answer": self.answer,
            "count": COUNT,
            "seed": SEED,
        }

    def _flip(self, base: BaseCase) -> str:
        table = flip_points(base.model, self.answer)
        name, nearest = str(table.index[0]), float(table["flip"].iloc[0])
        if np.isnan(nearest):
            return NOTHING_TURNS
        parameter = base.model.parameters[name]
        value = format_number(nearest, closer_format(parameter.format))
        return f"{parameter.label}: {value} {unit_words(parameter.unit)}".strip()


NOTHING_TURNS = "no single assumption, within its limits"
