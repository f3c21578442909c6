"""Where an axis has its ticks and what they say, by Plotly's rules."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from rent_or_sell.picture.axes import Axis
from rent_or_sell.picture.date_ticks import date_labels, date_ticks
from rent_or_sell.picture.number_text import coded, shortened

ROUND = (2, 5, 10)
CATEGORY_ROOM = 15.6  # pixels that a category's name needs


@dataclass(frozen=True)
class Tick:
    """A tick: the number at which it stands, and its label."""

    number: float
    label: str


def ticks_of(axis: Axis, ends: tuple[float, float], length: float) -> tuple[Tick, ...]:
    """Return the ticks of an axis that spans the numbers `ends` on `length` pixels."""
    low, high = sorted(ends)
    spec, slack = axis.spec, (high - low) * 1e-9
    if "tickvals" in spec and spec.get("tickmode", "array") == "array":
        pairs = _declared(axis)
    elif axis.kind == "category":
        pairs = _named(axis, length)
    else:
        pairs = _automatic(
            axis, low, high, (high - low) / (spec.get("nticks") or _count(axis, length))
        )
    before, after = spec.get("tickprefix", ""), spec.get("ticksuffix", "")
    return tuple(
        Tick(number, f"{before}{label}{after}")
        for number, label in pairs
        if low - slack <= number <= high + slack
    )


def shared_ticks(
    axis: Axis, ends: tuple[float, float], shares: Sequence[float]
) -> tuple[Tick, ...]:
    """Return ticks at given shares of an axis, where the axis that it lies over has its own."""
    low, high = ends
    numbers = [low + share * (high - low) for share in shares]
    step, largest = _least(numbers), max(abs(low), abs(high))
    return tuple(Tick(number, _text(axis, number, step, largest)) for number in numbers)


def round_step(rough: float, base: float = 1, steps: Sequence[float] = ROUND) -> float:
    """Return the first of the round steps, times `base`, that is no smaller than `rough`."""
    return base * next((step for step in steps if step >= rough / base), steps[-1])


def _count(axis: Axis, length: float) -> float:
    return min(max(length / (80 if axis.is_x else 40), 4), 9) + 1


def _declared(axis: Axis) -> list[tuple[float, str]]:
    values = list(axis.spec["tickvals"])
    words = axis.spec.get("ticktext")
    numbers = [axis.number(value) for value in values]
    if words is None:
        texts = _labels(axis, numbers, values)
    else:
        texts = [str(word) for word in words]
    pairs = zip(numbers, texts, strict=False)
    return [(number, text) for number, text in pairs if number is not None]


def _labels(axis: Axis, numbers: Sequence[float | None], values: Sequence[Any]) -> list[str]:
    present = [number for number in numbers if number is not None]
    if axis.kind == "category":
        return [str(value) for value in values]
    if axis.kind == "date":
        return date_labels(present, _least(present), axis.spec.get("tickformat"))
    plain = [10**number for number in present] if axis.kind == "log" else present
    return [_text(axis, number, _least(plain), max(map(abs, plain), default=0)) for number in plain]


def _named(axis: Axis, length: float) -> list[tuple[float, str]]:
    """Every name, or every second, third … where there is no room for all."""
    every = max(1, math.ceil(len(axis.categories) * CATEGORY_ROOM / length))
    return [(float(n), name) for n, name in enumerate(axis.categories) if n % every == 0]


def _automatic(axis: Axis, low: float, high: float, rough: float) -> list[tuple[float, str]]:
    if axis.kind == "date":
        return date_ticks(low, high, rough, axis.spec)
    if axis.kind == "log":
        return _logarithmic(axis, low, high, rough)
    step = axis.spec.get("dtick") or round_step(rough, 10.0 ** math.floor(math.log10(rough)))
    start = axis.spec.get("tick0", 0)
    first, last = math.ceil((low - start) / step - 1e-6), math.floor((high - start) / step + 1e-6)
    numbers = [start + count * step for count in range(first, last + 1)]
    return [(number, _text(axis, number, step, max(abs(low), abs(high)))) for number in numbers]


def _logarithmic(axis: Axis, low: float, high: float, rough: float) -> list[tuple[float, str]]:
    """Powers of ten, twos and fives between them where there is room, all numbers within one."""
    step = axis.spec.get("dtick")
    if high - low < 1 and step is None:
        least, most = 10**low, 10**high
        wanted = (most - least) / (1.5 * (high - low) / rough)
        step = round_step(wanted, 10.0 ** math.floor(math.log10(wanted)))
        counts = range(math.ceil(least / step), math.floor(most / step) + 1)
        return [(math.log10(n * step), _text(axis, n * step, step, most)) for n in counts if n]
    every = math.ceil(rough) if rough > 0.7 else 1
    every = int(step) if isinstance(step, (int, float)) and step >= 1 else every
    digits = (1,) if rough > 0.7 or every == step else (1, 2, 5)
    powers = range(math.floor(low), math.ceil(high) + 1)
    values = [digit * 10.0**power for power in powers if power % every == 0 for digit in digits]
    return [(math.log10(value), _text(axis, value, value, value)) for value in values]


def _text(axis: Axis, number: float, step: float, largest: float) -> str:
    code = axis.spec.get("tickformat")
    return coded(number, code) if code else shortened(number, step, largest)


def _least(numbers: Sequence[float]) -> float:
    ordered = sorted(numbers)
    return min((b - a for a, b in pairwise(ordered) if b > a), default=1.0)
