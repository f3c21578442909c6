"""Set any answer: a result, the value that it is to have, and the assumption that is to give it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import numpy as np

from rent_or_sell.answers.flips import solve
from rent_or_sell.explorer.part import BaseCase
from rent_or_sell.explorer.units import result_format, unit_words, with_unit
from rent_or_sell.numbers.number_format import closer_format, format_number


@dataclass(frozen=True)
class Solve:
    """Which results can be set, each with its words; what is asked first: the first of them.

    `value` is what it is to be then, and `parameter` the assumption that is to move.
    """

    results: tuple[tuple[str, str], ...]
    value: float
    parameter: str

    def context(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the results and the assumptions to choose from, and the first answer."""
        model = base.model
        parameters = list(model.parameters.values())
        (result, _), code = self.results[0], self._codes(base)[self.results[0][0]]
        return {
            "units": {name: unit_words(model.quantity(name).unit) for name, _ in self.results},
            "groups": [(g, list(all_)) for g, all_ in groupby(parameters, lambda p: p.group)],
            "read": model.depends_on(result),
            "wanted": format_number(self.value, code.replace("$", "")),
            "said": self._said(base, code),
        }

    def settings(self, base: BaseCase) -> Mapping[str, Any]:
        """Return of each result its words, its number format and its unit."""
        codes = self._codes(base)
        return {
            "results": {
                name: {
                    "words": words,
                    "code": codes[name],
                    "unit": unit_words(base.model.quantity(name).unit),
                }
                for name, words in self.results
            }
        }

    def _codes(self, base: BaseCase) -> dict[str, str]:
        return {name: result_format(base.model.quantity(name).unit) for name, _ in self.results}

    def _said(self, base: BaseCase, code: str) -> str:
        """Return what the browser says too, in the base case."""
        (result, words), parameter = self.results[0], base.model.parameters[self.parameter]
        found = solve(base.model, result, self.value, self.parameter)
        asked = f"{words}: {format_number(self.value, code)}"
        name, unit = f"“{parameter.label}”", unit_words(parameter.unit)
        if np.isnan(found):
            ends = (parameter.minimum, parameter.maximum)
            limits = " to ".join(format_number(end, parameter.format) for end in ends)
            return f"{asked}. No value of {name} within its limits, {limits}, does it."
        at = with_unit(format_number(found, closer_format(parameter.format)), unit)
        now = with_unit(format_number(parameter.base, parameter.format), unit)
        return f"{asked} if {name} is {at}; now it is {now}."
