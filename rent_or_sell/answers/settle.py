"""The smallest change of one assumption, or of two, that gives a result the other sign.

How large a change is, is measured in ranges: the change of each assumption over its `high - low`;
of two together, the square root of the sum of their squares. No value leaves the assumption's
range, or what the two cases themselves assume where they lie beyond it.

The search is the same in `explorer/answers/settle.js`, step by step: along each direction the first
of 64 evenly spaced points that agrees, then halvings back to where it begins to. Every two of the
assumptions move along 32 directions a quadrant, no farther than what is known to do it already,
then along 32 again beside the best of all, which leaves the length within a few parts in 100,000
of the smallest.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product
from math import atan2, cos, inf, pi, sin
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rent_or_sell.model.models import Model

POINTS = 64
HALVINGS = 44
DIRECTIONS = 32  # of two assumptions, in each quadrant
_SHORTER = 1 - 1e-9  # what rounding makes of equal lengths is no shorter
_WORTH_A_SECOND = 0.99  # a second assumption that saves less than a hundredth is none
_QUADRANTS = tuple(product((1, -1), repeat=2))

_Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Change:
    """A change of one or two assumptions: their new values by name, and its length in ranges.

    Examples
    --------
    >>> from rent_or_sell import compare
    >>> change = compare("rack", "gain_from_selling", None, {"attach_rate": 0.4}).one
    >>> {name: round(value, 3) for name, value in change.values.items()}, round(change.ranges, 2)
    ({'attach_rate': 0.286}, 0.16)
    """

    values: Mapping[str, float]
    ranges: float


@dataclass(frozen=True)
class _Ray:
    """A way from a case: how many ranges each assumption moves in one step, and how far it goes."""

    steps: Mapping[str, float]
    reach: float


@dataclass(frozen=True)
class Room:
    """Where a search may go: from a case, each assumption within its bounds, in ranges of a width.

    `goal` says in which of many cases is reached what is looked for, from the `results` that it
    reads and from what the cases assume.
    """

    model: Model
    results: Sequence[str]
    goal: Callable[[Mapping[str, Any]], Any]
    case: Mapping[str, float]
    bounds: Mapping[str, tuple[float, float]] = field(default_factory=dict)

    def width(self, name: str) -> float:
        """Return the range of an assumption."""
        parameter = self.model.known[name]
        return parameter.high - parameter.low

    def ray(self, steps: Mapping[str, float], limit: float) -> _Ray:
        """Return the way in a direction, up to the first bound that it meets or to the limit."""
        reach = min(
            (self.bounds[name][step > 0] - self.case[name]) / (step * self.width(name))
            for name, step in steps.items()
        )
        return _Ray(steps, min(reach, limit))

    def agrees(self, rays: Sequence[_Ray], distances: _Floats) -> NDArray[np.bool_]:
        """Whether what is looked for is reached, for each ray (row) at distances."""
        columns = {}
        for name in dict.fromkeys(name for ray in rays for name in ray.steps):
            steps = np.array([ray.steps.get(name, 0.0) for ray in rays])[:, None]
            moved = self.case[name] + distances * (steps * self.width(name))
            columns[name] = np.clip(moved, *self.bounds[name])
        values = dict(self.case) | columns
        held = self.goal(values | self.model.evaluate(values, self.results))
        return np.asarray(np.broadcast_to(held, distances.shape))

    def change(self, ray: _Ray, distance: float) -> Change:
        """Return the change that lies at a distance along a ray."""
        values = {
            name: min(
                max(self.case[name] + distance * (step * self.width(name)), self.bounds[name][0]),
                self.bounds[name][1],
            )
            for name, step in ray.steps.items()
        }
        return Change(MappingProxyType(values), distance)


def room(
    model: Model, answer: str, a: Mapping[str, float], b: Mapping[str, float], positive: bool
) -> Room:
    """Return the room around case `a`: every assumption's range, and both cases' own values."""
    bounds = {
        name: (min(p.low, a[name], b[name]), max(p.high, a[name], b[name]))
        for name, p in model.known.items()
    }
    return Room(
        model,
        [answer],
        lambda values: values[answer] > 0 if positive else values[answer] <= 0,
        a,
        bounds,
    )


def change_one(room: Room, names: Sequence[str]) -> Change | None:
    """Return the smallest change of one of the assumptions; None where there is none."""
    ray, distance = _nearest(room, [{name: float(sign)} for name in names for sign in (1, -1)], inf)
    return room.change(ray, distance) if ray else None


def change_two(room: Room, names: Sequence[str], shorter_than: float = inf) -> Change | None:
    """Return the smallest change of two of the assumptions.

    None if there is none, or it is hardly shorter than one change that is known already.
    """
    angles = (np.arange(DIRECTIONS) + 0.5) * (pi / 2 / DIRECTIONS)
    ray, distance = None, shorter_than
    for pair in combinations(names, 2):
        steps = [_steps(pair, signs, angle) for signs in _QUADRANTS for angle in angles.tolist()]
        closer, length = _nearest(room, steps, distance)
        if closer:
            ray, distance = closer, length
    if ray is None:
        return None
    best = list(ray.steps)
    signs = [1 if ray.steps[name] > 0 else -1 for name in best]
    middle = atan2(abs(ray.steps[best[1]]), abs(ray.steps[best[0]]))
    beside = middle + (angles / (pi / 2) - 0.5) * (pi / 2 / DIRECTIONS)
    closer, length = _nearest(
        room, [_steps(best, signs, angle) for angle in beside.tolist()], distance
    )
    if closer:
        ray, distance = closer, length
    return room.change(ray, distance) if distance < shorter_than * _WORTH_A_SECOND else None


def _steps(pair: Sequence[str], signs: Sequence[int], angle: float) -> dict[str, float]:
    return {pair[0]: signs[0] * cos(angle), pair[1]: signs[1] * sin(angle)}


def _nearest(
    room: Room, steps: Sequence[Mapping[str, float]], limit: float
) -> tuple[_Ray | None, float]:
    """Return the ray on which the answer agrees soonest, the first of equals, and where it does.

    No ray, and the limit, where it agrees on none before the limit.
    """
    rays = [ray for ray in (room.ray(each, limit) for each in steps) if ray.reach > 0]
    if not rays:
        return None, limit
    reach = np.array([ray.reach for ray in rays])
    agrees = room.agrees(rays, reach[:, None] * (np.arange(1, POINTS + 1) / POINTS))
    first = agrees.argmax(axis=1)
    high = np.where(agrees.any(axis=1), reach * ((first + 1) / POINTS), inf)
    low = np.where(agrees.any(axis=1), reach * (first / POINTS), inf)
    near = np.flatnonzero(low < high.min())  # the others begin where one has ended
    rays, low, high = [rays[place] for place in near], low[near], high[near]
    for _ in range(HALVINGS if rays else 0):
        middle = (low + high) / 2
        does = room.agrees(rays, middle[:, None])[:, 0]
        low, high = np.where(does, low, middle), np.where(does, middle, high)
    nearest: tuple[_Ray | None, float] = (None, limit)
    for ray, distance in zip(rays, high.tolist(), strict=True):
        if distance < nearest[1] * _SHORTER:
            nearest = (ray, distance)
    return nearest
