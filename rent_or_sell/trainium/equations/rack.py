"""One rack, two lives: what it earns Amazon when rented through AWS and when sold.

A function is a quantity: its name, its arguments (parameters or other quantities), its meaning and
its unit. Yearly cash falls in mid-year; the rack is paid for at time 0; costs are positive numbers
and the formulas carry the signs. Source of all: the project's own model, chapter "The model".
"""

from __future__ import annotations

from rent_or_sell.model.operators import (
    HOURS_PER_YEAR,
    Value,
    geometric_sum,
    maximum,
    where_positive,
)

REFERENCE_GPUS = 72  # in the Nvidia rack compared with, GB300 NVL72

# What both lives share


def _life_annuity(factor: Value, golive_lag: Value, ratio: Value, years: Value) -> Value:
    """Worth today of mid-year payments that start at 1 after the lag and shrink by the ratio."""
    return factor ** (golive_lag + 0.5) * geometric_sum(ratio, years)


def _building_charge(cost: Value, rate: Value, factor: Value, life: Value) -> Value:
    """Level mid-year payment that pays a building back over its life."""
    return cost * (rate * factor**0.5 / (1 - factor**life))


def build_cost(chips: Value, build_cost_per_chip: Value) -> Value:
    """Making the rack.

    Unit: USD
    """
    return chips * build_cost_per_chip


def rack_power(chips: Value, kw_per_chip: Value) -> Value:
    """IT power of the rack.

    Unit: MW
    """
    return chips * kw_per_chip / 1000


def discount_factor(discount_rate: Value) -> Value:
    """A dollar in a year's time, worth today to Amazon.

    Unit: USD/USD
    """
    return 1 / (1 + discount_rate)


# The rack rented through AWS


def rent_year_one(chips: Value, paid_hours: Value, rent_per_chip_hour: Value) -> Value:
    """Rent in the first year.

    Unit: USD/year
    """
    return chips * HOURS_PER_YEAR * paid_hours * rent_per_chip_hour


def rent_annuity(
    discount_factor: Value, golive_lag: Value, rent_erosion: Value, rental_years: Value
) -> Value:
    """Years of first-year rent that the whole contract is worth today.

    Unit: years
    """
    return _life_annuity(
        discount_factor, golive_lag, (1 - rent_erosion) * discount_factor, rental_years
    )


def cost_annuity(discount_factor: Value, golive_lag: Value, rental_years: Value) -> Value:
    """Years of level running cost that the whole contract costs today.

    Unit: years
    """
    return _life_annuity(discount_factor, golive_lag, discount_factor, rental_years)


def power_per_year(rack_power: Value, load_factor: Value, pue: Value, electricity: Value) -> Value:
    """Electricity bill of a year.

    Unit: USD/year
    """
    return rack_power * 1000 * load_factor * pue * HOURS_PER_YEAR * electricity


def upkeep_per_year(rack_power: Value, upkeep_per_mw: Value) -> Value:
    """Upkeep of building and hardware in a year.

    Unit: USD/year
    """
    return rack_power * upkeep_per_mw


def building_per_year(
    rack_power: Value,
    building_per_mw: Value,
    discount_rate: Value,
    discount_factor: Value,
    building_life: Value,
) -> Value:
    """Building charge of a year: the level mid-year payment that pays the building back.

    Unit: USD/year
    """
    return _building_charge(
        rack_power * building_per_mw, discount_rate, discount_factor, building_life
    )


def pv_compute(rent_year_one: Value, rent_annuity: Value) -> Value:
    """Rent over the contract.

    Unit: USD
    """
    return rent_year_one * rent_annuity


def pv_cloud_opex(cloud_opex_share: Value, pv_compute: Value) -> Value:
    """Running the cloud.

    Unit: USD
    """
    return cloud_opex_share * pv_compute


def pv_attached(attach_rate: Value, attach_margin: Value, pv_compute: Value) -> Value:
    """Margin on attached services.

    Unit: USD
    """
    return attach_rate * attach_margin * pv_compute


