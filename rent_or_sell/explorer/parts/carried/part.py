"""The case that a reader made in another chapter: offered here, used or forgotten at a press."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rent_or_sell.explorer.part import BaseCase
from rent_or_sell.explorer.units import result_format
from rent_or_sell.model.parameters import Parameter


@dataclass(frozen=True)
class Carried:
    """A line above the explorer, empty until a host has something carried.

    Shares that are `of_ten` are said as such.
    """

    of_ten: tuple[str, ...] = ()

    def context(self, base: BaseCase) -> Mapping[str, Any]:
        """Return nothing: at the base case nothing is carried."""
        return {}

    def settings(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the number format in which each assumption is said."""
        return {"codes": {name: self._code(each) for name, each in base.model.parameters.items()}}

    def _code(self, parameter: Parameter) -> str:
        if parameter.name in self.of_ten:
            return "of ten"
        is_money = result_format(parameter.unit).startswith("$")
        return f"${parameter.format}" if is_money else parameter.format
