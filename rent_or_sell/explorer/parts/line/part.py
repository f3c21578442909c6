"""A line over one parameter, with the reader's own case and, on a curve, its best point."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from rent_or_sell.explorer.axis import ACROSS, UP, slots
from rent_or_sell.explorer.axis import marks as axis_marks
from rent_or_sell.explorer.part import BaseCase
from rent_or_sell.model.models import Model
from rent_or_sell.numbers.number_format import format_number

POINTS = 81


@dataclass(frozen=True)
class Line:
    """What a line draws, and over which parameter.

    Parameters
    ----------
    title
        What is seen; `{level:.0f}` stands for the level.
    result, over
        The line is this result over this parameter.
    span
        How far the parameter runs: its hard limits, or wider than its range: from half of its low
        to twice its high.
    x_code, y_code, y_unit
        Number formats of both axes, and the words behind the reader's own value.
    best
        What to call the best point of a curve, if it is marked.
    solve, level
        With them the line is the value of the parameter `solve` at which `result` (linear in it)
        is the number that the fact at the address `level` states.
    """

    title: str
    result: str
    over: str
    span: Literal["limits", "wide"]
    x_code: str
    y_code: str
    y_unit: str
    best: str = ""
    solve: str = ""
    level: str = ""

    def context(self, base: BaseCase) -> Mapping[str, Any]:
        """Return path, zero line and marks at the base case, in shares of the picture.

        The browser redraws them by the same rules.
        """
        start, end = self._span(base.model)
        line = self._points(base)
        mine = (base.values[self.over], base.values[self.solve or self.result])
        own = f"{format_number(mine[1], self.y_code)} {self.y_unit}"
        marks = [("mine", *mine, "your case", own)]
        if self.best:
            x, y = max(line, key=lambda point: (round(point[1], 9), -point[0]))
            marks.append(("best", x, y, self.best, format_number(x, self.x_code)))
        low, high = self._extent(base.model, [y for _, y in line] + [mine[1]])

        def place(x: float, y: float) -> tuple[float, float]:
            return (x - start) / (end - start), (high - y) / (high - low)

        across = slots(start, end, self.x_code, ACROSS)
        up = slots(low, high, self.y_code, UP, up=True)
        places = {name: place(x, y) for name, x, y, *_ in marks}
        path = (f"{100 * x:.2f} {100 * y:.2f}" for x, y in (place(*point) for point in line))
        return {
            "title": self._title(base),
            "path": "M" + "L".join(path),
            "zero": f"{100 * place(start, 0.0)[1]:.2f}",
            "marks": [(name, *places[name], words, text) for name, _, _, words, text in marks],
            "across": across,
            "up": up,
            "ticks": axis_marks(across, up),
            "guides": guides(places["mine"], places.get("best")),
            "label_of_x": base.model.parameters[self.over].label,
        }

    def settings(self, base: BaseCase) -> Mapping[str, Any]:
        """Return what the browser needs to draw the line by the same rules."""
        low, high = self._span(base.model)
        return {
            "result": self.result,
            "over": self.over,
            "low": low,
            "high": high,
            "x_code": self.x_code,
            "y_code": self.y_code,
            "y_unit": self.y_unit,
            "best": self.best,
            "solve": self.solve,
            "level": base.stated(self.level) if self.level else 0,
            "points": POINTS,
            "highest": self._highest(base.model),
        }

    def _title(self, base: BaseCase) -> str:
        return self.title.format(level=base.stated(self.level)) if self.level else self.title

    def _span(self, model: Model) -> tuple[float, float]:
        parameter = model.parameters[self.over]
        if self.span == "limits":
            return parameter.minimum, parameter.maximum
        return parameter.low / 2, 2 * parameter.high

    def _points(self, base: BaseCase) -> list[tuple[float, float]]:
        """Return the line at the base case, as pairs of x and y."""
        model = base.model
        x = np.linspace(*self._span(model), POINTS)
        if not self.solve:
            return list(zip(x, model.evaluate({self.over: x})[self.result], strict=True))
        at = model.parameters[self.solve]
        low, high = (
            np.asarray(model.evaluate({self.over: x, self.solve: value})[self.result])
            for value in (at.low, at.high)
        )
        y = at.low + (base.stated(self.level) - low) * (at.high - at.low) / (high - low)
        return list(zip(x, y, strict=True))

    def _highest(self, model: Model) -> float:
        return 1.25 * model.parameters[self.solve].high if self.solve else 0.0

    def _extent(self, model: Model, values: Sequence[float]) -> tuple[float, float]:
        """Return lowest and highest y: zero is in it, and the range of what is solved for."""
        if self.solve:
            return 0.0, self._highest(model)
        low, high = min(0.0, *values), max(0.0, *values)
        margin = 0.12 * (high - low) or 1.0
        return low - margin * (low < 0), high + margin


def guides(mine: tuple[float, float], best: tuple[float, float] | None) -> str:
    """Return lines that lead from marks to their words: one's own above, the best one's below."""
    down = f"M{100 * best[0]:.2f} {100 * best[1]:.2f}V100" if best else ""
    return f"M{100 * mine[0]:.2f} {100 * mine[1]:.2f}V0{down}"