def pv_power(power_per_year: Value, cost_annuity: Value) -> Value:
    """Electricity.

    Unit: USD
    """
    return power_per_year * cost_annuity


def pv_upkeep(upkeep_per_year: Value, cost_annuity: Value) -> Value:
    """Upkeep.

    Unit: USD
    """
    return upkeep_per_year * cost_annuity


def pv_building(building_per_year: Value, cost_annuity: Value) -> Value:
    """Data-center building.

    Unit: USD
    """
    return building_per_year * cost_annuity


def pv_residual(
    residual_share: Value,
    build_cost: Value,
    discount_factor: Value,
    golive_lag: Value,
    rental_years: Value,
) -> Value:
    """Value at the end.

    Unit: USD
    """
    return residual_share * build_cost * discount_factor ** (golive_lag + rental_years)


def npv_rent(
    pv_compute: Value,
    pv_cloud_opex: Value,
    pv_attached: Value,
    pv_power: Value,
    pv_upkeep: Value,
    pv_building: Value,
    pv_residual: Value,
    build_cost: Value,
) -> Value:
    """Net present value of a rack rented through AWS.

    Unit: USD
    """
    return (
        pv_compute
        - pv_cloud_opex
        + pv_attached
        - pv_power
        - pv_upkeep
        - pv_building
        + pv_residual
        - build_cost
    )


# The rack sold


def price(chips: Value, sale_price_per_chip: Value) -> Value:
    """Price.

    Unit: USD
    """
    return chips * sale_price_per_chip


def support_annuity(discount_factor: Value, support_years: Value) -> Value:
    """Yearly support fees that the support contract is worth today.

    Unit: years
    """
    return _life_annuity(discount_factor, 0, discount_factor, support_years)


def pv_support(
    support_fee_share: Value, support_margin: Value, price: Value, support_annuity: Value
) -> Value:
    """Margin on support.

    Unit: USD
    """
    return support_fee_share * support_margin * price * support_annuity


def selling_cost(selling_share: Value, price: Value) -> Value:
    """Selling.

    Unit: USD
    """
    return selling_share * price


def warranty_cost(warranty_share: Value, price: Value) -> Value:
    """Warranty.

    Unit: USD
    """
    return warranty_share * price


def credit_cost(credit_loss_share: Value, price: Value) -> Value:
    """Credit support.

    Unit: USD
    """
    return credit_loss_share * price


def pv_attach_kept(attach_kept: Value, pv_attached: Value) -> Value:
    """Attached services kept.

    Unit: USD
    """
    return attach_kept * pv_attached


def npv_sell(
    price: Value,
    pv_support: Value,
    selling_cost: Value,
    warranty_cost: Value,
    credit_cost: Value,
    pv_attach_kept: Value,
    build_cost: Value,
) -> Value:
    """Net present value of a rack sold.

    Unit: USD
    """
    return (
        price
        + pv_support
        - selling_cost
        - warranty_cost
        - credit_cost
        + pv_attach_kept
        - build_cost
    )


def net_price_factor(
    selling_share: Value,
    warranty_share: Value,
    credit_loss_share: Value,
    support_fee_share: Value,
    support_margin: Value,
    support_annuity: Value,
) -> Value:
    """What a dollar of price leaves after the costs of selling, support included.

    Unit: USD/USD
    """
    return (
        1
        - selling_share
        - warranty_share
        - credit_loss_share
        + support_fee_share * support_margin * support_annuity
    )


def hardware_margin(build_cost_per_chip: Value, sale_price_per_chip: Value) -> Value:
    """Gross margin on the hardware sold.

    Unit: fraction
    """
    return 1 - build_cost_per_chip / sale_price_per_chip


# The two lives compared


def rent_minus_sell(npv_rent: Value, npv_sell: Value) -> Value:
    """Lead of renting over selling, taken as simple alternatives.

    Unit: USD
    """
    return npv_rent - npv_sell


def rental_at_stake(npv_rent: Value, space_reused: Value, pv_building: Value) -> Value:
    """What a lost rental costs: its value, and the building that stays empty.

    Unit: USD
    """
    return npv_rent + (1 - space_reused) * pv_building


