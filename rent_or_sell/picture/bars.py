"""Bars in numbers of their axes: side by side, on top of each other, or from a base."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from rent_or_sell.picture.axes import Axis
from rent_or_sell.picture.declaration import Spec, Trace

GAP = 0.2  # between the bars of neighbours, of the room each has


@dataclass(frozen=True)
class Bar:
    """A bar of a trace: `low` and `high` along the axis it stands on, `base` and `top` along it.

    `base` is None on a logarithmic axis, where a bar has no foot. `slot` is half the room between
    neighbours around `middle`.
    """

    trace: Trace
    index: int
    low: float
    high: float
    base: float | None
    top: float
    middle: float
    slot: float

    @property
    def has_own_base(self) -> bool:
        """Whether the bar floats, so that its axis need not reach zero."""
        return "base" in self.trace.spec


def bars_of(traces: Sequence[Trace], axes: dict[str, Axis], layout: Spec) -> list[Bar]:
    """Return every bar of a figure."""
    groups: dict[tuple[tuple[str, str], bool], list[Trace]] = defaultdict(list)
    for trace in traces:
        if trace.is_bar:
            groups[trace.axes, trace.is_horizontal].append(trace)
    return [bar for group in groups.values() for bar in _group(group, axes, layout)]


def _group(traces: Sequence[Trace], axes: dict[str, Axis], layout: Spec) -> Iterator[Bar]:
    mode = layout.get("barmode", "group")
    across, along = _standing(traces[0], axes)
    room = _room(traces, across)
    side_by_side = len(traces) if mode == "group" else 1
    width = room * (1 - layout.get("bargap", GAP)) / side_by_side
    inner = width * (1 - layout.get("bargroupgap", 0))
    piles: dict[tuple[float, bool], float] = defaultdict(float)
    for place, trace in enumerate(traces):
        shift = width * (place - (side_by_side - 1) / 2) if mode == "group" else 0
        for index, middle, size in _points(trace, across):
            own = _of(trace.spec.get("width"), index) or inner
            offset = _of(trace.spec.get("offset"), index)
            low = middle + (shift - own / 2 if offset is None else offset)
            pile = (middle, mode == "relative" and size < 0)
            start = along.number(_of(trace.spec.get("base"), index)) or 0.0
            if mode in ("stack", "relative"):
                start += piles[pile]
                piles[pile] += size
            ends = _ends(start, size, along)
            if ends:
                yield Bar(trace, index, low, low + own, *ends, middle, room / 2)


def _ends(start: float, size: float, along: Axis) -> tuple[float | None, float] | None:
    """Return foot and top of a bar, None if there is no bar to be seen."""
    if along.kind != "log":
        return start, start + size
    return (
        (math.log10(start) if start > 0 else None, math.log10(start + size)) if size > 0 else None
    )


def _standing(trace: Trace, axes: dict[str, Axis]) -> tuple[Axis, Axis]:
    """Return the axis that bars stand on and the one that they grow along."""
    x, y = (axes[name] for name in trace.axes)
    return (y, x) if trace.is_horizontal else (x, y)


def _points(trace: Trace, across: Axis) -> Iterator[tuple[int, float, float]]:
    positions, sizes = (trace.y, trace.x) if trace.is_horizontal else (trace.x, trace.y)
    for index, (place, size) in enumerate(zip(positions, sizes, strict=False)):
        middle = across.number(place)
        if middle is not None and isinstance(size, (int, float)) and math.isfinite(size):
            yield index, middle, float(size)


def _room(traces: Sequence[Trace], across: Axis) -> float:
    """Return the least distance between two positions, which is what each bar may fill."""
    places = sorted({middle for trace in traces for _, middle, _ in _points(trace, across)})
    return min((b - a for a, b in pairwise(places)), default=1.0)


def _of(declared: Any, index: int) -> Any:
    """Return one trace's value for a point, whether declared once or point by point."""
    if isinstance(declared, (list, tuple)):
        return declared[index] if index < len(declared) else None
    return declared
