"""The presets: buttons that apply a scenario; the one in force is pressed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rent_or_sell.explorer.part import BaseCase


@dataclass(frozen=True)
class Presets:
    """A button for each scenario that changes what the model reads."""

    def context(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the scenarios of the buttons, the base case first."""
        return {"scenarios": [base.model.scenarios[name] for name in base.model.presets]}

    def settings(self, base: BaseCase) -> Mapping[str, Any]:
        """Return nothing: the spec holds the presets for all parts."""
        return {}
