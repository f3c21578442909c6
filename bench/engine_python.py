"""Times a million rack scenarios in Python, beside the same formulas in hand-written NumPy."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import Any

import numpy as np
import plain_numpy
from drawn import DRAWN_OF_THE_RACK

import rent_or_sell
from rent_or_sell.model.parameters import base_values

SCENARIOS = 1_000_000
RUNS = 15
SEED = 20260601
TARGET = 1.5
Results = dict[str, Any]


def draws() -> dict[str, Any]:
    """Return random values of the drawn parameters, evenly between low and high."""
    random = np.random.default_rng(SEED)
    drawn = (rent_or_sell.load_parameters()[name] for name in DRAWN_OF_THE_RACK)
    return {p.name: random.uniform(p.low, p.high, SCENARIOS) for p in drawn}


def compare(title: str, ours: Callable[[], Results], plain: Callable[[], Results]) -> None:
    """Check that both give the same results, time them in turn and print the medians."""
    by_hand = plain()
    for name, result in ours().items():
        if name in by_hand:
            # Among a million draws a few divide by almost nothing and keep a digit less.
            np.testing.assert_allclose(result, by_hand[name], rtol=1e-8, atol=1e-6, err_msg=name)
    del by_hand
    pairs = [(seconds(ours), seconds(plain)) for _ in range(RUNS)]
    engine, script = median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)
    ratio = median(first / second for first, second in pairs)
    print(f"{title}, median of {RUNS} alternating runs")
    print(f"  rent_or_sell  {engine:.3f} s  {SCENARIOS / engine:,.0f} scenarios/s")
    print(f"  plain NumPy   {script:.3f} s  {SCENARIOS / script:,.0f} scenarios/s")
    print(f"  ratio {ratio:.2f} (target: at most {TARGET})")


def seconds(run: Callable[[], object]) -> float:
    """Return how long one run takes."""
    start = perf_counter()
    run()
    return perf_counter() - start


def main() -> None:
    """Compare the headline five, then all results."""
    changes = draws()
    values = base_values(rent_or_sell.load_parameters()) | changes
    rack = rent_or_sell.rack
    compare(
        f"{SCENARIOS:,} rack scenarios in Python, the headline five",
        lambda: rack.evaluate(changes, results=plain_numpy.HEADLINES),
        lambda: plain_numpy.headlines(values),
    )
    compare(
        f"{SCENARIOS:,} rack scenarios in Python, all results",
        lambda: rack.evaluate(changes),
        lambda: plain_numpy.rack(values),
    )


if __name__ == "__main__":
    main()
