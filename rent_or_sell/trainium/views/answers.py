"""The rack's answers: what would change them, how sure they are, and why two readers differ."""

from __future__ import annotations

from rent_or_sell.explorer.parts.take_along.part import TakeAlong
from rent_or_sell.explorer.sentence import Case
from rent_or_sell.explorer.view import View
from rent_or_sell.trainium.views.evidence import EVIDENCE
from rent_or_sell.trainium.views.odds import ODDS
from rent_or_sell.trainium.views.rack import DEAL_ZONE, FLIP, FOLLOWS, NVIDIA

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
        TakeAlong(load="from rent_or_sell import rack as model", book="Rent or Sell?"),
    ),
    curves=("gain_from_selling",),
)
