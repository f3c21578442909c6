"""The headline results of every scenario, kept in a golden file whose diff shows what changed.

`make golden` rewrites the file; read the diff before committing it.
"""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

from rent_or_sell import Scenario, load_models, load_scenarios

NOISE = 1e-9
GOLDEN = Path(__file__).parent / "golden" / "headlines.json"

HEADLINES = {
    "rack": (
        "npv_rent",
        "npv_sell",
        "rent_minus_sell",
        "forgone",
        "gain_from_selling",
        "breakeven_displacement",
        "price_floor_per_chip",
        "price_ceiling_per_chip",
        "deal_surplus_per_chip",
        "buyer_value_needed",
        "buyer_premium_needed",
        "hardware_margin",
        "operating_margin",
        "payback_years",
    ),
    "fleet": ("fleet_displacement", "rental_revenue", "sale_revenue", "policy_gain_total"),
    "market": (
        "merchant_run_rate",
        "internal_run_rate",
        "run_rate_ratio",
        "price_over_yearly_rent",
        "output_over_fleet",
    ),
    "parity": ("parity_rack_price", "discounted_rack_price", "discounted_price_per_chip"),
}


def headlines() -> dict[str, Any]:
    """Return the headline results by scenario, model and name; `None` where not defined."""
    return {scenario.name: _of(scenario) for scenario in load_scenarios().values()}


def _of(world: Scenario) -> dict[str, Any]:
    results = {name: model.evaluate(world) for name, model in load_models().items()}
    return {
        model: {name: _rounded(results[model][name]) for name in names}
        for model, names in HEADLINES.items()
    }


def _rounded(value: Any) -> Any:
    """Return a result to seven digits, so that a diff shows the economics and no noise.

    What is below a billionth of its unit is the rounding of a sum whose parts cancel.
    """
    if isinstance(value, list):
        return [_rounded(one) for one in value]
    if math.isnan(value):
        return None
    return float(f"{value:.7g}") if abs(value) > NOISE else 0.0


if __name__ == "__main__":
    GOLDEN.write_text(json.dumps(headlines(), indent=1) + "\n")
