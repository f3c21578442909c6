"""What a part of an explorer is: one thing on the screen, in a folder of its own.

The folder `parts/<kind>/` holds `part.py` (a frozen dataclass: what an author says of it),
`part.jinja` (its frame), `part.js` (its marks; `bind(element, state, history, settings)` returns
the update) and `part.css`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol, runtime_checkable

from rent_or_sell.facts.addresses import look_up
from rent_or_sell.facts.files import DataError
from rent_or_sell.facts.tables import Facts
from rent_or_sell.model.models import Model
from rent_or_sell.model.parameters import base_values


@dataclass(frozen=True)
class BaseCase:
    """A model with every assumption at its base value, and what its book has beside it.

    `asks` says which model each explorer of the book asks, by the name that links give.
    """

    model: Model
    facts: Facts | None = None
    asks: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def results(self) -> dict[str, Any]:
        """Every result by name, a list for a yearly one."""
        return self.model.evaluate()

    @cached_property
    def values(self) -> dict[str, Any]:
        """Every parameter's base value, and every result, by name."""
        return base_values(self.model.known) | self.results

    def stated(self, address: str) -> float:
        """Return the number that a fact states, by its address.

        Raises
        ------
        DataError
            If there is no such fact, or the explorer was made without facts.
        """
        if self.facts is None:
            raise DataError(f"{address}: this explorer has no facts; make it with book.explorer().")
        return look_up(self.facts, address).number


@runtime_checkable
class Part(Protocol):
    """One thing on the screen: what its frame shows at the base case, and what its marks need."""

    def context(self, base: BaseCase) -> Mapping[str, Any]:
        """Return what the part's template needs besides the part itself."""

    def settings(self, base: BaseCase) -> Mapping[str, Any]:
        """Return what the part's JavaScript needs, as JSON."""


def kind_of(part: Part) -> str:
    """Return the name of the folder in which a part's class lives."""
    return type(part).__module__.rpartition(".")[0].rpartition(".")[2]
