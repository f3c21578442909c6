"""The answer: a sentence that rewrites itself, with a line above it and its limits beneath."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rent_or_sell.explorer.part import BaseCase
from rent_or_sell.explorer.sentence import Sentence, as_json, say


@dataclass(frozen=True)
class Answer:
    """The kicker, the answer itself, what limits it, and the lines kept free for the answer."""

    kicker: Sentence
    answer: Sentence
    caveat: str
    lines: int

    def context(self, base: BaseCase) -> Mapping[str, Any]:
        """Return both lines at the base case, in pieces."""
        return {"kicker": say(self.kicker, base.values), "answer": say(self.answer, base.values)}

    def settings(self, base: BaseCase) -> Mapping[str, Any]:
        """Return both lines as cases."""
        return {"lines": [as_json(self.kicker), as_json(self.answer)]}
