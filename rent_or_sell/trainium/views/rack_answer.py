"""The rack's answer, defined once: whether to sell, why and until when, and a word for each case.

Every view of the rack says it, the verdict's card shows its word, and the mark over the ten racks
stands where it says. The first case that holds is said. Not selling is what a sale is compared
with: of the racks not sold the share that is displacement would have been rented out. Where a
rental loses money Amazon would make none, so a sale has to pay by itself there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rent_or_sell.answers.conditions import Condition
from rent_or_sell.explorer.parts.controls.part import Stop
from rent_or_sell.explorer.sentence import Case, Sentence

SHOWN = 5_000  # dollars a rack: what is less reads as $0.00 M
NEAR = 20_000  # dollars a rack: what is less is a price that reads the same
NEARLY = 100  # dollars a chip: prices that differ by less read the same

PRICE, FLOOR, CEILING = "sale_price_per_chip", "price_floor_per_chip", "price_ceiling_per_chip"
GAIN, SALE, STAKE = "gain_from_selling", "npv_sell", "rental_at_stake"
SURPLUS, NEEDED, TIPS = "deal_surplus_per_chip", "buyer_value_needed", "breakeven_displacement"

SELL, RENT, NEITHER, TOSS_UP, UNDEFINED = "Sell", "Rent", "Neither", "Toss-up", "Undefined"
TOO_HIGH, TOO_LOW = "Overpriced", "Underpriced"

_PRICE = "{sale_price_per_chip:$,.3r}"
_CEILING = "{price_ceiling_per_chip:$,.3r}"
_FLOOR = "{price_floor_per_chip:$,.3r@second}"
_TIPS = "{breakeven_displacement:of ten@second} racks sold would have been rented anyway."
_LOST = "Do not sell at {price} a chip: Amazon loses {{gain_from_selling:|$.2M@second}} a rack."

COSTLY: tuple[Condition, ...] = (("net_price_factor", "<=", 0), (SALE, "<=", 0))
WORTHLESS: Condition = (CEILING, "<=", 0)
_OUTBID: Condition = ("power_rivalry_cost", ">", 0)
RENT_LOSES: Condition = (STAKE, "<", 0)
PAYABLE: Condition = (PRICE, "<=", CEILING)
UNPAYABLE: Condition = (PRICE, ">", CEILING)
_DEAL: Condition = (CEILING, ">", FLOOR)
APART: Condition = (CEILING, "<=", FLOOR)
EVEN: tuple[Condition, ...] = ((GAIN, ">", -SHOWN), (GAIN, "<", SHOWN))
BARELY: tuple[Condition, ...] = (
    ("buyer_gain", ">", -NEAR),
    ("buyer_gain", "<", NEAR),
    (GAIN, ">", 0),
)
TOUCHING: tuple[Condition, ...] = ((SURPLUS, ">", -NEARLY), (SURPLUS, "<", NEARLY), UNPAYABLE)


# What each word of the verdict means, beside it.
MEANINGS = {
    SELL: "At this price Amazon gains, and a buyer like this one can pay it.",
    RENT: "No price suits both sides: rent out what can be rented.",
    NEITHER: "Selling does not pay here, and nothing is rented out at a gain.",
    TOSS_UP: "The prices lie too close together to call.",
    TOO_HIGH: "A buyer like this one cannot pay the price, but may pay a lower one.",
    TOO_LOW: "Amazon loses at this price; a higher one would suit both sides.",
    UNDEFINED: "These assumptions leave a price undefined.",
}


@dataclass(frozen=True)
class Answered:
    """A case of the answer: its verdict in a word, what is said first, and when."""

    verdict: str
    lead: str
    when: tuple[Condition, ...] = ()


def _unsold(lead: str, *when: Condition) -> Iterator[Answered]:
    """Return the case in which Amazon keeps its racks: rented, or not where none can be."""
    yield Answered(RENT, lead, (*when, ("npv_rent", ">", 0), ("displacement", ">", 0)))
    yield Answered(NEITHER, lead, when)


ANSWERED: tuple[Answered, ...] = (
    *_unsold("Do not sell: the costs of selling take the whole price.", *COSTLY),
    *_unsold(
        "Do not sell: this buyer would pay nothing, since an Nvidia rack would earn it more on the "
        "same power.",
        WORTHLESS,
        _OUTBID,
    ),
    *_unsold(
        "Do not sell: this buyer would pay nothing, since running the rack costs it more than it "
        "brings.",
        WORTHLESS,
    ),
    Answered(
        SELL,
        f"Sell: at {_PRICE} a chip a rack brings Amazon {{npv_sell:$.2M@second}}; rented out it "
        "would lose money.",
        (RENT_LOSES, PAYABLE, (SALE, ">=", SHOWN)),
    ),
    Answered(
        TOSS_UP,
        f"Too close to call: sold at {_PRICE} a chip a rack brings Amazon about nothing, and rented "
        "out it would lose money.",
        (RENT_LOSES, PAYABLE, (SALE, ">", -SHOWN)),
    ),
    Answered(
        NEITHER,
        f"Do neither: sold at {_PRICE} a chip a rack loses {{npv_sell:|$.2M@second}}, and rented out "
        "it loses money too.",
        (RENT_LOSES, PAYABLE),
    ),
    Answered(
        NEITHER,
        f"Do neither: this buyer can pay {_CEILING} a chip at most, less than Amazon needs, and rented "
        "out a rack loses money.",
        (RENT_LOSES, UNPAYABLE, APART),
    ),
    Answered(
        TOO_HIGH,
        f"Do not sell at {_PRICE} a chip: this buyer can pay {_CEILING} at most. Rented out, a rack "
        "would lose money.",
        (RENT_LOSES, UNPAYABLE),
    ),
    Answered(
        TOSS_UP,
        f"Too close to call: Amazon needs about what this buyer can pay at most, {_CEILING} a chip.",
        TOUCHING,
    ),
    Answered(
        TOSS_UP,
        f"Too close to call: {_PRICE} a chip is about the most that this buyer can pay.",
        BARELY,
    ),
    *_unsold(
        f"Do not sell: Amazon needs {_FLOOR} a chip, and this buyer can pay {_CEILING} at most.",
        UNPAYABLE,
        APART,
    ),
    Answered(
        TOO_HIGH,
        f"Do not sell at {_PRICE} a chip: this buyer can pay {_CEILING} at most.",
        (UNPAYABLE,),
    ),
    Answered(
        TOSS_UP,
        f"Too close to call: at {_PRICE} a chip Amazon neither gains nor loses.",
        (*EVEN, PAYABLE),
    ),
    Answered(
        SELL,
        f"Sell: at {_PRICE} a chip Amazon gains {{gain_from_selling:$.2M@second}} a rack.",
        ((GAIN, ">=", SHOWN), PAYABLE),
    ),
    Answered(TOO_LOW, _LOST.format(price=_PRICE), ((GAIN, "<", 0), PAYABLE, _DEAL)),
    *_unsold(_LOST.format(price=_PRICE), (GAIN, "<", 0), PAYABLE),
    Answered(
        UNDEFINED, "These assumptions leave a price undefined, so there is no answer to give."
    ),
)

VERDICT = tuple(Case(one.verdict, one.when) for one in ANSWERED)
_SAID = tuple(Case(one.lead, one.when) for one in ANSWERED)

_WORTH_MORE: Condition = (NEEDED, ">", "buyer_value_per_chip_hour")
_ANOTHER_BUYER = " It takes one to whom a chip-hour is worth {buyer_value_needed:$.2f}."
_GAINS: Condition = (GAIN, ">=", SHOWN)
_LOSES: Condition = (GAIN, "<=", -SHOWN)
# Of ten racks sold: where more would have been rented anyway, selling no longer pays.
_OF_TEN: tuple[Case, ...] = (
    Case(
        " It would pay even if every rack sold would have been rented anyway.", ((TIPS, ">=", 1),)
    ),
    Case(" It would lose even if no rack sold would have been rented anyway.", ((TIPS, "<=", 0),)),
    Case(
        " It stops paying only when nearly all would have been rented anyway.",
        ((TIPS, ">", 0.99),),
    ),
    Case(
        " It would pay only if hardly any would have been rented anyway.",
        ((TIPS, "<", 0.01),),
    ),
    Case(f" It stops paying when {_TIPS}", (_GAINS, (TIPS, ">", 0))),
    Case(f" It starts paying when fewer than {_TIPS}", (_LOSES, (TIPS, ">", 0))),
    Case(f" It pays if fewer than {_TIPS}", ((TIPS, ">", 0),)),
    Case(" A rental is worth nothing, so no sale costs one.", (PAYABLE,)),
)
_UNTIL: tuple[Case, ...] = (
    Case("", COSTLY),
    Case(_ANOTHER_BUYER, (WORTHLESS, _WORTH_MORE)),
    Case("", (WORTHLESS,)),
    Case(
        " It pays however many would have been rented anyway.",
        (RENT_LOSES, PAYABLE, (SALE, ">=", SHOWN)),
    ),
    Case("", (RENT_LOSES,)),
    Case("", TOUCHING),
    *(Case(one.text, (*BARELY, *one.when)) for one in _OF_TEN),
    Case(_ANOTHER_BUYER, (UNPAYABLE, APART)),
    Case(f" Between {_FLOOR} and that, both would gain.", (UNPAYABLE, _DEAL, (FLOOR, ">", 0))),
    Case(" At any price up to that, both would gain.", (UNPAYABLE, _DEAL)),
    *(Case(one.text, (PAYABLE, *one.when)) for one in _OF_TEN),
)

# Said in large type: whether to sell and why, and until when.
LEAD: Sentence = (_SAID, _UNTIL)

# The mark on the ten racks: there where the lead says a share of ten, and only there.
_BETWEEN: tuple[Condition, ...] = ((STAKE, ">", 0), (TIPS, ">=", 0.01), (TIPS, "<=", 0.99))
_STOPS = "selling stops paying here"
STOP = Stop(
    TIPS,
    (
        (
            Case("", COSTLY),
            Case("", (WORTHLESS,)),
            Case("", TOUCHING),
            Case(_STOPS, (*_BETWEEN, *BARELY)),
            Case(_STOPS, (*_BETWEEN, PAYABLE)),
        ),
    ),
)

# What both sides could agree on, where the lead leaves it open; where not, what that rests on.
_ASSUMED = (
    " That holds if {displacement:of ten} racks sold would have been rented anyway; this buyer is "
    "one case that we assume."
)
_FOLLOWS: tuple[Case, ...] = (
    Case("", COSTLY),
    Case("", (WORTHLESS,)),
    Case("", (RENT_LOSES,)),
    Case(_ASSUMED, TOUCHING),
    Case(_ASSUMED, (UNPAYABLE, ("buyer_gain", "<=", -NEAR))),
    Case(
        " If {displacement:of ten} would have been rented anyway, Amazon would sell at any price; this "
        f"buyer, one case that we assume, can pay up to {_CEILING} a chip.",
        ((FLOOR, "<=", 0),),
    ),
    Case(
        " If {displacement:of ten} would have been rented anyway, no price suits both: Amazon would "
        f"sell from {_FLOOR} a chip, and this buyer, one case that we assume, can pay up to {_CEILING}.",
        (APART,),
    ),
    Case(
        " If {displacement:of ten} would have been rented anyway, Amazon would sell from "
        f"{_FLOOR} a chip; this buyer, one case that we assume, can pay up to {_CEILING}.",
        (_DEAL,),
    ),
)

# The buyer can also buy Nvidia: the lower of the two prices is the limit.
NVIDIA: tuple[Case, ...] = (
    Case("", ((CEILING, "<=", "discounted_price_per_chip"),)),
    Case(
        " This buyer can have Nvidia’s racks: if it also wants {parity_discount:.4r%} off, it stops at "
        "{discounted_price_per_chip:$,.3r}.",
        (("power_rivalry", ">", 0), ("discounted_price_per_chip", ">", 0)),
    ),
    Case(
        " A buyer that can have Nvidia’s racks, and wants {parity_discount:.4r%} off, stops at "
        "{discounted_price_per_chip:$,.3r}.",
        (("discounted_price_per_chip", ">", 0),),
    ),
)

ANSWER: Sentence = (*LEAD, _FOLLOWS, NVIDIA)