def forgone(displacement: Value, rental_at_stake: Value) -> Value:
    """Rental that a sold rack costs Amazon.

    Unit: USD
    """
    return displacement * rental_at_stake


def gain_from_selling(npv_sell: Value, forgone: Value) -> Value:
    """Gain from selling a rack, after the rental it costs.

    Unit: USD
    """
    return npv_sell - forgone


def breakeven_displacement(npv_sell: Value, rental_at_stake: Value) -> Value:
    """Displacement at which selling and renting pay alike.

    Unit: fraction
    """
    return npv_sell / rental_at_stake


# Which unit is scarce: what a chip, a megawatt and a dollar bring in each life


def rent_value_per_chip(npv_rent: Value, chips: Value) -> Value:
    """What a chip brings when rented.

    Unit: USD/chip
    """
    return npv_rent / chips


def sell_value_per_chip(npv_sell: Value, chips: Value) -> Value:
    """What a chip brings when sold.

    Unit: USD/chip
    """
    return npv_sell / chips


def facility_power(rack_power: Value, pue: Value) -> Value:
    """Power that the rack takes from the grid at its rating, cooling included.

    Unit: MW
    """
    return rack_power * pue


def rent_value_per_mw(npv_rent: Value, facility_power: Value) -> Value:
    """What a megawatt of facility power brings when its racks are rented; a sale uses none.

    Unit: USD/MW
    """
    return npv_rent / facility_power


def capital_tied_up(build_cost: Value, rack_power: Value, building_per_mw: Value) -> Value:
    """Money that a rented rack ties up: the rack and its share of the building.

    Unit: USD
    """
    return build_cost + rack_power * building_per_mw


def rent_value_per_dollar(npv_rent: Value, capital_tied_up: Value) -> Value:
    """What a dollar tied up brings when the rack is rented; a sale is paid at once.

    Unit: USD/USD
    """
    return npv_rent / capital_tied_up


# The deal: Amazon's floor and the buyer's ceiling


def price_floor_per_chip(
    build_cost: Value, forgone: Value, pv_attach_kept: Value, net_price_factor: Value, chips: Value
) -> Value:
    """Amazon's floor: the price at which selling neither gains nor loses.

    Unit: USD/chip
    """
    return where_positive(
        net_price_factor, (build_cost + forgone - pv_attach_kept) / net_price_factor / chips
    )


def buyer_discount_factor(buyer_discount_rate: Value) -> Value:
    """A dollar in a year's time, worth today to the buyer.

    Unit: USD/USD
    """
    return 1 / (1 + buyer_discount_rate)


def buyer_rent_annuity(
    buyer_discount_factor: Value, golive_lag: Value, rent_erosion: Value, rental_years: Value
) -> Value:
    """Years of first-year value that the rack's life is worth today to the buyer.

    Unit: years
    """
    return _life_annuity(
        buyer_discount_factor, golive_lag, (1 - rent_erosion) * buyer_discount_factor, rental_years
    )


def buyer_cost_annuity(
    buyer_discount_factor: Value, golive_lag: Value, rental_years: Value
) -> Value:
    """Years of level running cost that the rack's life costs today at the buyer's rate.

    Unit: years
    """
    return _life_annuity(buyer_discount_factor, golive_lag, buyer_discount_factor, rental_years)


def buyer_earning_hours(chips: Value, paid_hours: Value, buyer_rent_annuity: Value) -> Value:
    """Chip-hours that the rack earns the buyer over its life, discounted.

    Unit: chip-hours
    """
    return chips * HOURS_PER_YEAR * paid_hours * buyer_rent_annuity


def buyer_building_per_year(
    rack_power: Value,
    building_per_mw: Value,
    buyer_discount_rate: Value,
    buyer_discount_factor: Value,
    building_life: Value,
) -> Value:
    """Building charge of a year at the buyer's rate.

    Unit: USD/year
    """
    return _building_charge(
        rack_power * building_per_mw, buyer_discount_rate, buyer_discount_factor, building_life
    )


