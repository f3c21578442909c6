"""A trade: what one thing brings, and what it gives up as a part of a whole, on one scale."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rent_or_sell.explorer.part import BaseCase
from rent_or_sell.explorer.sentence import Sentence, as_json, say


@dataclass(frozen=True)
class Side:
    """One bar: its words, its hue, its result, and, if it is a part, the whole and its words."""

    label: str
    hue: str
    result: str
    whole: str = ""
    whole_words: str = ""


@dataclass(frozen=True)
class Trade:
    """What is brought and what is given up, under a sentence that says the difference.

    `code` is the number format of the amounts.
    """

    title: Sentence
    sides: tuple[Side, ...]
    code: str

    def context(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the title in pieces and the length of a full bar."""
        return {
            "pieces": say(self.title, base.values),
            "scale": max(abs(base.results[name]) for name in self._names()) or 1,
        }

    def settings(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the title as cases; the frame names the result of each bar."""
        return {"title": as_json(self.title)}

    def _names(self) -> list[str]:
        """Return every result that a bar shows."""
        return [name for side in self.sides for name in (side.result, side.whole) if name]
