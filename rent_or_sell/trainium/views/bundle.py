"""The bundle's view: what a rack is worth rented, step by step, and what hangs on attached services."""

from __future__ import annotations

from rent_or_sell.explorer.parts.choices.part import Choice, Choices, Shown
from rent_or_sell.explorer.parts.guess.part import Guess
from rent_or_sell.explorer.parts.note.part import Note
from rent_or_sell.explorer.parts.waterfall.part import Total, Waterfall
from rent_or_sell.explorer.parts.waterfall.tips import Tips
from rent_or_sell.explorer.sentence import Case, Sentence
from rent_or_sell.explorer.view import View
from rent_or_sell.trainium.hues import RENT, SELL
from rent_or_sell.trainium.views.rack import DEAL_ZONE
from rent_or_sell.trainium.views.rack_answer import LEAD, SHOWN

ATTACHED: Sentence = (
    (
        Case(
            "Services beside the chips add {pv_attached:$.2M@first} to {pv_compute:$.2M@first} of rent.",
            (("pv_attached", ">", 0),),
        ),
        Case("Here nothing is sold beside the chips."),
    ),
)

STEPS = Waterfall(
    title=(
        (
            Case(
                "A rack rented out comes to {npv_rent:$.2M@first}, sold to {npv_sell:$.2M@second}",
                (("npv_rent", ">", -SHOWN), ("npv_sell", ">", -SHOWN)),
            ),
            Case(
                "A rack rented out comes to {npv_rent:$.2M@first}; sold it loses "
                "{npv_sell:|$.2M@second}",
                (("npv_rent", ">", -SHOWN),),
            ),
            Case(
                "A rack rented out loses {npv_rent:|$.2M@first}; sold it comes to "
                "{npv_sell:$.2M@second}",
                (("npv_sell", ">", -SHOWN),),
            ),
            Case(
                "A rack rented out loses {npv_rent:|$.2M@first}, and sold {npv_sell:|$.2M@second}"
            ),
        ),
        (Case(": what adds up, in today’s money"),),
    ),
    steps=(
        *("pv_compute", "pv_attached", "pv_residual"),
        *("build_cost", "pv_cloud_opex", "pv_power", "pv_upkeep", "pv_building"),
    ),
    totals=(Total("Worth rented out", RENT, "npv_rent"), Total("Worth sold", SELL, "npv_sell")),
    code="$.2M",
    tips=Tips(
        "pv_attached",
        "attach_rate",
        (
            ("Attach rate at which selling pays", "gain_from_selling"),
            ("… at which some price suits both", "deal_surplus_per_chip"),
        ),
    ),
)

RENTERS = Choices(
    title="Who rents the rack?",
    choices=(
        Choice("In between"),
        Choice("An AI laboratory", scenario="frontier_lab"),
        Choice("An enterprise", scenario="enterprise"),
    ),
    shows=(
        Shown("services add", "pv_attached", "$.2M"),
        Shown("worth rented out", "npv_rent", "$.2M"),
        Shown("Amazon sells from", "price_floor_per_chip", "$,.3r"),
    ),
)

GUESS = Guess(
    question="Of all that a rented rack takes in, which share is left after what it costs?",
    hint="Rent and services, less all costs. Slide or type a share.",
    result="operating_margin",
    code=".0%",
    signed=False,
)

BUNDLE = View(
    name="bundle",
    model="rack",
    title="What is a rented rack worth?",
    controls=("attach_rate", "attach_margin", "attach_kept"),
    kicker=(
        (Case("On these assumptions, per rack of {chips:,.0f} Trainium3 chips, in today’s money"),),
    ),
    answer=LEAD,
    lines_below=2,
    parts=(STEPS, Note(ATTACHED), RENTERS, DEAL_ZONE),
    caveat="No attach rate is public: the one used here is our judgement.",
    of_ten=("displacement",),
    presets=("base", "power_scarce", "chips_scarce"),
    curves=("deal_surplus_per_chip", "gain_from_selling"),
    guess=GUESS,
)
