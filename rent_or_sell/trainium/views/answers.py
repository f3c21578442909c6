"""The rack's answers: what would change them, how sure they are, and why two readers differ."""

from __future__ import annotations

from rent_or_sell.explorer.parts.compare.part import Compare
from rent_or_sell.explorer.parts.take_along.part import TakeAlong
from rent_or_sell.explorer.sentence import Case
from rent_or_sell.explorer.view import View
from rent_or_sell.trainium.views.evidence import EVIDENCE
from rent_or_sell.trainium.views.odds import ODDS
from rent_or_sell.trainium.views.rack import DEAL_ZONE, FLIP, FOLLOWS, NVIDIA

WHY_WE_DIFFER = Compare(
    answers=(
        "gain_from_selling",
        "deal_surplus_per_chip",
        "npv_rent",
        "npv_sell",
        "price_floor_per_chip",
        "price_ceiling_per_chip",
        "buyer_value_needed",
    ),
    scenarios=("no_frictions",),
)

ANSWERS = View(
    name="answers",
    model="rack",
    controls=("displacement", "sale_price_per_chip", "buyer_value_per_chip_hour", "attach_rate"),
    kicker=((Case("Per rack of {chips:,.0f} Trainium3 chips, present value"),),),
    answer=(FLIP, FOLLOWS, NVIDIA),
    lines=5,
    parts=(
        DEAL_ZONE,
        ODDS,
        EVIDENCE,
        WHY_WE_DIFFER,
        TakeAlong(load="from rent_or_sell import rack as model", book="Rent or Sell?"),
    ),
    curves=("gain_from_selling",),
)
