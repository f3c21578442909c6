"""A verdict: what the reader's case comes to, on one card."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rent_or_sell.answers.conditions import names_in
from rent_or_sell.answers.draws import COUNT, draw_worlds
from rent_or_sell.answers.luck import SEED
from rent_or_sell.answers.turn import asked, turn
from rent_or_sell.explorer.part import BaseCase
from rent_or_sell.explorer.parts.odds.part import Event
from rent_or_sell.explorer.parts.odds.words import counted
from rent_or_sell.explorer.range_words import part_of_range
from rent_or_sell.explorer.sentence import Case, Sentence, as_json, say
from rent_or_sell.explorer.units import unit_words, with_unit
from rent_or_sell.model.models import Model
from rent_or_sell.numbers.number_format import format_apart

NOTHING_TURNS = "none, within its range"


@dataclass(frozen=True)
class Verdict:
    """A word and what it means, some results, the odds, and the smallest change that turns the word.

    Parameters
    ----------
    words
        The verdict: of its cases the first that holds; each text is a single word.
    meaning
        What is said beside the word.
    figures
        Results with their words and number formats.
    events
        What may hold in our assumed worlds; their words follow the counts.
    undecided
        Words into which a verdict does not turn: what turns it decides otherwise.
    """

    words: tuple[Case, ...]
    meaning: Sentence
    figures: tuple[tuple[str, str, str], ...]
    events: tuple[Event, ...]
    undecided: tuple[str, ...] = ()

    def context(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the words of the base case."""
        worlds = draw_worlds(base.model, self._drawn(base.model))
        shares = [worlds.share(event.when) for event in self.events]
        return {
            "title": say((self.words,), base.values),
            "pieces": say(self.meaning, base.values),
            "odds": [(share, counted(share)) for share in shares],
            "count": COUNT,
            "turn": self._turn(base),
            "apart": {
                name: [other for other, _, its in self.figures if its == code and other != name]
                for name, _, code in self.figures
            },
        }

    def settings(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the sentences as cases, and what the browser draws and looks for."""
        return {
            "words": as_json((self.words,)),
            "meaning": as_json(self.meaning),
            "results": [name for name in asked(self._words()) if name not in base.model.known],
            "undecided": self.undecided,
            "drawn": self._drawn(base.model),
            "events": [event.when for event in self.events],
            "count": COUNT,
            "seed": SEED,
        }

    def _drawn(self, model: Model) -> list[str]:
        """Return the results that the events read."""
        named = names_in(condition for event in self.events for condition in event.when)
        return [name for name in named if name not in model.known]

    def _words(self) -> list[tuple[str, Any]]:
        return [(case.text, case.when) for case in self.words]

    def _turn(self, base: BaseCase) -> str:
        found = turn(base.model, self._words(), undecided=self.undecided)
        if not found:
            return NOTHING_TURNS
        its = base.model.parameters[found.name]
        now = base.values[found.name]
        unit = unit_words(its.unit)
        given = with_unit(format_apart(now, [found.value], its.format), unit)
        far = part_of_range(abs(found.value - now) / (its.high - its.low))
        turned = with_unit(found.said, unit)
        return f"{its.label}: {turned} instead of {given}, {far}, would make it “{found.word}”"
