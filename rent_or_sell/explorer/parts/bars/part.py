"""Bars beneath each other on one scale: results, parameters and figures that somebody stated."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rent_or_sell.explorer.part import BaseCase


@dataclass(frozen=True)
class Bar:
    """One bar: its words, its hue, and a result or parameter by name, or a fact by address.

    `whole` is what the bar is a part of: what the bar leaves of it stands pale behind its end.
    `handle` is a parameter that a reader moves by dragging the end of the bar, which must be linear
    in it, and `handle_words` are the handle's name.
    """

    label: str
    hue: str
    name: str = ""
    stated: str = ""
    whole: str = ""
    handle: str = ""
    handle_words: str = ""


@dataclass(frozen=True)
class Bars:
    """Bars on one scale under a title: to the left of a common zero what is below it.

    `code` is the number format of the amounts.
    """

    title: str
    bars: tuple[Bar, ...]
    code: str

    def context(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the value of each bar, the place of zero, and where bars and wholes lie."""
        amounts = [
            base.stated(bar.stated) if bar.stated else float(base.values[bar.name])
            for bar in self.bars
        ]
        wholes = [float(base.values[bar.whole]) if bar.whole else math.nan for bar in self.bars]
        zero, *spans = lay(amounts + wholes)
        return {
            "amounts": amounts,
            "zero": zero[0],
            "spans": spans[: len(amounts)],
            "wholes": spans[len(amounts) :],
        }

    def settings(self, base: BaseCase) -> Mapping[str, Any]:
        """Return what each bar shows: a name, or the stated figure; and what it is a part of."""
        return {
            "code": self.code,
            "bars": [bar.name or base.stated(bar.stated) for bar in self.bars],
            "wholes": [bar.whole for bar in self.bars],
        }


def lay(amounts: Sequence[float]) -> list[tuple[float, float]]:
    """Return start and length of zero and of each amount, in shares of an axis that holds all."""
    defined = [amount for amount in amounts if math.isfinite(amount)]
    low, high = min(0.0, *defined), max(0.0, *defined)
    size = high - low or 1
    return [
        ((min(0.0, amount) - low) / size, abs(amount) / size) if math.isfinite(amount) else (0, 0)
        for amount in (0.0, *amounts)
    ]
