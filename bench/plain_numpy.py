"""The rack model as an economist would write it by hand: one script of NumPy, nothing generated.

Only for measuring: `engine_python.py` times it beside the model and checks that they agree.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

HEADLINES = (
    "npv_rent",
    "npv_sell",
    "gain_from_selling",
    "price_floor_per_chip",
    "price_ceiling_per_chip",
)


def annuity(factor: Any, lag: Any, ratio: Any, years: Any) -> Any:
    """Return today's worth of mid-year payments of 1, shrinking by the ratio."""
    return factor ** (lag + 0.5) * (1 - ratio**years) / (1 - ratio)


def headlines(p: Mapping[str, Any]) -> dict[str, Any]:
    """Return the five headline results, and what they are made of.

    The parameters are arrays or numbers that broadcast.
    """
    chips, lag, years = p["chips"], p["golive_lag"], p["rental_years"]
    build_cost = chips * p["build_cost_per_chip"]
    rack_power = chips * p["kw_per_chip"] / 1000
    rent_year_one = chips * 8760 * p["paid_hours"] * p["rent_per_chip_hour"]

    v = 1 / (1 + p["discount_rate"])
    rent_annuity = annuity(v, lag, (1 - p["rent_erosion"]) * v, years)
    cost_annuity = annuity(v, lag, v, years)
    support_annuity = annuity(v, 0, v, p["support_years"])

    power_per_year = rack_power * 1000 * p["load_factor"] * p["pue"] * 8760 * p["electricity"]
    upkeep_per_year = rack_power * p["upkeep_per_mw"]
    building = rack_power * p["building_per_mw"]
    building_per_year = building * p["discount_rate"] * v**0.5 / (1 - v ** p["building_life"])

    pv_compute = rent_year_one * rent_annuity
    pv_cloud_opex = p["cloud_opex_share"] * pv_compute
    pv_attached = p["attach_rate"] * p["attach_margin"] * pv_compute
    pv_power = power_per_year * cost_annuity
    pv_upkeep = upkeep_per_year * cost_annuity
    pv_building = building_per_year * cost_annuity
    pv_residual = p["residual_share"] * build_cost * v ** (lag + years)
    income = pv_compute - pv_cloud_opex + pv_attached + pv_residual
    npv_rent = income - pv_power - pv_upkeep - pv_building - build_cost

    price = chips * p["sale_price_per_chip"]
    pv_support = p["support_fee_share"] * p["support_margin"] * price * support_annuity
    selling_cost = p["selling_share"] * price
    warranty_cost = p["warranty_share"] * price
    credit_cost = p["credit_loss_share"] * price
    pv_attach_kept = p["attach_kept"] * pv_attached
    kept = price + pv_support - selling_cost - warranty_cost - credit_cost
    npv_sell = kept + pv_attach_kept - build_cost
    costs = p["selling_share"] + p["warranty_share"] + p["credit_loss_share"]
    net_price_factor = 1 - costs + p["support_fee_share"] * p["support_margin"] * support_annuity

    rental_at_stake = npv_rent + (1 - p["space_reused"]) * pv_building
    forgone = p["displacement"] * rental_at_stake
    floor = (build_cost + forgone - pv_attach_kept) / net_price_factor / chips
    floor = np.where(net_price_factor > 0, floor, np.nan)

    vb = 1 / (1 + p["buyer_discount_rate"])
    buyer_rent_annuity = annuity(vb, lag, (1 - p["rent_erosion"]) * vb, years)
    buyer_cost_annuity = annuity(vb, lag, vb, years)
    hours = chips * 8760 * p["paid_hours"] * buyer_rent_annuity
    charge = building * p["buyer_discount_rate"] * vb**0.5 / (1 - vb ** p["building_life"])
    running_cost = (power_per_year + upkeep_per_year + charge) * buyer_cost_annuity
    residual = p["residual_share"] * build_cost * vb ** (lag + years)
    price_factor = 1 + p["support_fee_share"] * annuity(vb, 0, vb, p["support_years"])
    earned = p["buyer_value_per_chip_hour"] * hours * (1 - p["cloud_opex_share"])
    ceiling = (earned - running_cost + residual) / price_factor / chips

    return {
        "build_cost": build_cost,
        "rack_power": rack_power,
        "rent_year_one": rent_year_one,
        "power_per_year": power_per_year,
        "upkeep_per_year": upkeep_per_year,
        "pv_compute": pv_compute,
        "pv_cloud_opex": pv_cloud_opex,
        "pv_attached": pv_attached,
        "pv_power": pv_power,
        "pv_upkeep": pv_upkeep,
        "pv_building": pv_building,
        "pv_residual": pv_residual,
        "npv_rent": npv_rent,
        "price": price,
        "pv_support": pv_support,
        "selling_cost": selling_cost,
        "warranty_cost": warranty_cost,
        "credit_cost": credit_cost,
        "pv_attach_kept": pv_attach_kept,
        "npv_sell": npv_sell,
        "net_price_factor": net_price_factor,
        "rental_at_stake": rental_at_stake,
        "forgone": forgone,
        "gain_from_selling": npv_sell - forgone,
        "price_floor_per_chip": floor,
        "price_ceiling_per_chip": ceiling,
        "hours": hours,
        "running_cost": running_cost,
        "residual": residual,
        "price_factor": price_factor,
    }


def rack(p: Mapping[str, Any]) -> dict[str, Any]:
    """Return all results that the five stand for, and checks against known numbers."""
    r = headlines(p)
    chips, lag, years, opex = p["chips"], p["golive_lag"], p["rental_years"], p["cloud_opex_share"]
    needed = r["price_floor_per_chip"] * chips * r["price_factor"] + r["running_cost"]
    value_needed = (needed - r["residual"]) / (r["hours"] * (1 - opex))

    keep = 1 - p["rent_erosion"]
    eroded = np.where(keep == 1, years, (1 - keep**years) / np.where(keep == 1, 1, 1 - keep))
    mean_rent = r["rent_year_one"] * eroded / years
    running_per_year = r["power_per_year"] + r["upkeep_per_year"]
    depreciation = r["build_cost"] / years
    depreciation += r["rack_power"] * p["building_per_mw"] / p["building_life"]
    running_share = opex + p["attach_rate"] * (1 - p["attach_margin"])
    operating_cost = mean_rent * running_share + running_per_year + depreciation
    cash_share = 1 - opex + p["attach_rate"] * p["attach_margin"]
    cash = r["rent_year_one"] * cash_share - running_per_year

    return r | {
        "hardware_margin": 1 - p["build_cost_per_chip"] / p["sale_price_per_chip"],
        "rent_minus_sell": r["npv_rent"] - r["npv_sell"],
        "breakeven_displacement": r["npv_sell"] / r["rental_at_stake"],
        "deal_surplus_per_chip": r["price_ceiling_per_chip"] - r["price_floor_per_chip"],
        "buyer_value_needed": value_needed,
        "buyer_premium_needed": value_needed / p["rent_per_chip_hour"] - 1,
        "operating_margin": 1 - operating_cost / (mean_rent * (1 + p["attach_rate"])),
        "payback_years": np.where(cash > 0, lag + r["build_cost"] / cash, np.nan),
    }
