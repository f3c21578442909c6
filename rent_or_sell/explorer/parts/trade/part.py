"""A trade: what one thing brings, and what it gives up as a part of a whole, on one scale."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rent_or_sell.explorer.part import BaseCase
from rent_or_sell.explorer.sentence import Sentence, as_json, say


@dataclass(frozen=True)
class Side:
    """One bar: its words with their amounts, its hue, its result, and the whole if it is a part."""

    words: Sentence
    hue: str
    result: str
    whole: str = ""


@dataclass(frozen=True)
class Trade:
    """What is brought and what is given up, under a sentence that says the difference."""

    title: Sentence
    sides: tuple[Side, ...]

    def context(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the title in pieces and the length of a full bar."""
        return {
            "pieces": say(self.title, base.values),
            "said": [say(side.words, base.values) for side in self.sides],
            "scale": max(abs(base.results[name]) for name in self._names()) or 1,
        }

    def settings(self, base: BaseCase) -> Mapping[str, Any]:
        """Return title and words as cases; the frame names the result of each bar."""
        return {"sentences": [as_json(one) for one in (self.title, *(s.words for s in self.sides))]}

    def _names(self) -> list[str]:
        """Return every result that a bar shows."""
        return [name for side in self.sides for name in (side.result, side.whole) if name]
