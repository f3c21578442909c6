"""What was changed: each assumption with its base value and a reset, all of them, and the link."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rent_or_sell.explorer.part import BaseCase


@dataclass(frozen=True)
class Changed:
    """The list of changes, with reset, undo where the host has no Back, and the link."""

    def context(self, base: BaseCase) -> Mapping[str, Any]:
        """Return nothing: at the base case nothing is changed."""
        return {}

    def settings(self, base: BaseCase) -> Mapping[str, Any]:
        """Return nothing: the state knows what was changed."""
        return {}