def buyer_running_cost(
    power_per_year: Value,
    upkeep_per_year: Value,
    buyer_building_per_year: Value,
    buyer_cost_annuity: Value,
) -> Value:
    """Power, upkeep and building over the rack's life, paid by the buyer.

    Unit: USD
    """
    return (power_per_year + upkeep_per_year + buyer_building_per_year) * buyer_cost_annuity


def buyer_residual(
    residual_share: Value,
    build_cost: Value,
    buyer_discount_factor: Value,
    golive_lag: Value,
    rental_years: Value,
) -> Value:
    """Value of the rack at the end, to the buyer.

    Unit: USD
    """
    return residual_share * build_cost * buyer_discount_factor ** (golive_lag + rental_years)


def buyer_price_factor(
    support_fee_share: Value, buyer_discount_factor: Value, support_years: Value
) -> Value:
    """What a dollar of price costs the buyer, support fees included.

    Unit: USD/USD
    """
    return 1 + support_fee_share * _life_annuity(
        buyer_discount_factor, 0, buyer_discount_factor, support_years
    )


def alternative_earnings(
    paid_hours: Value,
    reference_rent_per_gpu_hour: Value,
    buyer_rent_annuity: Value,
    buyer_opex_share: Value,
) -> Value:
    """What an Nvidia rack would earn the buyer over the same years, letting it out paid.

    Unit: USD
    """
    return (
        REFERENCE_GPUS
        * HOURS_PER_YEAR
        * paid_hours
        * reference_rent_per_gpu_hour
        * buyer_rent_annuity
        * (1 - buyer_opex_share)
    )


def alternative_residual(
    residual_share: Value,
    reference_rack_price: Value,
    buyer_discount_factor: Value,
    golive_lag: Value,
    rental_years: Value,
) -> Value:
    """Value of the Nvidia rack at the end, to the buyer.

    Unit: USD
    """
    return (
        residual_share * reference_rack_price * buyer_discount_factor ** (golive_lag + rental_years)
    )


def alternative_value_per_mw(
    alternative_earnings: Value,
    alternative_residual: Value,
    reference_rack_price: Value,
    buyer_price_factor: Value,
    reference_rack_kw: Value,
    buyer_running_cost: Value,
    rack_power: Value,
    pue: Value,
) -> Value:
    """What the buyer's power would bring with Nvidia racks on it, a megawatt of facility power.

    Unit: USD/MW
    """
    return (
        alternative_earnings + alternative_residual - reference_rack_price * buyer_price_factor
    ) / (reference_rack_kw / 1000 * pue) - buyer_running_cost / (rack_power * pue)


def power_rivalry_cost(
    power_rivalry: Value, facility_power: Value, alternative_value_per_mw: Value
) -> Value:
    """What the buyer gives up where the rack takes the place of Nvidia's.

    Unit: USD
    """
    return power_rivalry * facility_power * maximum(alternative_value_per_mw, 0)


def price_ceiling_per_chip(
    buyer_value_per_chip_hour: Value,
    buyer_earning_hours: Value,
    buyer_opex_share: Value,
    buyer_running_cost: Value,
    buyer_residual: Value,
    power_rivalry_cost: Value,
    buyer_price_factor: Value,
    chips: Value,
) -> Value:
    """The buyer's ceiling: the price at which it does as well as without the rack.

    Unit: USD/chip
    """
    return (
        (
            buyer_value_per_chip_hour * buyer_earning_hours * (1 - buyer_opex_share)
            - buyer_running_cost
            + buyer_residual
            - power_rivalry_cost
        )
        / buyer_price_factor
        / chips
    )


def deal_surplus_per_chip(price_ceiling_per_chip: Value, price_floor_per_chip: Value) -> Value:
    """Width of the deal zone; below zero no price suits both.

    Unit: USD/chip
    """
    return price_ceiling_per_chip - price_floor_per_chip


def deal_surplus_share(deal_surplus_per_chip: Value, build_cost_per_chip: Value) -> Value:
    """Width of the deal zone over the build cost.

    Unit: fraction
    """
    return deal_surplus_per_chip / build_cost_per_chip


