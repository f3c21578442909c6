"""What a number in prose is bound to: a fact, an assumption or a result, with its provenance."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Literal

from rent_or_sell.numbers.number_format import UNDEFINED
from rent_or_sell.tables.cell_text import number_text
from rent_or_sell.tables.table_page import Mark

# units that people write as percent, or not at all
_PARTS = ("fraction", "1/year")
_SHOWN_UNITS = {"fraction": "%", "1/year": "% a year", "percent": "%", "ratio": "", "year": ""}


class BindingError(ValueError):
    """A text disagrees with the data, or names what the data don't hold; it says the remedy."""


@dataclass(frozen=True)
class Bound:
    """One number of the data, or a range of two, and what a reader may ask about it.

    `value`, `low` and `high` are in `unit`; None where the data give none. `anchor` is where the
    book shows the whole table, assumption or formula.
    """

    target: str
    kind: Literal["fact", "parameter", "result"]
    anchor: str
    label: str
    unit: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    qualifier: str = ""
    as_of: str = ""
    who_said: str = ""
    firmness: str = ""
    sources: tuple[Mark, ...] = ()

    @property
    def shown(self) -> str:
        """The number in words, such as "over $20 billion per year" or "18 (14 to 25)%"."""
        value, low, high = map(self._readable, (self.value, self.low, self.high))
        extent = f"{low} to {high}" if low and high else low or high
        extent = f"({extent})" if value and extent else extent
        number = " ".join(part for part in (self.qualifier, value, extent) if part)
        return number + _SHOWN_UNITS.get(self.unit, _unit_words(self.unit))

    def _readable(self, number: float | None) -> str:
        """Return a number with all its digits, but of a computed one those that mean something.

        Cents are two digits, but of millions of dollars.
        """
        if number is None:
            return ""
        if not math.isfinite(number):
            return UNDEFINED
        if self.unit in _PARTS:
            number = round(100 * number, 10)
        if self.kind == "result":
            number = float(f"{number:.4g}") if abs(number) < 1000 else round(number)
        text = number_text(number, grouped=self.unit != "year")
        if self.unit.startswith("USD"):
            text = re.sub(r"\.\d$", r"\g<0>0", text)
        return re.sub(r"^\W?", r"\g<0>$", text) if "USD" in self.unit else text


def _unit_words(unit: str) -> str:
    """Return what stands behind a number of a unit: " per chip" for USD/chip, whose sign is before it."""
    words = unit.replace("/", " per ").replace("USD", "", 1).replace("USD", "dollar").split()
    return "".join(f" {word}" for word in words)
