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

SHOWN = 5_000  # dollars a rack: what is less reads as $0.00 M
_AT = "At {sale_price_per_chip:$,.3r} a chip, selling"
_UNPAYABLE = ("sale_price_per_chip", ">", "price_ceiling_per_chip")


def _said(words: str, *when: tuple[str, str, str | float]) -> tuple[Case, Case]:
    """Return what selling does at the price, as a mere wish where no buyer can pay that."""
    wish = words.replace("pays", "would pay", 1)
    return Case(f"{_AT} {wish}", (*when, _UNPAYABLE)), Case(f"{_AT} {words}", when)


_LOST = ("rental_at_stake", ">", 0)
_SPARED = ("rental_at_stake", "<", 0)
# Whether selling pays depends on the share of sold racks that would have been rented anyway.
FLIP: tuple[Case, ...] = (
    Case(
        "Selling never pays here: the costs of selling take the whole price.",
        (("net_price_factor", "<=", 0), ("gain_from_selling", "<=", 0)),
    ),
    *_said(
        "pays even if every rack sold would have been rented anyway.",
        _LOST,
        ("breakeven_displacement", ">=", 1),
    ),
    Case(
        f"{_AT} never pays, even if no rack sold would have been rented anyway.",
        (_LOST, ("breakeven_displacement", "<=", 0)),
    ),
    *_said(
        "pays only if hardly any rack sold would have been rented anyway.",
        _LOST,
        ("breakeven_displacement", "<", 0.01),
    ),
    *_said(
        "pays unless nearly all racks sold would have been rented anyway.",
        _LOST,
        ("breakeven_displacement", ">", 0.99),
    ),
    *_said(
        "pays if fewer than {breakeven_displacement:of ten@second} racks sold would have been rented "
        "anyway.",
        _LOST,
    ),
    *_said(
        "pays however many racks would have been rented anyway: renting loses money.",
        _SPARED,
        ("breakeven_displacement", "<=", 0),
    ),
    Case(
        f"{_AT} never pays, and neither does renting.",
        (_SPARED, ("breakeven_displacement", ">=", 1)),
    ),
    *_said(
        "pays if more than {breakeven_displacement:of ten@second} racks sold would have been rented "
        "anyway, since renting loses money.",
        _SPARED,
    ),
    *_said("pays: a rental is worth nothing.", ("npv_sell", ">", 0)),
    Case(f"{_AT} does not pay, and a rental is worth nothing.", (("npv_sell", "<=", 0),)),
    Case("These assumptions leave a price undefined, so there is no answer to give."),
)

# What follows at the current values: never like a deal where no buyer can pay.
FOLLOWS: tuple[Case, ...] = (
    Case("", (("net_price_factor", "<=", 0),)),
    Case(
        " But no buyer would pay anything: an Nvidia rack would earn more on the same power.",
        (("price_ceiling_per_chip", "<=", 0), ("power_rivalry_cost", ">", 0)),
    ),
    Case(
        " But no buyer would pay anything: running the rack costs it more than it brings.",
        (("price_ceiling_per_chip", "<=", 0),),
    ),
    Case(
        " With {displacement:of ten} no price suits both: Amazon needs "
        "{price_floor_per_chip:$,.3r} a chip, and this buyer can pay "
        "{price_ceiling_per_chip:$,.3r} at most.",
        (("price_ceiling_per_chip", "<=", "price_floor_per_chip"),),
    ),
    Case(
        " But this buyer can pay {price_ceiling_per_chip:$,.3r} at most; with "
        "{displacement:of ten} Amazon would sell from {price_floor_per_chip:$,.3r}.",
        (("sale_price_per_chip", ">", "price_ceiling_per_chip"),),
    ),
    Case(
        " With {displacement:of ten} Amazon neither gains nor loses; this buyer can pay up to "
        "{price_ceiling_per_chip:$,.3r}.",
        (("gain_from_selling", ">", -SHOWN), ("gain_from_selling", "<", SHOWN)),
    ),
    Case(
        " With {displacement:of ten} Amazon loses {gain_from_selling:|$.2M} a rack; from "
        "{price_floor_per_chip:$,.3r} it would gain, and this buyer can pay up to "
        "{price_ceiling_per_chip:$,.3r}.",
        (("sale_price_per_chip", "<", "price_floor_per_chip"),),
    ),
    Case(
        " With {displacement:of ten} Amazon gains {gain_from_selling:$.2M} a rack; this buyer can "
        "pay up to {price_ceiling_per_chip:$,.3r}.",
        (("sale_price_per_chip", ">=", "price_floor_per_chip"),),
    ),
)

