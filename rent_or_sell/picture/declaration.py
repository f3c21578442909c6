"""A figure's declaration with the book's defaults filled in: layout and traces."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from rent_or_sell.charts.look import book_template
from rent_or_sell.charts.packed_array import unpacked

Spec = Mapping[str, Any]

KINDS = ("scatter", "scattergl", "bar")
FEW_POINTS = 20  # below these, Plotly shows a line's points too


@dataclass(frozen=True)
class Trace:
    """One visible trace: what was declared, and its colour unless it says otherwise."""

    spec: Spec
    default_colour: str

    @property
    def is_bar(self) -> bool:
        """Whether the trace draws bars; a line with points, otherwise."""
        return self.spec.get("type") == "bar"

    @cached_property
    def x(self) -> Sequence[Any]:
        """The values along x; positions 0, 1, 2 … where only y is given."""
        values = unpacked(self.spec.get("x"))
        return values or list(range(len(unpacked(self.spec.get("y")))))

    @cached_property
    def y(self) -> Sequence[Any]:
        """The values along y; positions 0, 1, 2 … where only x is given."""
        values = unpacked(self.spec.get("y"))
        return values or list(range(len(unpacked(self.spec.get("x")))))

    @property
    def axes(self) -> tuple[str, str]:
        """The names of the trace's axes, such as "x" and "y2"."""
        return self.spec.get("xaxis", "x"), self.spec.get("yaxis", "y")

    @property
    def is_horizontal(self) -> bool:
        """Whether bars grow along x."""
        return self.is_bar and self.spec.get("orientation", "v" if "y" in self.spec else "h") == "h"

    @property
    def mode(self) -> str:
        """What is drawn of a trace that is no bar: lines, markers, text, joined by plus signs."""
        points = "lines+markers" if len(self.x) < FEW_POINTS else "lines"
        return str(self.spec.get("mode", points))

    @property
    def colour(self) -> str:
        """The trace's main colour, as declared."""
        parts = ("line", "marker") if "lines" in self.mode else ("marker", "line")
        for part in parts[1:] if self.is_bar else parts:
            declared = self.part(part).get("color")
            if isinstance(declared, str):
                return declared
        return self.default_colour

    @property
    def is_in_legend(self) -> bool:
        """Whether a legend, if there is one, names the trace."""
        return bool(self.spec.get("name")) and self.spec.get("showlegend", True)

    def part(self, name: str) -> Spec:
        """Return a part of the declaration such as `marker`, empty if it is not there."""
        return self.spec.get(name) or {}


def layout_of(figure: Spec) -> dict[str, Any]:
    """Return a figure's layout over the book's template, axis by axis."""
    template: dict[str, Any] = book_template().to_plotly_json()["layout"]
    declared = figure.get("layout") or {}
    merged = _merged({key: value for key, value in template.items() if "axis" not in key}, declared)
    for name in [key for key in declared if "axis" in key] + ["xaxis", "yaxis"]:
        merged[name] = _merged(template[name[:5]], declared.get(name) or {})
    return merged


def traces_of(figure: Spec, colours: Sequence[str]) -> list[Trace]:
    """Return the visible traces in order, each with its colour from the cycle of colours."""
    return [
        Trace(spec, colours[position % len(colours)])
        for position, spec in enumerate(figure.get("data") or [])
        if spec.get("visible", True) is True
    ]


def is_drawable(figure: Spec) -> bool:
    """Whether all traces are of a kind that a static picture knows.

    Areas piled up by Plotly and bars that it turns into shares are not: a picture without that
    would say something else.
    """
    traces = figure.get("data") or []
    known = all(
        trace.get("type", "scatter") in KINDS and "stackgroup" not in trace for trace in traces
    )
    return bool(traces) and known and not (figure.get("layout") or {}).get("barnorm")


def text_of(part: Any) -> str:
    """Return the text of a title that may be a text or a declaration with one."""
    return str(part.get("text") or "") if isinstance(part, Mapping) else str(part or "")


def _merged(base: Spec, over: Spec) -> dict[str, Any]:
    """Return `base` with the values of `over`, at every depth."""
    merged = dict(base)
    for key, value in over.items():
        under = base.get(key)
        if isinstance(under, Mapping) and isinstance(value, str):
            value = {"text": value}  # Plotly takes a plain text for a title
        if isinstance(under, Mapping) and isinstance(value, Mapping):
            value = _merged(under, value)
        merged[key] = value
    return merged
