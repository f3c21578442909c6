"""What an axis spans: the declared range, or one that leaves room for all that is drawn on it.

Room is counted in pixels, as for a marker's edge or a note's width, so the range depends on the
axis's length; the rules are Plotly's, so that the live chart takes the picture's place unnoticed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rent_or_sell.picture.axes import Axis

Choice = Callable[[float, float], float]

PADDING = 0.05  # of the axis, beyond the outermost point


@dataclass(frozen=True)
class Extent:
    """A number that an axis must reach, with the pixels to keep free before and after it.

    None instead of pixels: on that side the number asks for nothing. `padded` adds the usual
    twentieth of the axis.
    """

    number: float
    before: float | None = 0
    after: float | None = 0
    padded: bool = False


def range_of(axis: Axis, extents: Sequence[Extent], length: float) -> tuple[float, float]:
    """Return the numbers at the axis's start and end, for a length in pixels."""
    low, high = _automatic(axis, extents, length)
    if axis.is_reversed:
        low, high = high, low
    declared = axis.spec.get("range")
    if not declared:
        return low, high
    start, end = (axis.range_number(value) for value in declared)
    return (low if start is None else start), (high if end is None else end)


def _automatic(axis: Axis, extents: Sequence[Extent], length: float) -> tuple[float, float]:
    pad = PADDING * length
    lows = _outermost(((e.number, e.before, e.padded * pad) for e in extents), min)
    highs = _outermost(((e.number, e.after, e.padded * pad) for e in extents), max)
    if axis.kind != "log" and axis.spec.get("rangemode") in ("tozero", "nonnegative"):
        lows = lows if any(low < 0 for low, _ in lows) else [(0.0, 0.0)]
        highs = highs if any(high > 0 for high, _ in highs) else [(0.0, 0.0)]
    if not lows or not highs:
        return (-0.5, max(len(axis.categories) - 0.5, 0.5)) if axis.categories else (-1.0, 6.0)
    return _widest(lows, highs, length)


def _widest(
    lows: list[tuple[float, float]], highs: list[tuple[float, float]], length: float
) -> tuple[float, float]:
    """Return the range in which the most demanding pair of ends has its pixels free."""
    best, ends = 0.0, (min(low for low, _ in lows), max(high for high, _ in highs))
    if ends[0] == ends[1]:
        return ends[0] - 1, ends[1] + 1
    for low, before in lows:
        for high, after in highs:
            room = length - before - after
            # a note wider than the chart must not squeeze it to nothing
            if room > length / 10 and (high - low) / room > best:
                best = (high - low) / room
                ends = low - best * before, high + best * after
    return ends


def _outermost(
    candidates: Iterable[tuple[float, float | None, float]], choose: Choice
) -> list[tuple[float, float]]:
    """Keep one number for each width of free pixels: no other can matter."""
    kept: dict[float, float] = {}
    for number, pixels, pad in candidates:
        if pixels is not None:
            room = pixels + pad
            kept[room] = choose(kept.get(room, number), number)
    return [(number, room) for room, number in kept.items()]
