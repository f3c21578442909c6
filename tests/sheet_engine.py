"""Computes the formulas of our workbooks: a small engine that knows only what they use."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from workbooks import ReadWorkbook

_NAME = re.compile(r"(?<![\w.])[A-Za-z_]\w*\b(?!\()")
_RANGES = re.compile(r"SUMPRODUCT\(.*\)")
_FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "ABS": abs,
    "AND": lambda *tests: all(tests),
    "IF": lambda test, then, other: then() if test else other(),
    "IFERROR": lambda value, other: value if math.isfinite(value) else other,
    "MAX": np.maximum,
    "MIN": np.minimum,
    "NA": lambda: np.float64("nan"),
    "SUM": np.sum,
}


class Engine:
    """The formulas of a workbook, computed with the inputs that it has or with others."""

    def __init__(self, workbook: ReadWorkbook) -> None:
        self._workbook = workbook
        self._codes = {
            place: compile(self._as_python(place[0], formula), formula, "eval")
            for place, formula in workbook.formulas.items()
        }
        self._known: dict[tuple[str, str], np.float64] = {}

    def given(self, inputs: Mapping[str, float]) -> Engine:
        """Return the same engine with other values in the cells of the named inputs."""
        self._known = {
            self._workbook.cell(name): np.float64(value) for name, value in inputs.items()
        }
        return self

    def named(self, name: str) -> Any:
        """Return the value of a name: a number, or the numbers of a row."""
        sheet, at = self._workbook.cell(name)
        start, _, end = at.partition(":")
        if not end:
            return self._cell(sheet, start)
        row = re.sub(r"\D", "", start)
        columns = [chr(code) for code in range(ord(start[0]), ord(end[0]) + 1)]
        return np.array([self._cell(sheet, f"{column}{row}") for column in columns])

    def _cell(self, sheet: str, at: str) -> np.float64:
        place = sheet, at
        if place not in self._known:
            number = float(self._workbook.values.get(place) or "nan")
            if place in self._codes:
                words = {**_FUNCTIONS, "named": self.named, "cell": self._cell}
                with np.errstate(all="ignore"):
                    number = float(eval(self._codes[place], words))
            self._known[place] = np.float64(number if math.isfinite(number) else math.nan)
        return self._known[place]

    def _as_python(self, sheet: str, formula: str) -> str:
        """Return a formula as Python; an argument of IF is computed only if it is chosen."""

        def look_up(match: re.Match[str]) -> str:
            name = match[0]
            if name in self._workbook.names:
                return f"named({name!r})"
            return f"cell({sheet!r}, {name!r})" if re.fullmatch(r"[A-Z]\d+", name) else name

        code = _RANGES.sub("0", formula.replace("^", "**"))  # of the sheet "Read me" alone
        return _lazy_ifs(_NAME.sub(look_up, re.sub(r"(?<![<>])=", "==", code)))


def _lazy_ifs(code: str) -> str:
    """Return code in which the second and third argument of each IF wait until they are called."""
    start = 0
    while (found := code.find("IF(", start)) >= 0:
        start = found + 3
        if found and code[found - 1].isalnum():
            continue
        commas, depth = [], 0
        for place in range(start, len(code)):
            depth += {"(": 1, ")": -1}.get(code[place], 0)
            if depth < 0:
                break
            if code[place] == "," and depth == 0:
                commas.append(place)
        for comma in reversed(commas):
            code = f"{code[: comma + 1]}lambda: {code[comma + 1 :]}"
    return code
