"""Units as measures: the size of one unit, and the kind of thing that it measures."""

from __future__ import annotations

import re
from dataclasses import dataclass

SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}

# Name in data/units.csv → kind and size. A unit not listed (chips, customers) is its own kind.
_UNITS = {
    "percent": ("share", 0.01),
    "fraction": ("share", 1.0),
    "ratio": ("share", 1.0),
    "times": ("share", 1.0),
    "1": ("share", 1.0),
    "basis points": ("share", 0.0001),
    "W": ("watts", 1.0),
    "kW": ("watts", 1e3),
    "MW": ("watts", 1e6),
    "GW": ("watts", 1e9),
    "years": ("years", 1.0),
    "months": ("years", 1 / 12),
    "GB": ("bytes", 1e9),
    "TB": ("bytes", 1e12),
    "TFLOPS": ("operations a second", 1e12),
    "PFLOPS": ("operations a second", 1e15),
    "EFLOPS": ("operations a second", 1e18),
}


@dataclass(frozen=True)
class Measure:
    """The size of one unit, in its kind's basic unit, and the kinds that it can be read as."""

    size: float
    kinds: frozenset[str]


def measure_of(unit: str) -> Measure:
    """Return the measure of a unit of the data; of a rate, that of what is counted.

    "billion USD per year" measures USD by the billion, "1/year" shares, "USD/USD" both.
    """
    counted, _, per = re.sub(r" per |/", "\n", unit, count=1).partition("\n")
    scale, _, name = counted.partition(" ")
    if scale not in SCALES:
        scale, name = "", counted
    kind, size = _UNITS.get(name, (name, 1.0))
    kinds = {kind, "share"} if name and per.startswith(name) else {kind}
    return Measure(SCALES.get(scale, 1.0) * size, frozenset(kinds))
