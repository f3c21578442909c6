"""The rack's view: is selling worth it, and would anyone pay the price?"""

from __future__ import annotations

from rent_or_sell.explorer.parts.columns.part import Column, Columns
from rent_or_sell.explorer.parts.price_line.part import PriceLine
from rent_or_sell.explorer.sentence import Case, Sentence
from rent_or_sell.explorer.view import View
from rent_or_sell.trainium.hues import RENT, SELL

ANSWER: Sentence = (
    (
        Case(
            "Selling never pays here: the costs of selling take more than the whole price.",
            (("net_price_factor", "<=", 0),),
        ),
        Case(
            "Neither life pays: a rack loses {npv_rent:|$,.3r} rented through AWS, and "
            "{npv_sell:|$,.3r} sold at {sale_price_per_chip:$,.3r} a chip.",
            (("npv_rent", "<", 0), ("npv_sell", "<", 0)),
        ),
        Case(
            "No buyer at any price: running the rack costs an outside buyer more than it brings.",
            (("price_ceiling_per_chip", "<=", 0),),
        ),
        Case(
            "No price suits both: Amazon needs {price_floor_per_chip:$,.3r} a chip, and an outside "
            "buyer can pay {price_ceiling_per_chip:$,.3r} at most.",
            (("price_ceiling_per_chip", "<=", "price_floor_per_chip"),),
        ),
        Case(
            "No buyer at {sale_price_per_chip:$,.3r} a chip: an outside buyer can pay up to "
            "{price_ceiling_per_chip:$,.3r}. Amazon would sell above {price_floor_per_chip:$,.3r}.",
            (("sale_price_per_chip", ">", "price_ceiling_per_chip"),),
        ),
        Case(
            "Selling at {sale_price_per_chip:$,.3r} a chip loses {gain_from_selling:|$,.3r} a rack, "
            "though a deal exists: Amazon needs {price_floor_per_chip:$,.3r}, and an outside buyer "
            "can pay up to {price_ceiling_per_chip:$,.3r}.",
            (("sale_price_per_chip", "<", "price_floor_per_chip"),),
        ),
        Case(
            "Sell only above {price_floor_per_chip:$,.3r} a chip; an outside buyer can pay up to "
            "{price_ceiling_per_chip:$,.3r}. At {sale_price_per_chip:$,.3r} Amazon gains "
            "{gain_from_selling:$,.3r} a rack, and the buyer keeps {buyer_gain:$,.3r}.",
            (("sale_price_per_chip", ">=", "price_floor_per_chip"),),
        ),
        Case("These assumptions leave a price undefined, so there is no answer to give."),
    ),
    (
        Case(
            " A deal needs a buyer to whom a chip-hour is worth {buyer_premium_needed:.0%} more "
            "than AWS’s own rent.",
            (("buyer_premium_needed", ">=", 0.005),),
        ),
        Case(
            " A deal needs no buyer who values a chip-hour above AWS’s own rent.",
            (("buyer_premium_needed", "<", 0.005),),
        ),
    ),
    (
        Case(
            " A narrow zone: the two prices lie within a tenth of the build cost.",
            (("deal_surplus_share", "<", 0.1), ("deal_surplus_share", ">", -0.1)),
        ),
    ),
)

LIVES = Columns(
    (Column("Rent it through AWS", RENT, "npv_rent"), Column("Sell it", SELL, "npv_sell")),
    caption="what adds up to the net present value of a rack, in dollars",
    code="$.2M",
)

DEAL_ZONE = PriceLine(
    title="The deal zone: prices that both sides accept",
    floor=("price_floor_per_chip", "Amazon’s floor"),
    ceiling=("price_ceiling_per_chip", "buyer’s ceiling"),
    price=("sale_price_per_chip", "price"),
    code="$,.0f",
    unit="a chip",
    step=2000,
)

RACK = View(
    name="rack",
    model="rack",
    controls=(
        "sale_price_per_chip",
        "rent_per_chip_hour",
        "attach_rate",
        "displacement",
        "rent_erosion",
        "buyer_value_per_chip_hour",
    ),
    kicker=((Case("Per rack of {chips:,.0f} Trainium3 chips, present value"),),),
    answer=ANSWER,
    lines=4,
    parts=(LIVES, DEAL_ZONE),
    caveat=(
        "What a chip-hour is worth to an outside buyer is a calibration, not evidence. No rack "
        "price, Trainium3 rent or attach rate is public."
    ),
    curves=("deal_surplus_per_chip", "gain_from_selling"),
)
