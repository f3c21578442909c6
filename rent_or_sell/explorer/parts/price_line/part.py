"""The price line: a seller's floor, a buyer's ceiling, the price and another on one axis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from rent_or_sell.explorer.part import BaseCase
from rent_or_sell.model.models import Model


@dataclass(frozen=True)
class PriceLine:
    """A floor, a ceiling and another price (results), the price (a parameter) and their words.

    `other` is a price to compare with, such as that of a rival. `step` is what the axis widens by
    when a mark leaves it, `code` the number format, `unit` the words behind the end of the axis.
    `handles` are the parameters that a reader moves by dragging a mark, by the name of the mark,
    which must be linear in it.
    """

    title: str
    floor: tuple[str, str]
    ceiling: tuple[str, str]
    price: tuple[str, str]
    other: tuple[str, str]
    code: str
    unit: str
    step: float
    handles: Mapping[str, str] = field(default_factory=dict)

    def context(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the ends of the axis, and where each mark stands on it as a share."""
        low, high = self._axis(base.model)

        def place(name: str) -> float:
            return float((base.values[name] - low) / (high - low))

        floor, ceiling = place(self.floor[0]), place(self.ceiling[0])
        marks = [
            ("floor", *self.floor, floor),
            ("ceiling", *self.ceiling, ceiling),
            ("price", *self.price, place(self.price[0])),
            ("other", *self.other, place(self.other[0])),
        ]
        band = (min(floor, ceiling), abs(ceiling - floor))
        handles = [
            (result, self.handles[mark], words)
            for mark, result, words, _ in marks
            if mark in self.handles
        ]
        axis = {"low": low, "high": high, "marks": marks, "band": band, "handles": handles}
        apart = {"floor": [self.ceiling[0]], "ceiling": [self.floor[0]]}
        return axis | {"deal": ceiling > floor, "apart": apart}

    def settings(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the names of the four marks and the axis at the base case."""
        marks = {name: getattr(self, name)[0] for name in ("floor", "ceiling", "price", "other")}
        axis = {"axis": self._axis(base.model), "step": self.step}
        return {"marks": marks, "code": self.code, "unit": self.unit} | axis

    def _axis(self, model: Model) -> tuple[float, float]:
        """Return the price's own range, a fifth wider on either side."""
        price = model.parameters[self.price[0]]
        margin = 0.2 * (price.high - price.low)
        return price.low - margin, price.high + margin
