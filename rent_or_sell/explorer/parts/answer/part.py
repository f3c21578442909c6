"""The answer: a sentence that rewrites itself, with a line above it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rent_or_sell.explorer.part import BaseCase
from rent_or_sell.explorer.sentence import Sentence, as_json, say


@dataclass(frozen=True)
class Answer:
    """The kicker, the answer in large type and what follows from it, with the lines kept free for both."""

    kicker: Sentence
    lead: Sentence
    more: Sentence
    lines: int = 0
    lines_below: int = 0

    def context(self, base: BaseCase) -> Mapping[str, Any]:
        """Return its three lines at the base case, in pieces."""
        kicker, lead, more = (say(line, base.values) for line in self._lines())
        return {"kicker": kicker, "lead": lead, "more": more}

    def settings(self, base: BaseCase) -> Mapping[str, Any]:
        """Return its three lines as cases."""
        return {"lines": [as_json(line) for line in self._lines()]}

    def _lines(self) -> tuple[Sentence, Sentence, Sentence]:
        return self.kicker, self.lead, self.more
