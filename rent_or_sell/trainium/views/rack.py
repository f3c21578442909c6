"""The rack's view: when does selling pay, and would anyone pay the price?"""

from __future__ import annotations

from rent_or_sell.explorer.parts.guess.part import Guess
from rent_or_sell.explorer.parts.lives.part import Life, Lives
from rent_or_sell.explorer.parts.note.part import Note
from rent_or_sell.explorer.parts.price_line.part import PriceLine
from rent_or_sell.explorer.parts.trade.part import Side, Trade
from rent_or_sell.explorer.sentence import Case, Sentence
from rent_or_sell.explorer.view import View
from rent_or_sell.trainium.hues import RENT, SELL
from rent_or_sell.trainium.views.rack_answer import (
    ANSWER,
    APART,
    BARELY,
    COSTLY,
    EVEN,
    FLOOR,
    NEEDED,
    PAYABLE,
    PRICE,
    RENT_LOSES,
    SHOWN,
    STOP,
    TOUCHING,
    UNPAYABLE,
)

# What the price line shows, in words; what the buyer would have to be like.
DEAL: Sentence = (
    (
        Case("No floor: the costs of selling take the whole price.", COSTLY[:1]),
        Case(
            "Neither life pays: a rack loses money rented out, and sold at this price.",
            (("npv_rent", "<", 0), ("npv_sell", "<", 0)),
        ),
        Case("About one price alone suits both sides, if any does.", TOUCHING),
        Case(
            "No deal at any price: this buyer’s ceiling lies below Amazon’s floor.",
            (APART,),
        ),
        Case(
            "A rental would lose money, and a sale at this price brings {npv_sell:$.2M@second} a rack; "
            "the buyer keeps {buyer_gain:$.2M}.",
            (RENT_LOSES, PAYABLE),
        ),
        Case(
            "The buyer neither gains nor loses at this price, or hardly; Amazon gains "
            "{gain_from_selling:$.2M@second} a rack.",
            BARELY,
        ),
        Case(
            "No buyer at this price: it lies above what this buyer can pay, though a deal exists.",
            (UNPAYABLE,),
        ),
        Case(
            "Amazon neither gains nor loses at this price; the buyer keeps {buyer_gain:$.2M} a rack.",
            EVEN,
        ),
        Case("Selling loses at this price, though a deal exists.", ((PRICE, "<", FLOOR),)),
        Case(
            "A deal at this price: Amazon gains {gain_from_selling:$.2M@second} a rack over not "
            "selling it, the buyer keeps {buyer_gain:$.2M}.",
            ((PRICE, ">=", FLOOR),),
        ),
    ),
    (
        Case("", TOUCHING),
        Case(
            " It lacks little: the two prices lie within a tenth of the build cost.",
            (APART, ("deal_surplus_share", ">", -0.1)),
        ),
        Case(
            " A narrow zone: the two prices lie within a tenth of the build cost.",
            (("deal_surplus_share", ">", 0), ("deal_surplus_share", "<", 0.1)),
        ),
    ),
    (
        Case(
            " A deal needs a buyer to whom a chip-hour is worth {buyer_value_needed:$.2f}; to this "
            "one it is worth {buyer_value_per_chip_hour:$.2f}, and AWS rents it out for "
            "{rent_per_chip_hour:$.2f}.",
            ((NEEDED, ">", 0),),
        ),
        Case(
            " Any buyer to whom a chip-hour is worth something would do.",
            ((NEEDED, "<=", 0),),
        ),
    ),
)

ONE_RACK_SOLD: Sentence = (
    (
        Case(
            "A rack would lose money rented out, and loses some sold",
            (RENT_LOSES, ("npv_sell", "<", 0)),
        ),
        Case("A rack would lose money rented out, and brings some sold", (RENT_LOSES,)),
        Case(
            "One rack sold at this price costs Amazon {gain_from_selling:|$.2M@second}",
            (("npv_sell", "<", 0),),
        ),
        Case(
            "One rack sold brings more than it gives up: a gain of {gain_from_selling:$.2M@second}",
            (("gain_from_selling", ">=", SHOWN),),
        ),
        Case(
            "One rack sold brings less than it gives up: a loss of {gain_from_selling:|$.2M@second}",
            (("gain_from_selling", "<=", -SHOWN),),
        ),
        Case("One rack sold brings about what it gives up"),
    ),
)

