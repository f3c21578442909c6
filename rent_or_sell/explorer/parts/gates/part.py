"""Gates: what is made flows to a gate, and on to those who want it, all heights to one scale.

Of what is made, a part goes past the gate, and a part stays where the gate, or the wish beyond it,
ends. The amounts are yearly results; the picture shows the first year.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rent_or_sell.explorer.part import BaseCase
from rent_or_sell.explorer.sentence import Sentence, as_json, say

# Percent of the picture's height: what of the gate always stands, and what parts the two flows.
LIP, GAP = 5, 9
THIN = 0.01
# Percent of its width: where what is made ends, where the gate stands, how thick it is, and where
# the flows arrive.
MADE, GATE, BAR, ARRIVAL = 15, 48, 2, 84


@dataclass(frozen=True)
class Flow:
    """One amount of the picture: a yearly result, its words and its hue."""

    result: str
    label: str
    hue: str = "other-pale"


@dataclass(frozen=True)
class Gates:
    """A flow through a gate, and one past it.

    Parameters
    ----------
    title
        A sentence; `{year:.0f}` in it is the year that is shown, and a yearly result is that year's.
    made
        What there is to begin with: what goes through, what goes past and what stays.
    gate
        How much the gate lets through.
    through, missing
        What comes through it, and what is wanted beyond that.
    past, harm
        What goes past it, and how much of this is taken from what would have come through.
    stays
        What is made and goes nowhere.
    code, unit
        The number format of the amounts, and the word behind it.
    """

    title: Sentence
    made: Flow
    gate: Flow
    through: Flow
    missing: Flow
    past: Flow
    harm: Flow
    stays: Flow
    code: str
    unit: str

    @property
    def flows(self) -> dict[str, Flow]:
        """Every amount by its place in the picture."""
        names = ("made", "gate", "through", "missing", "past", "harm", "stays")
        return {name: getattr(self, name) for name in names}

    def context(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the shapes of the first year, what stands beside them and the title."""
        yearly = {name: value[0] for name, value in base.results.items() if isinstance(value, list)}
        drawn = draw({place: yearly[flow.result] for place, flow in self.flows.items()})
        year = base.model.years.first
        return {
            "pieces": say(self.title, {**base.values, **yearly, "year": year}),
            "year": year,
            "paths": drawn.paths,
            "hues": self._hues(),
            "rows": drawn.rows,
        }

    def _hues(self) -> dict[str, str]:
        """Return the hue of each shape: pale where it flows, and where nothing is harmed."""
        through, past = self.through.hue, self.past.hue
        pale = {"through-flow": f"{through}-pale", "past-flow": f"{past}-pale"}
        return {"through": through, "harm": past, "past": f"{past}-pale", **pale}

    def settings(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the title as cases, and the result in each place."""
        return {
            "title": as_json(self.title),
            "flows": {place: flow.result for place, flow in self.flows.items()},
        }


@dataclass(frozen=True)
class Drawing:
    """The path of each shape, in percent of the picture; and how far apart the words beside it."""

    paths: Mapping[str, str]
    rows: tuple[float, float, float]


def draw(given: Mapping[str, float]) -> Drawing:
    """Return the picture of amounts by their places; what is not defined or negative is none."""
    of = {place: max(value, 0.0) if math.isfinite(value) else 0.0 for place, value in given.items()}
    kept = of["through"] + of["stays"]
    lane = max(kept, of["gate"], of["through"] + of["missing"])
    scale = (100 - 2 * LIP - GAP) / ((lane + of["past"]) or 1)

    def down(amount: float) -> float:
        return LIP + amount * scale

    start, foot = down(kept), down(lane) + LIP
    road = foot + GAP
    harm, end, thick = road + of["harm"] * scale, road + of["past"] * scale, of["past"] * scale
    through, wanted = down(of["through"]), down(of["through"] + of["missing"])
    open_to = down(min(max(of["gate"], of["through"]), kept))
    bend = (MADE + GATE) / 2
    stays = f"M{MADE} {through:.2f}H{ARRIVAL}V{open_to:.2f}H{GATE}V{start:.2f}H{MADE}Z"
    bypass = (
        f"M{MADE} {start:.2f}C{bend} {start:.2f} {bend} {road:.2f} {GATE} {road:.2f}"
        f"H{ARRIVAL}V{end:.2f}H{GATE}C{bend} {end:.2f} {bend} {start + thick:.2f} "
        f"{MADE} {start + thick:.2f}Z"
    )
    paths = {
        "made": _box(0, LIP, MADE, start + thick),
        "through-flow": _box(MADE, LIP, ARRIVAL, through),
        "stays": _seen(stays, start - through),
        "past-flow": _seen(bypass, thick),
        "through": _box(ARRIVAL, LIP, 100, through),
        "missing": _box(ARRIVAL, through, 100, wanted),
        "harm": _box(ARRIVAL, road, 100, harm),
        "past": _box(ARRIVAL, harm, 100, end),
        "gate": _box(GATE, 0, GATE + BAR, LIP) + _box(GATE, down(of["gate"]), GATE + BAR, foot),
    }
    return Drawing(paths, (LIP / 100, (through - LIP) / 100, (road - through) / 100))


def _box(left: float, top: float, right: float, bottom: float) -> str:
    return _seen(f"M{left:g} {top:.2f}H{right:g}V{bottom:.2f}H{left:g}Z", bottom - top)


def _seen(path: str, height: float) -> str:
    """Return a path, or none where its shape has no height: it would still have an outline."""
    return path if height > THIN else ""
