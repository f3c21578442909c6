"""Stacks: yearly results piled up, a column a year; stacks side by side share their scale."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rent_or_sell.explorer.part import BaseCase


@dataclass(frozen=True)
class Series:
    """One hue of a stack: a yearly result and its name in the picture."""

    name: str
    label: str
    hue: str


@dataclass(frozen=True)
class Stack:
    """Yearly results piled up under a title; `code` is the number format of the totals."""

    title: str
    series: tuple[Series, ...]
    code: str


@dataclass(frozen=True)
class Stacks:
    """Stacks side by side on one scale."""

    stacks: tuple[Stack, ...]

    def context(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the years, each stack's total in each of them, and the height of a full one."""
        totals = [
            [
                sum(float(base.results[series.name][year]) for series in stack.series)
                for year in range(base.model.years.count)
            ]
            for stack in self.stacks
        ]
        scale = max(total for one in totals for total in one) or 1
        return {"years": list(base.model.years), "totals": totals, "scale": scale}

    def settings(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the results of each stack and the number format of its totals."""
        return {
            "stacks": [
                {"names": [series.name for series in stack.series], "code": stack.code}
                for stack in self.stacks
            ]
        }