SALE = Trade(
    title=ONE_RACK_SOLD,
    sides=(
        Side(
            (
                (
                    Case("It loses {npv_sell:|$.2M@second}", (("npv_sell", "<", 0),)),
                    Case("It brings {npv_sell:$.2M@second}"),
                ),
            ),
            SELL,
            "npv_sell",
        ),
        Side(
            (
                (
                    Case(
                        "It spares {forgone:|$.2M@first} of the {rental_at_stake:|$.2M@first} that a "
                        "rental would lose",
                        (RENT_LOSES, ("forgone", "<", 0)),
                    ),
                    Case(
                        "It spares nothing of the {rental_at_stake:|$.2M@first} that a rental would lose",
                        (RENT_LOSES,),
                    ),
                    Case(
                        "It gives up nothing of the {rental_at_stake:$.2M@first} that a lost rental costs",
                        (("forgone", "<=", 0),),
                    ),
                    Case(
                        "It gives up {forgone:$.2M@first} of {rental_at_stake:$.2M@first} that a lost "
                        "rental costs"
                    ),
                ),
            ),
            RENT,
            "forgone",
            "rental_at_stake",
        ),
    ),
)

TWO_LIVES = Lives(
    name="One rack, two lives",
    title=(
        (
            Case(
                ": renting leads only after {overtakes:.1f} years",
                (("overtakes", ">", 0),),
            ),
            Case(": renting never leads"),
        ),
        (Case(", in today’s money"),),
    ),
    first=Life(
        name="sold",
        hue=SELL,
        result="npv_sell",
        years="support_years",
        start=(("npv_sell", 1), ("pv_support", -1)),
        words=(
            (
                Case("sold: {sold_start:|$.2M} lost at once", (("sold_start", "<", 0),)),
                Case("sold: {sold_start:$.2M} at once"),
            ),
        ),
    ),
    second=Life(
        name="rented",
        hue=RENT,
        result="npv_rent",
        years="rental_years",
        start=(("build_cost", -1),),
        delay="golive_lag",
        last=("residual_share",),
        words=((Case("rented: {rented_start:|$.1M} spent first"),),),
    ),
    code="$.2M",
)

DEAL_ZONE = PriceLine(
    title="The deal zone: prices that both sides accept",
    floor=("price_floor_per_chip", "Amazon’s floor"),
    ceiling=("price_ceiling_per_chip", "buyer’s ceiling"),
    price=("sale_price_per_chip", "price"),
    other=("discounted_price_per_chip", "matches Nvidia"),
    code="$,.3r",
    unit="a chip",
    step=2000,
)

GUESS = Guess(
    question="What does a rack that is sold bring Amazon, all in all?",
    hint="In today’s money. Slide, type, or drag the end of the line in the picture.",
    result="npv_sell",
    code="$.2M",
    scale="build_cost",
)

# The worlds that a reader is offered first.
PRESETS = ("base", "power_scarce", "chips_scarce", "tpu_precedent", "nvidia_power")

RACK = View(
    name="rack",
    model="rack",
    title="Sell a rack, or rent it out?",
    controls=("displacement", "sale_price_per_chip", "buyer_value_per_chip_hour"),
    of_ten=("displacement",),
    stops={"displacement": STOP},
    presets=PRESETS,
    kicker=(
        (Case("On these assumptions, per rack of {chips:,.0f} Trainium3 chips, in today’s money"),),
    ),
    answer=ANSWER,
    lead=2,
    lines=4,
    lines_below=5,
    parts=(DEAL_ZONE, TWO_LIVES, SALE, Note(DEAL)),
    caveat=(
        "What a chip-hour is worth to an outside buyer is a calibration, not evidence. No rack "
        "price, Trainium3 rent or attach rate is public."
    ),
    curves=("gain_from_selling", "deal_surplus_per_chip"),
    guess=GUESS,
)
