"""The rival's view: pick a buyer, and see what it can pay and who takes what."""

from __future__ import annotations

from dataclasses import replace

from rent_or_sell.explorer.parts.bars.part import Bar, Bars
from rent_or_sell.explorer.parts.choices.part import Cap, Choice, Choices, Shown
from rent_or_sell.explorer.parts.note.part import Note
from rent_or_sell.explorer.sentence import Case
from rent_or_sell.explorer.view import View
from rent_or_sell.trainium.hues import SELL
from rent_or_sell.trainium.views.rack import DEAL, DEAL_ZONE
from rent_or_sell.trainium.views.rack_answer import LEAD, NVIDIA

VALUE, CEILING = "buyer_value_per_chip_hour", "price_ceiling_per_chip"
DEAR = 0.15  # what a young AI cloud may have to pay for money

BUYERS = Choices(
    title="Who is the buyer?",
    choices=(
        Choice("Lets the chips out"),
        Choice("Uses them itself", scenario="own_racks"),
        Choice("Borrows at 15%", {"buyer_discount_rate": DEAR}),
        Choice("Nvidia wants its power", scenario="nvidia_power"),
        # A chip-hour is worth to it no more than what it would pay Nvidia for the same work.
        Choice("Can have Nvidia’s racks", cap=Cap(VALUE, CEILING, "discounted_price_per_chip")),
    ),
    shows=(Shown("can pay", CEILING, "$,.3r"),),
)

HAGGLE = replace(
    DEAL_ZONE,
    title="The haggle: drag what Amazon asks, and what the buyer offers at most",
    price=("sale_price_per_chip", "Amazon asks"),
    ceiling=(CEILING, "the buyer offers"),
    handles={"price": "sale_price_per_chip", "ceiling": VALUE},
)

TAKES = Bars(
    "What each side takes of a rack at this price: gains right, losses left",
    (
        Bar("Amazon, over not selling", SELL, "gain_from_selling"),
        Bar("The buyer, over doing without", "ink", "buyer_gain"),
    ),
    "$.2M",
)

RIVAL = View(
    name="rival",
    model="rack",
    title="Which buyer would sign?",
    controls=(
        "sale_price_per_chip",
        "buyer_value_per_chip_hour",
        "buyer_discount_rate",
        "parity_discount",
    ),
    of_ten=("displacement",),
    kicker=(
        (Case("On these assumptions, for one rack of {chips:,.0f} Trainium3 chips and one buyer"),),
    ),
    answer=LEAD,
    lines=3,
    lines_below=2,
    parts=(HAGGLE, BUYERS, TAKES, Note((*DEAL, NVIDIA))),
    caveat="No buyer has been named: each of these is a kind of buyer, not a company.",
    presets=("base", "power_scarce", "chips_scarce"),
    curves=("deal_surplus_per_chip", "gain_from_selling"),
)
