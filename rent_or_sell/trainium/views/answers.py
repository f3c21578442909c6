"""The rack's answers: what would change them, how sure they are, and why two readers differ."""

from __future__ import annotations

from rent_or_sell.explorer.parts.compare.part import Compare
from rent_or_sell.explorer.parts.flips.part import Flips
from rent_or_sell.explorer.parts.solve.part import Solve
from rent_or_sell.explorer.parts.take_along.part import TakeAlong
from rent_or_sell.explorer.parts.tornado.part import Tornado
from rent_or_sell.explorer.sentence import Case
from rent_or_sell.explorer.view import View
from rent_or_sell.trainium.views.evidence import EVIDENCE, REHEARSED
from rent_or_sell.trainium.views.odds import ODDS
from rent_or_sell.trainium.views.rack import DEAL_ZONE
from rent_or_sell.trainium.views.rack_answer import ANSWER, SHOWN

WHAT_FLIPS = Flips(
    answer="gain_from_selling",
    title=(
        (
            Case(
                "Selling and renting pay alike here: a small change of one assumption decides",
                (("gain_from_selling", ">", -SHOWN), ("gain_from_selling", "<", SHOWN)),
            ),
            Case(
                "Selling would gain, if a buyer paid this price. What alone would make it lose",
                (
                    ("gain_from_selling", ">", 0),
                    ("sale_price_per_chip", ">", "price_ceiling_per_chip"),
                ),
            ),
            Case(
                "Selling gains at this price. What alone would make it lose",
                (("gain_from_selling", ">", 0),),
            ),
            Case(
                "Selling loses at this price. What alone would make it gain",
                (("gain_from_selling", "<", 0),),
            ),
            Case("What alone would make selling gain, or lose"),
        ),
    ),
)

SET_ANY_ANSWER = Solve(
    results=(
        ("gain_from_selling", "Gain from selling a rack"),
        ("breakeven_displacement", "Displacement at which selling and renting pay alike"),
        ("price_floor_per_chip", "Amazon’s floor"),
        ("price_ceiling_per_chip", "The buyer’s ceiling"),
        ("deal_surplus_per_chip", "Width of the deal zone"),
        ("npv_rent", "Value of a rack rented out"),
        ("npv_sell", "Value of a rack sold"),
    ),
    value=1_000_000,
    parameter="sale_price_per_chip",
)

WHAT_MATTERS = Tornado(
    answer="gain_from_selling",
    title="Gain from selling a rack, over the range of each assumption",
    code="$.2M",
)

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
    codes={
        "gain_from_selling": "$.2M",
        "deal_surplus_per_chip": "$,.2r",
        "npv_rent": "$.2M",
        "npv_sell": "$.2M",
        "price_floor_per_chip": "$,.3r",
        "price_ceiling_per_chip": "$,.3r",
    },
)

TAKE_ALONG = TakeAlong(load="from rent_or_sell import rack as model", book="Rent or Sell?")

ANSWERS = View(
    name="answers",
    model="rack",
    title="How sure is it, and what would change it?",
    controls=("displacement", "sale_price_per_chip", "buyer_value_per_chip_hour", "attach_rate"),
    kicker=(
        (Case("On these assumptions, per rack of {chips:,.0f} Trainium3 chips, in today’s money"),),
    ),
    answer=ANSWER,
    lead=2,
    lines=4,
    lines_below=5,
    parts=(
        DEAL_ZONE,
        WHAT_FLIPS,
        SET_ANY_ANSWER,
        ODDS,
        REHEARSED,
        WHAT_MATTERS,
        EVIDENCE,
        WHY_WE_DIFFER,
        TAKE_ALONG,
    ),
    curves=("gain_from_selling",),
)
