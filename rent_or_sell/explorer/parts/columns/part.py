"""Columns side by side: for each life its total, and the parts that add up to it, on one scale."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rent_or_sell.explorer.part import BaseCase
from rent_or_sell.model.models import Model


@dataclass(frozen=True)
class Column:
    """One of the lives: a title, its hue in the palette and the result that is its total."""

    title: str
    hue: str
    total: str


@dataclass(frozen=True)
class Columns:
    """Two or more totals, each with the terms of its own equation as bars.

    `caption` says in words what adds up; `code` is the number format of totals and terms.
    """

    columns: tuple[Column, ...]
    caption: str
    code: str

    def context(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the terms of each total, their labels and the length of a full bar."""
        terms = {column.total: _terms(base.model, column.total) for column in self.columns}
        sizes = [abs(base.results[name]) for parts in terms.values() for name, _ in parts]
        return {
            "terms": terms,
            "labels": {name: each.summary for name, each in base.model.equations.items()},
            "scale": max(sizes, default=0) or 1,
        }

    def settings(self, base: BaseCase) -> Mapping[str, Any]:
        """Return each total with its signed terms, and the number format."""
        totals = [[column.total, _terms(base.model, column.total)] for column in self.columns]
        return {"totals": totals, "code": self.code}


def _terms(model: Model, total: str) -> list[tuple[str, int]]:
    """Return the terms of a sum with their signs: income first, then costs, largest first.

    A term that is not a single result (a reader may replace the equation) has no name to show;
    the page shows what the named terms leave as "Other".
    """
    from rent_or_sell.model.symbolic import signed_terms

    base = model.evaluate()
    named = [(name, sign) for name, sign in signed_terms(model.expression(total)) if name in base]
    return sorted(named, key=lambda term: (-term[1], -abs(base[term[0]])))
