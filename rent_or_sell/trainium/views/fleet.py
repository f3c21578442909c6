"""The fleet's view: which of chips, power and demand binds, and what a sale costs AWS customers."""

from __future__ import annotations

from rent_or_sell.explorer.parts.line.part import Line
from rent_or_sell.explorer.parts.stacks.part import Series, Stack, Stacks
from rent_or_sell.explorer.sentence import Case, Sentence
from rent_or_sell.explorer.view import View
from rent_or_sell.trainium.hues import RENT, SELL

# Nearer to each other than by a tenth, chips and power are not told apart by what is known.
NEARLY_MATCH = (
    ("powered_over_supply", ">=", 0.9),
    ("powered_over_supply", "<=", 1.1),
    ("supply_total", "<", "demand_total"),
    ("powered_total", "<=", "demand_total"),
)

ANSWER: Sentence = (
    (
        Case(
            "Chips and power nearly match: in six years {supply_total:.3r} million chips, and power "
            "for {powered_total:.3r} million.",
            NEARLY_MATCH,
        ),
        Case(
            "Chips bind: in six years {supply_total:.3r} million are made, fewer than AWS could "
            "power and rent out.",
            (("supply_total", "<", "powered_total"), ("supply_total", "<", "demand_total")),
        ),
        Case(
            "Power binds: in six years Amazon makes {supply_total:.3r} million chips and can switch "
            "on {powered_total:.3r} million.",
            (("powered_total", "<=", "demand_total"),),
        ),
        Case(
            "Demand binds: in six years Amazon makes {supply_total:.3r} million chips, and AWS’s "
            "customers want {demand_total:.3r} million.",
        ),
    ),
    (
        Case(" Nothing is sold outside.", (("sold_total", "<=", 0),)),
        Case(
            " Of {sold_total:.2r} million sold outside, {displaced_total:.2r} million cost AWS a "
            "rental.",
            (("displaced_total", ">=", 0.005),),
        ),
        Case(" The {sold_total:.2r} million sold outside cost AWS no rental."),
    ),
    (
        Case(
            " On these guesses offering {share_offered:.0%} outside loses money.",
            (("policy_gain_total", "<", 0),),
        ),
        Case(
            " On these guesses offering {share_offered:.0%} outside makes money.",
            (("policy_gain_total", ">", 0),),
        ),
    ),
    (
        Case(
            " It hangs on how many of the buyers would have rented, which nobody outside knows: "
            "{diversion:.0%} here.",
            (("demand_total", "<", "supply_total"), ("demand_total", "<", "powered_total")),
        ),
        Case(
            " It hangs on the kilowatts a chip takes, which are not public: "
            "{fleet_kw_per_chip:.2f} here.",
        ),
    ),
    (
        Case(
            " An idle chip counts as one not ordered; where it is made already, selling it gains "
            "its making cost too.",
            (("idle_total", ">=", 0.005),),
        ),
    ),
)

CHIPS = Stacks(
    (
        Stack(
            "Chips made, million a year",
            (
                Series("rented", "rented out", RENT),
                Series("sold", "sold", SELL),
                Series("idle", "idle", "none"),
            ),
            ".1f",
        ),
        Stack(
            "Chips AWS customers want, million a year",
            (Series("rented", "rented out", RENT), Series("waitlist", "waiting", "none")),
            ".1f",
        ),
    )
)

GAIN = Line(
    title="Gain over six years, by the share of output offered outside",
    result="policy_gain_total",
    over="share_offered",
    span="limits",
    x_code=".0%",
    y_code="$,.3r",
    y_unit="billion",
    best="best share",
)

FLEET = View(
    name="fleet",
    model="fleet",
    controls=(
        "fleet_kw_per_chip",
        "share_offered",
        "chip_supply",
        "ai_power_added",
        "rental_demand",
        "diversion",
    ),
    kicker=((Case("All Trainium chips, 2026 to 2031"),),),
    answer=ANSWER,
    parts=(CHIPS, GAIN),
    presets=("base", "power_scarce", "chips_scarce"),
    curves=("policy_gain_total",),
)
