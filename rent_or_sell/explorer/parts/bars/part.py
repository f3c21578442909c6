"""Bars beneath each other on one scale: results, parameters and figures that somebody stated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rent_or_sell.explorer.part import BaseCase


@dataclass(frozen=True)
class Bar:
    """One bar: its words, its hue, and a result or parameter by name, or a fact by address."""

    label: str
    hue: str
    name: str = ""
    stated: str = ""


@dataclass(frozen=True)
class Bars:
    """Bars on one scale under a title; `code` is the number format of the amounts."""

    title: str
    bars: tuple[Bar, ...]
    code: str

    def context(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the value of each bar and the length of a full one."""
        amounts = [
            base.stated(bar.stated) if bar.stated else abs(float(base.values[bar.name]))
            for bar in self.bars
        ]
        return {"amounts": amounts, "scale": max(amounts) or 1}

    def settings(self, base: BaseCase) -> Mapping[str, Any]:
        """Return what each bar shows: a name, or the stated figure."""
        return {"bars": [bar.name or base.stated(bar.stated) for bar in self.bars]}
