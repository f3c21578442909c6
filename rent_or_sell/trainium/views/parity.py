"""The parity's view: what price makes a Trainium rack as cheap per PFLOP as Nvidia's?"""

from __future__ import annotations

from rent_or_sell.explorer.parts.bars.part import Bar, Bars
from rent_or_sell.explorer.sentence import Case, Sentence
from rent_or_sell.explorer.view import View
from rent_or_sell.trainium.hues import SELL

ANSWER: Sentence = (
    (
        Case(
            "At {parity_rack_price:$,.3r} a Trainium rack costs as much per FP8 PFLOP as Nvidia’s; "
            "less {parity_discount:.0%}, it is {discounted_rack_price:$,.3r}, or "
            "{discounted_price_per_chip:$,.3r} a chip."
        ),
    ),
)

RACKS = Bars(
    "Three racks, dollars",
    (
        Bar("Nvidia’s rack", "none", "reference_rack_price"),
        Bar("Trainium at the same price per PFLOP", SELL, "parity_rack_price"),
        Bar("the same, less the discount", SELL, "discounted_rack_price"),
    ),
    "$.2M",
)

PARITY = View(
    name="parity",
    model="parity",
    controls=("reference_rack_price", "trainium_pflops", "parity_discount"),
    kicker=((Case("Per rack of {chips:,.0f} Trainium3 chips, dense FP8 only"),),),
    answer=ANSWER,
    parts=(RACKS,),
    caveat="At FP4 Nvidia is far ahead; this compares FP8 alone.",
)