def buyer_gain(
    price_ceiling_per_chip: Value,
    sale_price_per_chip: Value,
    buyer_price_factor: Value,
    chips: Value,
) -> Value:
    """What the buyer keeps of a rack bought at the price.

    Unit: USD
    """
    return (price_ceiling_per_chip - sale_price_per_chip) * buyer_price_factor * chips


def gain_from_offer(buyer_gain: Value, gain_from_selling: Value) -> Value:
    """Gain from offering a rack at the price: nothing where this buyer would not pay it.

    Unit: USD
    """
    return where_positive(buyer_gain, gain_from_selling, 0)


def buyer_value_needed(
    price_floor_per_chip: Value,
    chips: Value,
    buyer_price_factor: Value,
    buyer_running_cost: Value,
    buyer_residual: Value,
    power_rivalry_cost: Value,
    buyer_earning_hours: Value,
    buyer_opex_share: Value,
) -> Value:
    """Worth of a chip-hour at which the buyer's ceiling meets Amazon's floor.

    Unit: USD/chip-hour
    """
    return (
        price_floor_per_chip * chips * buyer_price_factor
        + buyer_running_cost
        - buyer_residual
        + power_rivalry_cost
    ) / (buyer_earning_hours * (1 - buyer_opex_share))


def buyer_premium_needed(buyer_value_needed: Value, rent_per_chip_hour: Value) -> Value:
    """How much more than AWS's rent a chip-hour must be worth to the buyer.

    Unit: fraction
    """
    return buyer_value_needed / rent_per_chip_hour - 1


# The price for the work, beside Nvidia's


def sale_price_per_pflop(sale_price_per_chip: Value, chips: Value, trainium_pflops: Value) -> Value:
    """Price of a PFLOP in a Trainium rack sold.

    Unit: USD/PFLOP
    """
    return sale_price_per_chip * chips / trainium_pflops


def price_floor_per_pflop(
    price_floor_per_chip: Value, chips: Value, trainium_pflops: Value
) -> Value:
    """Amazon's floor for a PFLOP.

    Unit: USD/PFLOP
    """
    return price_floor_per_chip * chips / trainium_pflops


# Checks against known numbers


def mean_rent(rent_year_one: Value, rent_erosion: Value, rental_years: Value) -> Value:
    """Rent of an average year of the contract, not discounted.

    Unit: USD/year
    """
    return rent_year_one * geometric_sum(1 - rent_erosion, rental_years) / rental_years


def operating_cost(
    mean_rent: Value,
    cloud_opex_share: Value,
    attach_rate: Value,
    attach_margin: Value,
    power_per_year: Value,
    upkeep_per_year: Value,
    build_cost: Value,
    rental_years: Value,
    rack_power: Value,
    building_per_mw: Value,
    building_life: Value,
) -> Value:
    """Cost of an average year: running cost and straight-line depreciation.

    Unit: USD/year
    """
    return (
        mean_rent * (cloud_opex_share + attach_rate * (1 - attach_margin))
        + power_per_year
        + upkeep_per_year
        + build_cost / rental_years
        + rack_power * building_per_mw / building_life
    )


def operating_margin(operating_cost: Value, mean_rent: Value, attach_rate: Value) -> Value:
    """Operating margin of renting, over the life, straight line.

    Unit: fraction
    """
    return 1 - operating_cost / (mean_rent * (1 + attach_rate))


def cash_year_one(
    rent_year_one: Value,
    cloud_opex_share: Value,
    attach_rate: Value,
    attach_margin: Value,
    power_per_year: Value,
    upkeep_per_year: Value,
) -> Value:
    """Cash that a rented rack brings in its first year.

    Unit: USD/year
    """
    return (
        rent_year_one * (1 - cloud_opex_share + attach_rate * attach_margin)
        - power_per_year
        - upkeep_per_year
    )


def payback_years(golive_lag: Value, build_cost: Value, cash_year_one: Value) -> Value:
    """Years until the rent has paid for the rack, building left out.

    Unit: years
    """
    return where_positive(cash_year_one, golive_lag + build_cost / cash_year_one)
