"""The bottleneck's view: what the same work costs from Nvidia, at the price and at Amazon's floor.

It asks the rack's model, which reads the parity's equations: the floor is the rack's.
"""

from __future__ import annotations

from rent_or_sell.explorer.parts.bars.part import Bar, Bars
from rent_or_sell.explorer.sentence import Case, Sentence
from rent_or_sell.explorer.view import View
from rent_or_sell.trainium.hues import SELL, SELL_PALE
from rent_or_sell.trainium.views.rack import DEAL_ZONE

ANSWER: Sentence = (
    (
        Case(
            "At {parity_rack_price:$,.3r} a Trainium rack costs as much per FP8 PFLOP as Nvidia’s; "
            "less {parity_discount:.4r%}, it is {discounted_rack_price:$,.3r}, or "
            "{discounted_price_per_chip:$,.3r} a chip."
        ),
    ),
    (
        Case(" Amazon would sell at any price.", (("price_floor_per_chip", "<=", 0),)),
        Case(
            " Amazon’s floor, {price_floor_per_chip:$,.3r}, lies above {discounted_price_per_chip:$,.3r}.",
            (("price_floor_per_chip", ">", "discounted_price_per_chip"),),
        ),
        Case(
            " Amazon’s floor, {price_floor_per_chip:$,.3r}, lies below {discounted_price_per_chip:$,.3r}.",
            (("price_floor_per_chip", "<=", "discounted_price_per_chip"),),
        ),
    ),
)

PER_PFLOP = Bars(
    "Dollars for a PFLOP of dense FP8: drag the discount that a buyer wants",
    (
        Bar("Nvidia’s rack", "other", "reference_price_per_pflop"),
        Bar(
            "the same, less the discount",
            "other",
            "discounted_price_per_pflop",
            whole="reference_price_per_pflop",
            handle="parity_discount",
            handle_words="Discount",
        ),
        Bar("Trainium, at the price", SELL, "sale_price_per_pflop"),
        Bar("Trainium, at Amazon’s floor", SELL_PALE, "price_floor_per_pflop"),
    ),
    "$,.3r",
)

PARITY = View(
    name="parity",
    model="rack",
    title="What price matches Nvidia’s?",
    controls=("reference_rack_price", "parity_discount", "sale_price_per_chip", "trainium_pflops"),
    kicker=((Case("Per rack of {chips:,.0f} Trainium3 chips, dense FP8 only"),),),
    answer=ANSWER,
    lines=4,
    parts=(PER_PFLOP, DEAL_ZONE),
    caveat="No price of a Trainium rack is public. At FP4 Nvidia is far ahead; this compares FP8 alone.",
    presets=("base", "power_scarce", "chips_scarce"),
)
