"""Fits a chart into its picture: how much room labels take, and what is left to the axes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rent_or_sell.picture.axes import Axis
from rent_or_sell.picture.axis_labels import labels_of
from rent_or_sell.picture.frame import Frame, Margins, Scale, is_at_edge, side_of
from rent_or_sell.picture.ranges import Extent, range_of
from rent_or_sell.picture.ticks import shared_ticks, ticks_of

LEAST = 10  # pixels of an axis, however little room its labels leave
ROUNDS = 3  # ranges depend on margins, margins on labels, labels on ranges


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
        if is_at_edge(frame, scale.axis):
            sides[side] = max(sides[side], scale.labels.depth)
        if scale.axis.is_x and scale.ticks and scale.labels.shown:
            first, last = (scale.pixels(scale.ticks[end].number) for end in (0, -1))
            before, after = scale.labels.overhang
            sides["left"] = max(sides["left"], before - (first - frame.margins.left))
            sides["right"] = max(sides["right"], after - (frame.right - last))
    return Margins(**sides)