# The buyer can also buy Nvidia: the lower of the two prices is the limit.
NVIDIA: tuple[Case, ...] = (
    Case("", (("price_ceiling_per_chip", "<=", "discounted_price_per_chip"),)),
    Case(
        " It can have Nvidia’s racks: if it also wants {parity_discount:.0%} off, it pays "
        "{discounted_price_per_chip:$,.3r}.",
        (("power_rivalry", ">", 0), ("discounted_price_per_chip", ">", 0)),
    ),
    Case(
        " One that can have Nvidia’s racks instead, and wants {parity_discount:.0%} off, pays "
        "{discounted_price_per_chip:$,.3r}.",
        (("discounted_price_per_chip", ">", 0),),
    ),
)

DEAL: Sentence = (
    (
        Case(
            "No floor: the costs of selling take the whole price.", (("net_price_factor", "<=", 0),)
        ),
        Case(
            "Neither life pays: a rack loses money rented out, and sold at this price.",
            (("npv_rent", "<", 0), ("npv_sell", "<", 0)),
        ),
        Case(
            "No deal at any price: this buyer’s ceiling lies below Amazon’s floor.",
            (("price_ceiling_per_chip", "<=", "price_floor_per_chip"),),
        ),
        Case(
            "No buyer at this price: it lies above what this buyer can pay, though a deal exists.",
            (("sale_price_per_chip", ">", "price_ceiling_per_chip"),),
        ),
        Case(
            "Selling loses at this price, though a deal exists.",
            (("sale_price_per_chip", "<", "price_floor_per_chip"),),
        ),
        Case(
            "A deal at this price: Amazon gains {gain_from_selling:$.2M@second} a rack, the buyer keeps "
            "{buyer_gain:$.2M}.",
            (("sale_price_per_chip", ">=", "price_floor_per_chip"),),
        ),
    ),
    (
        Case(
            " A narrow zone: the two prices lie within a tenth of the build cost.",
            (("deal_surplus_share", "<", 0.1), ("deal_surplus_share", ">", -0.1)),
        ),
    ),
    (
        Case(
            " A deal needs a buyer to whom a chip-hour is worth {buyer_value_needed:$.2f}; to this "
            "one it is worth {buyer_value_per_chip_hour:$.2f}, and AWS rents it out for "
            "{rent_per_chip_hour:$.2f}.",
            (("buyer_value_needed", ">", 0),),
        ),
        Case(
            " Any buyer to whom a chip-hour is worth something would do.",
            (("buyer_value_needed", "<=", 0),),
        ),
    ),
)

ONE_RACK_SOLD: Sentence = (
    (
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
        Side("It brings", SELL, "npv_sell"),
        Side("It gives up", RENT, "forgone", "rental_at_stake", "that a lost rental costs"),
    ),
    code="$.2M",
)

TWO_LIVES = Lives(
    name="One rack, two lives",
    title=(
        (
            Case(
                ": rented out it is ahead only after {overtakes:.1f} years",
                (("overtakes", ">", 0),),
            ),
            Case(": rented out it is never ahead of the sale"),
        ),
        (Case("; in today’s money"),),
    ),
    first=Life(
        name="sold",
        hue=SELL,
        result="npv_sell",
        years="support_years",
        start=(("npv_sell", 1), ("pv_support", -1)),
        words=((Case("sold: {sold_start:$.2M} at once"),),),
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
    scale="build_cost",
    code="$.2M",
)

# The worlds that a reader is offered first.
PRESETS = ("base", "power_scarce", "chips_scarce", "tpu_precedent", "nvidia_power")

RACK = View(
    name="rack",
    model="rack",
    controls=("displacement", "sale_price_per_chip", "buyer_value_per_chip_hour"),
    of_ten=("displacement",),
    presets=PRESETS,
    kicker=((Case("Per rack of {chips:,.0f} Trainium3 chips, in today’s money"),),),
    answer=(FLIP, FOLLOWS, NVIDIA),
    lines=5,
    parts=(DEAL_ZONE, TWO_LIVES, SALE, Note(DEAL)),
    caveat=(
        "What a chip-hour is worth to an outside buyer is a calibration, not evidence. No rack "
        "price, Trainium3 rent or attach rate is public."
    ),
    curves=("deal_surplus_per_chip", "gain_from_selling"),
    guess=GUESS,
)
