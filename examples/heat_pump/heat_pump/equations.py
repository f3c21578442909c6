"""What a house's heat costs over the life of a heat pump: with the gas boiler and with the pump.

Money is in today's dollars: a bill falls in the middle of its year, and the heat pump is paid for
at the start. Costs are positive numbers.
"""

from __future__ import annotations

from rent_or_sell import Value, geometric_sum, maximum, where_positive


def discounted_years(discount_rate: Value, pump_life: Value) -> Value:
    """Years of bills, each counted at what it is worth today.

    Unit: years
    """
    factor = 1 / (1 + discount_rate)
    return factor**0.5 * geometric_sum(factor, pump_life)


def cost_of_boiler(
    heat_demand: Value, boiler_efficiency: Value, gas_price: Value, discounted_years: Value
) -> Value:
    """Keeping the boiler: its gas.

    Unit: USD
    """
    return heat_demand / boiler_efficiency * gas_price * discounted_years


def cost_of_electricity(
    heat_demand: Value, cop: Value, electricity_price: Value, discounted_years: Value
) -> Value:
    """Electricity of the heat pump.

    Unit: USD
    """
    return heat_demand / cop * electricity_price * discounted_years


def cost_of_pump(pump_price: Value, grant: Value, cost_of_electricity: Value) -> Value:
    """Buying the heat pump, less the grant, and running it.

    A grant never pays more than the whole price.

    Unit: USD
    """
    return maximum(pump_price - grant, 0) + cost_of_electricity


def gain(cost_of_boiler: Value, cost_of_pump: Value) -> Value:
    """What the heat pump gains over the boiler.

    Unit: USD
    """
    return cost_of_boiler - cost_of_pump


def break_even_gas_price(
    cost_of_pump: Value, heat_demand: Value, boiler_efficiency: Value, discounted_years: Value
) -> Value:
    """Price of gas at which both cost the same.

    Unit: USD/kWh
    """
    per_kwh = cost_of_pump * boiler_efficiency / (heat_demand * discounted_years)
    return where_positive(heat_demand, per_kwh)
