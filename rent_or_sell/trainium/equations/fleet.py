"""Where displacement comes from: chips, power and demand over six years.

Every yearly quantity reads `year` (0 for 2026 to 5 for 2031) or another yearly quantity. Chips are
counted in millions a year, money in billions of dollars. Reads the rack's values from
`rent_or_sell.trainium.equations.rack`. Source: the project's own model, chapter "The model".
"""

from __future__ import annotations

from rent_or_sell.model.operators import (
    HOURS_PER_YEAR,
    Value,
    Yearly,
    cohort_sum,
    maximum,
    minimum,
    year_sum,
)

# Chips made, powered and wanted


def supply(chip_supply: Value, chip_supply_growth: Value, year: Value) -> Yearly:
    """Chips produced.

    Unit: million chips/year
    """
    return chip_supply * (1 + chip_supply_growth) ** year


def powered(
    ai_power_added: Value,
    trainium_power_share: Value,
    power_growth: Value,
    year: Value,
    fleet_kw_per_chip: Value,
    pue: Value,
) -> Yearly:
    """Chips that the year's new power can run.

    Unit: million chips/year
    """
    added = ai_power_added * trainium_power_share * (1 + power_growth) ** year
    return added / (fleet_kw_per_chip * pue)


def demand(rental_demand: Value, rental_demand_growth: Value, year: Value) -> Yearly:
    """Chips that AWS customers would rent if none were sold.

    Unit: million chips/year
    """
    return rental_demand * (1 + rental_demand_growth) ** year


def wanted(demand: Value, diversion: Value, sold: Value) -> Yearly:
    """Chips that AWS customers would rent, those who buy instead left out.

    Unit: million chips/year
    """
    return maximum(demand - diversion * sold, 0)


def rentable(powered: Value, wanted: Value) -> Yearly:
    """Chips that AWS can both power and rent out.

    Unit: million chips/year
    """
    return minimum(powered, wanted)


# What becomes of them


def sold(
    share_offered: Value,
    supply: Value,
    outside_demand: Value,
    outside_demand_growth: Value,
    year: Value,
) -> Yearly:
    """Chips sold outside AWS.

    Unit: million chips/year
    """
    return minimum(share_offered * supply, outside_demand * (1 + outside_demand_growth) ** year)


def rented(supply: Value, sold: Value, rentable: Value) -> Yearly:
    """Chips newly rented out.

    Unit: million chips/year
    """
    return minimum(supply - sold, rentable)


def displaced(supply: Value, powered: Value, demand: Value, rented: Value) -> Yearly:
    """Rentals that the year's sales cost AWS.

    Unit: million chips/year
    """
    return minimum(minimum(supply, powered), demand) - rented


def idle(supply: Value, sold: Value, rented: Value) -> Yearly:
    """Chips neither sold nor rented, counted as not ordered.

    Unit: million chips/year
    """
    return supply - sold - rented


def waitlist(wanted: Value, rented: Value) -> Yearly:
    """Chips that AWS customers want and do not get.

    Unit: million chips/year
    """
    return maximum(wanted - rented, 0)


def fleet_displacement(displaced: Value, sold: Value) -> Yearly:
    """Share of sold chips that cost AWS a rental.

    Unit: fraction
    """
    return displaced / sold


# Money


def rental_revenue(
    rented: Value,
    rent_erosion: Value,
    rental_years: Value,
    paid_hours: Value,
    rent_per_chip_hour: Value,
) -> Yearly:
    """Rent from all chips still under contract.

    Unit: billion USD/year
    """
    return (
        cohort_sum(rented, 1 - rent_erosion, rental_years)
        * HOURS_PER_YEAR
        * paid_hours
        * rent_per_chip_hour
        / 1000
    )


def attached_revenue(attach_rate: Value, rental_revenue: Value) -> Yearly:
    """Revenue of services attached to rented chips.

    Unit: billion USD/year
    """
    return attach_rate * rental_revenue


def sale_revenue(sold: Value, sale_price_per_chip: Value) -> Yearly:
    """Revenue from racks sold.

    Unit: billion USD/year
    """
    return sold * sale_price_per_chip / 1000


def support_revenue(
    sold: Value, support_years: Value, sale_price_per_chip: Value, support_fee_share: Value
) -> Yearly:
    """Support fees for racks sold.

    Unit: billion USD/year
    """
    return cohort_sum(sold, 1, support_years) * sale_price_per_chip * support_fee_share / 1000


def policy_gain(
    sold: Value,
    npv_sell: Value,
    displaced: Value,
    rental_at_stake: Value,
    chips: Value,
    discount_factor: Value,
    year: Value,
) -> Yearly:
    """Gain from a year's outside sales, worth today.

    Unit: billion USD
    """
    return (sold * npv_sell - displaced * rental_at_stake) / chips / 1000 * discount_factor**year


def policy_gain_total(policy_gain: Value) -> Value:
    """Gain from offering chips outside, all years together.

    Unit: billion USD
    """
    return year_sum(policy_gain)


# Six years together


def supply_total(supply: Value) -> Value:
    """Chips produced in six years.

    Unit: million chips
    """
    return year_sum(supply)


def powered_total(powered: Value) -> Value:
    """Chips that six years' new power can run.

    Unit: million chips
    """
    return year_sum(powered)


def powered_over_supply(powered_total: Value, supply_total: Value) -> Value:
    """Chips that six years' new power can run, over chips produced.

    Unit: ratio
    """
    return powered_total / supply_total


def demand_total(demand: Value) -> Value:
    """Chips that AWS customers would rent in six years if none were sold.

    Unit: million chips
    """
    return year_sum(demand)


def idle_total(idle: Value) -> Value:
    """Chips neither sold nor rented in six years.

    Unit: million chips
    """
    return year_sum(idle)


def sold_total(sold: Value) -> Value:
    """Chips sold outside AWS in six years.

    Unit: million chips
    """
    return year_sum(sold)


def displaced_total(displaced: Value) -> Value:
    """Rentals that six years' sales cost AWS.

    Unit: million chips
    """
    return year_sum(displaced)
