"""A note: a sentence between pictures that rewrites itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rent_or_sell.explorer.part import BaseCase
from rent_or_sell.explorer.sentence import Sentence, as_json, say


@dataclass(frozen=True)
class Note:
    """A sentence of cases."""

    sentence: Sentence

    def context(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the sentence at the base case, in pieces."""
        return {"pieces": say(self.sentence, base.values)}

    def settings(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the sentence as cases."""
        return {"sentence": as_json(self.sentence)}
