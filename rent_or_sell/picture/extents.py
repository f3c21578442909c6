"""How far each axis must reach for the traces, shapes and notes drawn on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rent_or_sell.picture.axes import Axis
from rent_or_sell.picture.bars import Bar
from rent_or_sell.picture.declaration import Spec, Trace
from rent_or_sell.picture.error_bars import spread
from rent_or_sell.picture.notes import note_box
from rent_or_sell.picture.points import marker_size
from rent_or_sell.picture.ranges import Extent

OUTSIDE = 20  # pixels for words above or below a bar

Found = Iterator[tuple[str, Extent]]


def extents_of(
    axes: dict[str, Axis], traces: Sequence[Trace], bars: Sequence[Bar], layout: Spec
) -> dict[str, list[Extent]]:
    """Return what each axis must reach, by the axis's name; axes that match share it."""
    collected: dict[str, list[Extent]] = defaultdict(list)
    for trace in traces:
        if not trace.is_bar:
            _collect(collected, _of_points(trace, axes))
    _collect(collected, (found for bar in bars for found in _of_bar(bar)))
    _collect(collected, _of_shapes(axes, layout))
    _collect(collected, _of_notes(axes, layout))
    return {name: _shared(axes, name, collected) for name in axes}


def _collect(collected: dict[str, list[Extent]], found: Found) -> None:
    for name, extent in found:
        collected[name].append(extent)


def _shared(axes: dict[str, Axis], name: str, collected: dict[str, list[Extent]]) -> list[Extent]:
    root = axes[name].spec.get("matches", name)
    together = [other for other in axes if axes[other].spec.get("matches", other) == root]
    return [extent for other in together for extent in collected[other]]


def _of_points(trace: Trace, axes: dict[str, Axis]) -> Found:
    has_points = "markers" in trace.mode or "text" in trace.mode
    fill = trace.spec.get("fill", "none")
    for name, values in zip(trace.axes, (trace.x, trace.y), strict=True):
        axis = axes[name]
        for index, value in enumerate(values):
            number = axis.number(value)
            if number is None:
                continue
            room = marker_size(trace, index) / 1.6 if "markers" in trace.mode else 0
            padded = has_points or not axis.is_x
            if fill != f"tozero{name[0]}":
                below, above = spread(trace, name[0], index)
                for end in {number, number - below, number + above}:
                    yield name, Extent(end, room, room, padded)
            else:
                yield from _from_zero(name, number)


def _of_bar(bar: Bar) -> Found:
    x, y = bar.trace.axes
    across, along = (y, x) if bar.trace.is_horizontal else (x, y)
    outside = bar.trace.spec.get("textposition") == "outside" and not bar.trace.is_horizontal
    yield across, Extent(min(bar.low, bar.middle - bar.slot))
    yield across, Extent(max(bar.high, bar.middle + bar.slot))
    if bar.base is None or bar.has_own_base:
        yield along, Extent(bar.top, padded=True)
        if bar.base is not None:
            yield along, Extent(bar.base, padded=True)
    else:
        yield from _from_zero(along, bar.top, OUTSIDE if outside else 0)


def _from_zero(name: str, top: float, room: float = 0) -> Found:
    """Reach from zero to a number; zero is the chart's edge unless others lie beyond it."""
    up = top >= 0
    yield name, Extent(0)
    yield name, Extent(top, None if up else room, room if up else None, padded=True)


def _of_shapes(axes: dict[str, Axis], layout: Spec) -> Found:
    for shape in layout.get("shapes") or []:
        room = (shape.get("line") or {}).get("width", 2) / 2
        for letter in "xy":
            axis = axes.get(shape.get(f"{letter}ref", letter))
            for end in ("0", "1"):
                number = axis.number(shape.get(letter + end)) if axis else None
                if axis and number is not None:
                    yield axis.name, Extent(number, room, room)


def _of_notes(axes: dict[str, Axis], layout: Spec) -> Found:
    for note in layout.get("annotations") or []:
        box = note_box(note)
        for letter, (start, end) in zip("xy", (box.across, box.upward), strict=True):
            axis = axes.get(note.get(f"{letter}ref", letter))
            number = axis.range_number(note.get(letter)) if axis else None
            if axis and number is not None:
                yield axis.name, Extent(number, max(0, -start), max(0, end))
