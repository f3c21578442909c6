"""Units as measures: the size of one unit, and the kind of thing that it measures."""

from __future__ import annotations

import re
from dataclasses import dataclass

SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
PREFIXES = {"k": 1e3, "M": 1e6, "G": 1e9, "T": 1e12, "P": 1e15, "E": 1e18, "Z": 1e21}

# Name in data/units.csv → kind and size. A unit not listed (chips, customers) is its own kind.
_UNITS = {
    "percent": ("share", 0.01),
    "fraction": ("share", 1.0),
    "ratio": ("share", 1.0),
    "times": ("share", 1.0),
    "1": ("share", 1.0),
    "basis points": ("share", 0.0001),
    "per mille": ("share", 0.001),
    "years": ("years", 1.0),
    "months": ("years", 1 / 12),
}
# Units that take a prefix, "kW", "TB" → kind.
_PREFIXED = {
    "W": "watts",
    "Wh": "watt-hours",
    "VA": "volt-amperes",
    "B": "bytes",
    "bit": "bits",
    "FLOPS": "operations a second",
    "Hz": "hertz",
    "g": "grams",
    "m": "metres",
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
    kind, size = kind_and_size(name)
    kinds = {kind, "share"} if name and per.startswith(name) else {kind}
    return Measure(SCALES.get(scale, 1.0) * size, frozenset(kinds))


def kind_and_size(name: str) -> tuple[str, float]:
    """Return what a unit without scale and rate measures, and how much of it one is."""
    if name in _UNITS:
        return _UNITS[name]
    prefixed = re.fullmatch(rf"([{''.join(PREFIXES)}]i?)?({'|'.join(_PREFIXED)})", name)
    if not prefixed:
        return name, 1.0
    prefix, base = prefixed.groups()
    return _PREFIXED[base], _factor(prefix or "")


def _factor(prefix: str) -> float:
    """Return 1e9 of "G", 2³⁰ of "Gi"."""
    if prefix.endswith("i"):
        return 1024.0 ** (1 + list(PREFIXES).index(prefix[0]))
    return PREFIXES.get(prefix, 1.0)
