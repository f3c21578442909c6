"""The tornado: the answer at both ends of each assumption's range, the widest bar on top."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from rent_or_sell.answers.tornado import tornado
from rent_or_sell.explorer.part import BaseCase
from rent_or_sell.explorer.units import result_format, unit_words
from rent_or_sell.numbers.number_format import format_number


@dataclass(frozen=True)
class Tornado:
    """Bars of the answer, a result, over each assumption's range; the widest `shown` in sight.

    `code` is the number format of the axis.
    """

    answer: str
    title: str
    code: str
    shown: int = 12

    def context(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the rows, the widest first, and where zero and the answer are on their axis."""
        now = float(base.results[self.answer])
        table = tornado(base.model, self.answer)
        low, high = _axis([0.0, now, *table[["at_low", "at_high"]].to_numpy().flat])

        def place(answer: float) -> float:
            return (answer - low) / (high - low)

        return {
            "rows": [self._row(base, row, place) for _, row in table.iterrows()],
            "zero": place(0.0),
            "now": (place(now), format_number(now, self.code)),
            "is_defined": np.isfinite(now),
            "ends": (format_number(low, self.code), format_number(high, self.code)),
            "answer": base.model.quantity(self.answer),
        }

    def settings(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the result and the number formats of the axis and of the table."""
        unit = base.model.quantity(self.answer).unit
        return {"answer": self.answer, "code": self.code, "table_code": result_format(unit)}

    def _row(self, base: BaseCase, row: pd.Series[Any], place: Any) -> dict[str, Any]:
        parameter = base.model.parameters[str(row.name)]
        code = result_format(base.model.quantity(self.answer).unit)
        ends = [format_number(end, parameter.format) for end in (row["low"], row["high"])]
        answers = (row["at_low"], row["at_high"])
        left, right = min(answers), max(answers)
        return {
            "name": parameter.name,
            "label": parameter.label,
            "unit": unit_words(parameter.unit),
            "crosses": bool(row["crosses"]),
            "is_defined": bool(np.isfinite(row["spread"])),
            "start": place(left),
            "below": place(min(right, 0.0)) - place(min(left, 0.0)),
            "above": place(max(right, 0.0)) - place(max(left, 0.0)),
            "end": place(right),
            "ends": ends if answers[0] <= answers[1] else ends[::-1],
            "cells": [*ends, *(format_number(a, code) for a in answers)],
        }


def _axis(answers: list[float]) -> tuple[float, float]:
    """Return the lowest and the highest of the answers; never the same one twice."""
    defined = [answer for answer in answers if np.isfinite(answer)]
    low, high = min(defined), max(defined)
    return (low, high) if low < high else (low, low + 1)
