"""The controls: a slider and a box for each assumption, its small curve, its origin, its reset."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from rent_or_sell.explorer.part import BaseCase
from rent_or_sell.explorer.sentence import Sentence, as_json, say


@dataclass(frozen=True)
class Stop:
    """A mark on ten things: where a result, a share, lies, and words; none where nothing is said."""

    result: str
    words: Sentence


@dataclass(frozen=True)
class Controls:
    """Controls of the named parameters: open in one grid, or folded by group.

    `curves` are the results that a small curve may draw: the first that depends on the parameter.
    `of_ten` are the parameters, shares, whose sliders are ten things to fill. `labels` are shorter
    words in place of a parameter's label. `stops` are marks on the sliders that are ten things.
    """

    names: tuple[str, ...]
    curves: tuple[str, ...] = ()
    folded: bool = False
    of_ten: tuple[str, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    stops: Mapping[str, Stop] = field(default_factory=dict)

    def context(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the parameters, in groups where they are folded, and what their curves draw."""
        parameters = [base.model.parameters[name] for name in self.names]
        groups = groupby(parameters, key=lambda parameter: parameter.group)
        titles = dict.fromkeys(parameter.group for parameter in parameters)
        curves = self._curves(base)
        drawn = set(curves.values())
        return {
            "curves": curves,
            "tens": ten_things(1),
            "full": {name: ten_things(base.values[name]) for name in self.of_ten},
            "stopped": {
                name: self._stopped(base, name) for name in self.of_ten if name in self.stops
            },
            "groups": [(group, list(members)) for group, members in groups],
            "parameters": parameters,
            "labels": {one.name: self.labels.get(one.name, one.label) for one in parameters},
            "hint": " · ".join(titles),
            "drawn": [
                f"“{base.model.quantity(curve).summary.partition(';')[0]}”"
                for curve in self.curves
                if curve in drawn
            ],
        }

    def settings(self, base: BaseCase) -> Mapping[str, Any]:
        """Return what each small curve draws ("" if nothing), the signs of its scale, and the stops.

        The signs are what stands before and behind the values of a result's scale.
        """
        units = {name: base.model.quantity(name).unit for name in self.curves}
        stops = {
            name: {"result": stop.result, "words": as_json(stop.words)}
            for name, stop in self.stops.items()
            if name in self.of_ten
        }
        return {
            "curves": self._curves(base),
            "signs": {
                name: ["$" * ("USD" in unit), " bn" * unit.startswith("billion")]
                for name, unit in units.items()
            },
            "stops": stops,
        }

    def _stopped(self, base: BaseCase, name: str) -> tuple[str, float]:
        """Return a mark's words and how far along the slider it stands; at its start without words."""
        stop = self.stops[name]
        said = "".join(piece.text for piece in say(stop.words, base.values))
        return said, along(base.results[stop.result]) if said else 0.0

    def _curves(self, base: BaseCase) -> dict[str, str]:
        reach = {curve: base.model.depends_on(curve) for curve in self.curves}
        return {
            name: next((curve for curve in self.curves if name in reach[curve]), "")
            for name in self.names
        }


def along(share: float) -> float:
    """Return where ten boxes filled to a share end, as a part of the picture's width."""
    full = min(math.floor(10 * share), 9)
    return (10 * full + 1 + 8 * (10 * share - full)) / 100


def ten_things(share: float) -> str:
    """Return the path of ten boxes of which a share is there, in a picture of 100 by 20."""
    counts = (min(max(10 * share - place, 0), 1) for place in range(10))
    return "".join(
        f"M{10 * place + 1:g} 1h{8 * count:.2f}v18h-{8 * count:.2f}z"
        for place, count in enumerate(counts)
        if count > 0
    )
