"""What the two run rates say: a year's output at merchant prices beside a year of rent.

Chips are counted in millions, money in billions of dollars a year. Source: the project's own
model, chapter "The model".
"""

from __future__ import annotations

from rent_or_sell.model.operators import HOURS_PER_YEAR, Value


def merchant_run_rate(
    chip_supply: Value, sale_price_per_chip: Value, trainium_share: Value
) -> Value:
    """Chips business if a year's output were sold, to AWS and others.

    Unit: billion USD/year
    """
    return chip_supply * sale_price_per_chip / 1000 / trainium_share


def internal_run_rate(
    earning_fleet: Value, paid_hours: Value, rent_per_chip_hour: Value, trainium_share: Value
) -> Value:
    """Chips business as a year of rent on the chips in service.

    Unit: billion USD/year
    """
    return earning_fleet * HOURS_PER_YEAR * paid_hours * rent_per_chip_hour / 1000 / trainium_share


def price_over_yearly_rent(
    sale_price_per_chip: Value, paid_hours: Value, rent_per_chip_hour: Value
) -> Value:
    """Sale price in years of rent.

    Unit: years
    """
    return sale_price_per_chip / (HOURS_PER_YEAR * paid_hours * rent_per_chip_hour)


def output_over_fleet(chip_supply: Value, earning_fleet: Value) -> Value:
    """A year's output over the chips in service.

    Unit: 1/year
    """
    return chip_supply / earning_fleet


def run_rate_ratio(merchant_run_rate: Value, internal_run_rate: Value) -> Value:
    """The larger run rate over the smaller.

    Unit: ratio
    """
    return merchant_run_rate / internal_run_rate
