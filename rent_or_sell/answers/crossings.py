"""Where a result crosses a level as one parameter moves, the others as they are.

Every parameter is sampled over its hard limits and, more closely, over its range; then each stretch
in which the result may cross is narrowed, all of them at once. `explorer/answers/crossings.js` does
the same in the browser.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rent_or_sell.model.models import Model
from rent_or_sell.model.parameters import Parameter

CELLS = 32  # of the samples over the range, and as many from each of its ends to the hard limit
NOISE = 1e-12  # of the largest sample or the level: what differs from the level by less lies on it
NARROW = 1e-13  # of the value or the range: a stretch is narrowed to this
ROUNDS = 24
POINTS = 8  # of a stretch in a round
# Around where a straight line would cross, in shares of the stretch: a smooth result is soon caught.
AROUND = np.array([-(2.0**-6), -(2.0**-18), 0.0, 2.0**-18, 2.0**-6])
QUARTERS = np.array([0.25, 0.5, 0.75])
EVEN = np.arange(1.0, POINTS + 1) / (POINTS + 1)
POLE = 1e3  # times what it was at the ends: a result that grows so as it crosses has no value there
JUMP = 1e-4  # times that: a result that still differs so across the crossing leaps over the level

_Floats = NDArray[np.float64]


class Samples(NamedTuple):
    """Values of a parameter in ascending order, how far the result lies above the level at each,
    and on which side: 1 above, -1 below, 0 on it, `nan` where it is not defined.
    """

    x: _Floats
    above: _Floats
    sides: _Floats


class Stretch(NamedTuple):
    """From a sample at which the result is defined and off the level, to one where it differs."""

    parameter: str
    start: float
    end: float
    above_start: float
    above_end: float


class Crossing(NamedTuple):
    """The first value found beyond the crossing; a leap passes over the level itself."""

    parameter: str
    x: float
    is_leap: bool


def sample(
    model: Model, answer: str, values: Mapping[str, float], names: Sequence[str], level: float
) -> dict[str, Samples]:
    """Return samples of the answer over each named parameter."""
    grids = np.array([_grid(model.known[name], values[name]) for name in names])
    above = _above(model, answer, values, names, grids, level)
    largest = np.nanmax(np.abs(above), axis=1, initial=abs(level), keepdims=True)
    sides = np.sign(np.where(np.abs(above) <= NOISE * largest, 0.0, above))
    rows = zip(names, grids, above, sides, strict=True)
    return {name: Samples(*row) for name, *row in rows}


def crossings(
    model: Model,
    answer: str,
    values: Mapping[str, float],
    samples: Mapping[str, Samples],
    level: float,
    reach: bool = False,
) -> list[Crossing]:
    """Return where the answer crosses the level, or with `reach` also where it comes to lie on it."""
    stretches = [
        Stretch(name, *(float(one[place]) for one in (each.x, each.above) for place in pair))
        for name, each in samples.items()
        for pair in _changes(each.sides, each.x <= values[name], reach)
    ]
    return list(_narrowed(model, answer, values, stretches, level)) if stretches else []


def _grid(parameter: Parameter, now: float) -> _Floats:
    share = np.arange(CELLS + 1) / CELLS
    ends = [parameter.minimum, parameter.low, parameter.high, parameter.maximum]
    grids = [low + (high - low) * share for low, high in pairwise(ends)]
    points: _Floats = np.sort(np.concatenate([*grids, [now]]))
    return points.clip(parameter.minimum, parameter.maximum)


def _changes(
    sides: _Floats, is_before: NDArray[np.bool_], reach: bool
) -> Iterator[tuple[int, int]]:
    """Yield the places between which the side changes, or the result stops being defined.

    Samples on the level are passed over, unless they are to be reached. The first place has a side;
    of two it is the nearer one to the current value.
    """
    last = None
    for place, side in enumerate(sides):
        if np.isnan(side):
            if last is not None and sides[place - 1]:
                yield place - 1, place
            last = None
            continue
        if place and np.isnan(sides[place - 1]) and side:
            yield place, place - 1
        if not side and not reach:
            continue
        if last is not None and sides[last] != side:
            is_upward = sides[last] and not (side and is_before[place])
            yield (last, place) if is_upward else (place, last)
        last = place


def _narrowed(
    model: Model,
    answer: str,
    values: Mapping[str, float],
    stretches: Iterable[Stretch],
    level: float,
) -> Iterator[Crossing]:
    """Yield the crossings of those stretches that have one, where the result is defined."""
    names, *columns = zip(*stretches, strict=True)
    start, end, above_start, above_end = (np.array(column) for column in columns)
    rows = np.arange(len(names))
    span = np.array([model.known[name].high - model.known[name].low for name in names])
    side = np.sign(above_start)
    size = np.fmax(np.abs(above_start), np.abs(above_end))
    for _ in range(ROUNDS):
        if (np.abs(end - start) <= NARROW * np.fmax(np.abs(start), span)).all():
            break
        x = start[:, None] + (end - start)[:, None] * _shares(above_start, above_end)
        above = _above(model, answer, values, names, x, level)
        x = np.column_stack([start, x, end])
        above = np.column_stack([above_start, above, above_end])
        # The first point that is not on the start's side: there is one, the end.
        first = (np.sign(above) != side[:, None]).argmax(axis=1)
        start, above_start = x[rows, first - 1], above[rows, first - 1]
        end, above_end = x[rows, first], above[rows, first]
    gap = np.abs(above_end - above_start)
    is_leap = (gap > JUMP * size) & (np.abs(above_end) > NOISE * size)
    for row in np.flatnonzero(gap <= POLE * size):  # and no stretch whose end is not defined
        yield Crossing(names[row], float(end[row]), bool(is_leap[row]))


def _shares(above_start: _Floats, above_end: _Floats) -> _Floats:
    """Return where in each stretch to look next, in ascending order."""
    straight = above_start / (above_start - above_end)
    around = np.clip(straight[:, None] + AROUND, 0, 1)
    quarters = np.broadcast_to(QUARTERS, (len(straight), len(QUARTERS)))
    shares = np.sort(np.column_stack([quarters, around]))
    return np.where(np.isnan(straight)[:, None], EVEN, shares)


def _above(
    model: Model,
    answer: str,
    values: Mapping[str, float],
    names: Sequence[str],
    x: _Floats,
    level: float,
) -> _Floats:
    """Return how far the answer lies above the level: a row of values for each named parameter."""
    moved = {name: np.full(x.shape, values[name]) for name in names}
    for row, name in enumerate(names):
        moved[name][row] = x[row]
    result = np.asarray(model.evaluate(dict(values) | moved, [answer])[answer], dtype=np.float64)
    above: _Floats = np.broadcast_to(result, x.shape) - level
    return above
