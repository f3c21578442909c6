"""Axes: which kind each one is, and the numbers by which it places dates, names and logarithms."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from rent_or_sell.picture.declaration import Spec, Trace

Kind = Literal["linear", "log", "date", "category"]

_DATE = re.compile(r"\d{4}-\d{2}(-\d{2})?([ T].*)?")


@dataclass(frozen=True)
class Axis:
    """An axis such as "x" or "y2": its declaration, its kind and its categories in order."""

    name: str
    spec: Spec
    kind: Kind
    categories: tuple[str, ...] = ()

    @property
    def is_x(self) -> bool:
        """Whether the axis lies across."""
        return self.name.startswith("x")

    @property
    def is_reversed(self) -> bool:
        """Whether an axis without a range of its own runs the other way."""
        return self.spec.get("autorange") in ("reversed", "min reversed", "max reversed")

    def number(self, value: Any) -> float | None:
        """Return the number that stands for a value, or None where there is none.

        The position of a category, the logarithm to base ten, milliseconds since 1970 for a date.
        """
        if self.kind == "category" and str(value) in self.categories:
            return float(self.categories.index(str(value)))
        if self.kind == "date":
            return milliseconds(value)
        found = _plain_number(value)
        if found is None or self.kind != "log":
            return found
        return math.log10(found) if found > 0 else None

    def range_number(self, value: Any) -> float | None:
        """Return `number` for an end of a range or a note, which are logarithms already."""
        return _plain_number(value) if self.kind == "log" else self.number(value)


def axes_of(layout: Spec, traces: Sequence[Trace]) -> dict[str, Axis]:
    """Return the axes that the traces use, by name."""
    names = {name for trace in traces for name in trace.axes}
    return {name: _axis(name, layout, traces) for name in sorted(names)}


def milliseconds(value: Any) -> float | None:
    """Return a date, as text or in milliseconds since 1970, in the latter; None if it is neither."""
    if not isinstance(value, str):
        return _plain_number(value)
    text = f"{value}-01" if re.fullmatch(r"\d{4}-\d{2}", value) else value
    text = f"{text}-01-01" if re.fullmatch(r"\d{4}", text) else text
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.replace(tzinfo=moment.tzinfo or UTC).timestamp() * 1000


def _axis(name: str, layout: Spec, traces: Sequence[Trace]) -> Axis:
    spec = layout.get(f"{name[0]}axis{name[1:]}") or layout[f"{name[0]}axis"]
    columns = [trace.x if name[0] == "x" else trace.y for trace in traces if name in trace.axes]
    # lines through the feet of lying bars would say nothing
    spec = {"showgrid": not any(t.is_horizontal and name == t.axes[1] for t in traces), **spec}
    declared = spec.get("type", "-")
    kind: Kind = _kind(columns) if declared in ("-", None) else declared
    return Axis(name, spec, kind, _categories(spec, columns) if kind == "category" else ())


def _kind(columns: Iterable[Sequence[Any]]) -> Kind:
    """Guess as Plotly does, from the first trace that has values."""
    for column in columns:
        present = [value for value in column if not _is_gap(value)]
        if not present:
            continue
        if all(isinstance(value, str) and _DATE.fullmatch(value) for value in present):
            return "date"
        return (
            "linear" if all(_plain_number(value) is not None for value in present) else "category"
        )
    return "linear"


def _categories(spec: Spec, columns: Iterable[Sequence[Any]]) -> tuple[str, ...]:
    order = spec.get("categoryorder", "array" if "categoryarray" in spec else "trace")
    found = dict.fromkeys(
        str(value) for column in columns for value in column if not _is_gap(value)
    )
    first = [str(value) for value in spec.get("categoryarray") or []] if order == "array" else []
    names = list(dict.fromkeys([*first, *found]))
    if order.startswith("category "):
        names.sort(reverse=order.endswith("descending"))
    return tuple(names)


def _is_gap(value: Any) -> bool:
    return value is None or (isinstance(value, float) and not math.isfinite(value))


def _plain_number(value: Any) -> float | None:
    if isinstance(value, bool) or value is None:
        return None
    try:
        found = float(value)
    except (TypeError, ValueError):
        return None
    return found if math.isfinite(found) else None
