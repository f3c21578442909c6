"""The bottom line's view: five questions, a verdict, and why somebody else's differs."""

from __future__ import annotations

from rent_or_sell.explorer.parts.verdict.part import Verdict
from rent_or_sell.explorer.sentence import Case, Sentence
from rent_or_sell.explorer.view import View
from rent_or_sell.trainium.views.answers import TAKE_ALONG, WHY_WE_DIFFER
from rent_or_sell.trainium.views.odds import DEAL as SOME_PRICE
from rent_or_sell.trainium.views.rack import FLIP, FOLLOWS, NVIDIA, PRESETS

SAID: Sentence = (
    (
        Case(
            "Rent them out: no price suits both sides.",
            (("price_ceiling_per_chip", "<=", "price_floor_per_chip"), ("npv_rent", ">", 0)),
        ),
        Case(
            "Neither: no price suits both sides, and renting loses money.",
            (("price_ceiling_per_chip", "<=", "price_floor_per_chip"),),
        ),
        Case(
            "Sell, but for less: this buyer cannot pay the price.",
            (("sale_price_per_chip", ">", "price_ceiling_per_chip"),),
        ),
        Case(
            "Sell, but for more: at this price Amazon loses.",
            (("sale_price_per_chip", "<", "price_floor_per_chip"),),
        ),
        Case(
            "Sell, to a buyer like this one.",
            (("price_ceiling_per_chip", ">", "price_floor_per_chip"),),
        ),
        Case("These assumptions leave a price undefined, so there is no verdict."),
    ),
)

VERDICT_CARD = Verdict(
    title=SAID,
    figures=(
        ("price_floor_per_chip", "Amazon’s floor, a chip:", "$,.3r"),
        ("price_ceiling_per_chip", "This buyer’s ceiling:", "$,.3r"),
        ("deal_surplus_per_chip", "Room between them:", "$,.2r"),
        ("gain_from_selling", "Amazon’s gain at this price, a rack:", "$.2M"),
    ),
    event=SOME_PRICE,
    answer="deal_surplus_per_chip",
)

VERDICT = View(
    name="verdict",
    model="rack",
    controls=(
        "displacement",
        "buyer_value_per_chip_hour",
        "sale_price_per_chip",
        "attach_rate",
        "rent_erosion",
    ),
    labels={
        "displacement": "How many sales cost a rental?",
        "buyer_value_per_chip_hour": "What is a chip-hour worth?",
        "sale_price_per_chip": "At what price a chip?",
        "attach_rate": "What else does $1 of rent sell?",
        "rent_erosion": "How fast do rents fall?",
    },
    of_ten=("displacement",),
    kicker=((Case("Five questions, and what your answers come to"),),),
    answer=(FLIP, FOLLOWS, NVIDIA),
    lines=5,
    parts=(VERDICT_CARD, WHY_WE_DIFFER, TAKE_ALONG),
    caveat=(
        "What a chip-hour is worth to an outside buyer is a calibration, not evidence. No rack "
        "price, Trainium3 rent or attach rate is public."
    ),
    presets=PRESETS,
    curves=("deal_surplus_per_chip", "gain_from_selling"),
)
