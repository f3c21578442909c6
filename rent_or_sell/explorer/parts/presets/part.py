"""The presets: buttons that apply a scenario; the one in force is pressed and explained."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rent_or_sell.explorer.part import BaseCase


@dataclass(frozen=True)
class Presets:
    """A button for each scenario that moves the model, and what each means.

    Those named `first` stand open, or all; the others are folded with their meanings.
    """

    first: tuple[str, ...] = ()

    def context(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the scenarios of the buttons, the base case first, and what each changes."""
        model = base.model
        return {
            "open": [name for name in model.presets if name in (self.first or model.presets)],
            "scenarios": [model.scenarios[name] for name in model.presets],
            "brief": {
                name: _first_sentence(model.scenarios[name].reason) for name in model.presets
            },
            "changes": {
                name: [(model.parameters[parameter], value) for parameter, value in made.items()]
                for name, made in model.presets.items()
            },
        }

    def settings(self, base: BaseCase) -> Mapping[str, Any]:
        """Return nothing: the spec holds the presets for all parts."""
        return {}


def _first_sentence(text: str) -> str:
    """Return the first sentence, which says what a scenario is; the fold says the rest."""
    first, _, rest = text.partition(". ")
    return f"{first}." if rest else text
