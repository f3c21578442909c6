"""The chart's frame: how much room labels take, and where every number lies in pixels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from rent_or_sell.picture.axes import Axis
from rent_or_sell.picture.axis_labels import AxisLabels, labels_of
from rent_or_sell.picture.ranges import Extent, range_of
from rent_or_sell.picture.ticks import Tick, shared_ticks, ticks_of

LEAST = 10  # pixels of an axis, however little room its labels leave
ROUNDS = 3  # ranges depend on margins, margins on labels, labels on ranges


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


def frame_of(
    axes: Mapping[str, Axis],
    extents: Mapping[str, Sequence[Extent]],
    size: tuple[float, float],
    margins: Margins,
) -> Frame:
    """Return the frame in which labels, titles and all that is drawn find room.

    Parameters
    ----------
    size
        Width and height of the picture in pixels.
    margins
        The least margins, as declared.
    """
    frame = Frame(*size, margins, {})
    for _ in range(ROUNDS):
        frame = _scaled(frame, axes, extents)
        frame = replace(frame, margins=_needed(frame, margins))
    return _scaled(frame, axes, extents)


def _scaled(
    frame: Frame, axes: Mapping[str, Axis], extents: Mapping[str, Sequence[Extent]]
) -> Frame:
    scales: dict[str, Scale] = {}
    # an axis that lies over another comes after it, and takes its place and its ticks
    for name, axis in sorted(axes.items(), key=lambda item: "overlaying" in item[1].spec):
        scales[name] = _scale(
            axis, extents[name], frame, scales.get(axis.spec.get("overlaying", ""))
        )
    return replace(frame, scales=scales)


def _scale(axis: Axis, extents: Sequence[Extent], frame: Frame, under: Scale | None) -> Scale:
    spec, letter = under.axis.spec if under else axis.spec, axis.name[0]
    start, end = (frame.at(letter, share) for share in spec.get("domain", (0, 1)))
    length = max(abs(end - start), LEAST)
    ends = range_of(axis, extents, length)
    if under and not axis.spec.keys() & {"tickvals", "dtick", "nticks"}:
        shares = [(under.pixels(tick.number) - start) / (end - start) for tick in under.ticks]
        ticks = shared_ticks(axis, ends, shares)
    else:
        ticks = ticks_of(axis, ends, length)
    labels = labels_of(axis, [tick.label for tick in ticks], length)
    return Scale(axis, *ends, start, end, ticks, labels)


def _needed(frame: Frame, least: Margins) -> Margins:
    """Return margins that hold the labels and titles of the axes at the area's edges."""
    sides = {"left": least.left, "right": least.right, "top": least.top, "bottom": least.bottom}
    for scale in frame.scales.values():
        if scale.axis.spec.get("visible", True) is False:
            continue
        side = side_of(scale.axis)
        if _is_at_edge(frame, scale.axis):
            sides[side] = max(sides[side], scale.labels.depth)
        if scale.axis.is_x and scale.ticks and scale.labels.shown:
            first, last = (scale.pixels(scale.ticks[end].number) for end in (0, -1))
            before, after = scale.labels.overhang
            sides["left"] = max(sides["left"], before - (first - frame.margins.left))
            sides["right"] = max(sides["right"], after - (frame.right - last))
    return Margins(**sides)


def side_of(axis: Axis) -> str:
    """Return on which side of the chart an axis has its labels."""
    return str(axis.spec.get("side", "bottom" if axis.is_x else "left"))


def _is_at_edge(frame: Frame, axis: Axis) -> bool:
    counterpart = frame.counterpart(axis)
    if counterpart is None:
        return True
    low, high = counterpart.axis.spec.get("domain", (0, 1))
    return bool(low <= 0.001 if side_of(axis) in ("left", "bottom") else high >= 0.999)
