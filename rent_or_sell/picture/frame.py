"""The chart's frame: the area that the axes enclose, and where every number lies in pixels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rent_or_sell.picture.axes import Axis
from rent_or_sell.picture.axis_labels import AxisLabels
from rent_or_sell.picture.ticks import Tick


@dataclass(frozen=True)
class Scale:
    """An axis on the picture: its ends in numbers and in pixels, its ticks and their labels."""

    axis: Axis
    low: float
    high: float
    start: float
    end: float
    ticks: tuple[Tick, ...]
    labels: AxisLabels

    def pixels(self, number: float | None) -> float:
        """Return where a number lies; None lies at the start, as the foot of a bar does."""
        if number is None:
            return self.start
        share = (number - self.low) / ((self.high - self.low) or 1)
        return self.start + share * (self.end - self.start)


@dataclass(frozen=True)
class Margins:
    """The pixels around the area that the axes enclose."""

    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True)
class Frame:
    """The area that the axes enclose, in pixels, and the scale of each axis."""

    width: float
    height: float
    margins: Margins
    scales: Mapping[str, Scale]

    @property
    def right(self) -> float:
        """The area's right edge."""
        return self.width - self.margins.right

    @property
    def bottom(self) -> float:
        """The area's lower edge."""
        return self.height - self.margins.bottom

    def at(self, letter: str, share: float) -> float:
        """Return where a share of the whole area lies: 0 left or below, 1 right or above."""
        if letter == "x":
            return self.margins.left + share * (self.right - self.margins.left)
        return self.bottom - share * (self.bottom - self.margins.top)

    def place(self, letter: str, reference: str, value: Any, *, note: bool = False) -> float | None:
        """Return where a shape's or a note's value lies, None if the axis doesn't know it.

        `reference` is "paper", an axis or an axis with "domain", as in Plotly.
        """
        if reference == "paper":
            return self.at(letter, float(value))
        name, _, domain = reference.partition(" ")
        scale = self.scales.get(name)
        if scale is None:
            return None
        if domain:
            return scale.start + float(value) * (scale.end - scale.start)
        number = scale.axis.range_number(value) if note else scale.axis.number(value)
        return None if number is None else scale.pixels(number)

    def counterpart(self, axis: Axis) -> Scale | None:
        """Return the scale at whose start an axis stands, None if it stands at the area's edge."""
        other = axis.spec.get("anchor", "y" if axis.is_x else "x")
        return self.scales.get(other)


def side_of(axis: Axis) -> str:
    """Return on which side of the chart an axis has its labels."""
    return str(axis.spec.get("side", "bottom" if axis.is_x else "left"))


def is_at_edge(frame: Frame, axis: Axis) -> bool:
    """Whether an axis stands at the edge of the whole area, where margins hold its labels."""
    counterpart = frame.counterpart(axis)
    if counterpart is None:
        return True
    low, high = counterpart.axis.spec.get("domain", (0, 1))
    return bool(low <= 0.001 if side_of(axis) in ("left", "bottom") else high >= 0.999)
