"""Times a million rack scenarios in Python, beside the same formulas in hand-written NumPy."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import Any

import numpy as np
from plain_numpy import rack as plain

import rent_or_sell
from rent_or_sell import load_parameters
from rent_or_sell.model.parameters import base_values

SCENARIOS = 1_000_000
RUNS = 7
SEED = 20260601
TARGET = 1.5
# Those that the book draws most: every one an array as long as the number of scenarios.
DRAWN = (
    "build_cost_per_chip",
    "rent_per_chip_hour",
    "rent_erosion",
    "attach_rate",
    "sale_price_per_chip",
    "discount_rate",
    "buyer_value_per_chip_hour",
    "displacement",
)


def draws() -> dict[str, Any]:
    """Return random values of the drawn parameters, evenly between low and high."""
    random = np.random.default_rng(SEED)
    drawn = (load_parameters()[name] for name in DRAWN)
    return {p.name: random.uniform(p.low, p.high, SCENARIOS) for p in drawn}


def seconds(run: Callable[[], object]) -> float:
    """Return how long one run takes."""
    start = perf_counter()
    run()
    return perf_counter() - start


def main() -> None:
    """Check that both give the same results, time them in turn and print the medians."""
    changes = draws()
    values = base_values(load_parameters()) | changes
    model, by_hand = rent_or_sell.evaluate("rack", changes), plain(values)
    for name, result in by_hand.items():
        # Among a million draws a few divide by almost nothing and keep a digit less.
        np.testing.assert_allclose(model[name], result, rtol=1e-8, atol=1e-6, err_msg=name)
    del model, by_hand
    pairs = [
        (seconds(lambda: rent_or_sell.evaluate("rack", changes)), seconds(lambda: plain(values)))
        for _ in range(RUNS)
    ]
    ours, plains = median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)
    ratio = median(first / second for first, second in pairs)
    print(f"Python, {SCENARIOS:,} scenarios of rack, median of {RUNS} alternating runs")
    print(f"  rent_or_sell  {ours:.3f} s  {SCENARIOS / ours:,.0f} scenarios/s")
    print(f"  plain NumPy   {plains:.3f} s  {SCENARIOS / plains:,.0f} scenarios/s")
    print(f"  ratio {ratio:.2f} (target: at most {TARGET})")


if __name__ == "__main__":
    main()
