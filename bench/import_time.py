"""Times a fresh Python that imports the package, runs a model and prints a formula."""

from __future__ import annotations

import subprocess
import sys
from statistics import median
from time import perf_counter

RUNS = 7
STEPS = {
    "bare Python": "pass",
    "NumPy alone": "import numpy",
    "import, without SymPy": "import rent_or_sell",
    "and run a model": "import rent_or_sell; rent_or_sell.evaluate('rack')",
    "and print a formula, with SymPy": (
        "import rent_or_sell; rent_or_sell.evaluate('rack'); rent_or_sell.rack.latex('npv_rent')"
    ),
}


def seconds(code: str) -> float:
    """Return how long a fresh Python takes to run the code."""
    start = perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return perf_counter() - start


def main() -> None:
    """Print the median of several runs of each step."""
    print(f"Start to end of a fresh Python, median of {RUNS} runs")
    for step, code in STEPS.items():
        print(f"  {median(seconds(code) for _ in range(RUNS)):.3f} s  {step}")


if __name__ == "__main__":
    main()
