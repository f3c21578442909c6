"""The fleet's view: which of chips, power and demand binds, and what a sale costs AWS customers."""

from __future__ import annotations

from rent_or_sell.explorer.parts.gates.part import Flow, Gates
from rent_or_sell.explorer.parts.line.part import Line
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
            " Each of the {sold_total:.2r} million sold outside costs AWS a rental.",
            (("sold_total", "<=", "displaced_total"),),
        ),
        Case(
            " Of {sold_total:.2r} million sold outside, {displaced_total:.2r} million cost AWS a "
            "rental.",
            (("displaced_total", ">=", 0.005),),
        ),
        Case(" The {sold_total:.2r} million sold outside cost AWS no rental."),
    ),
    (
        Case(
            " On these guesses offering {share_offered:.4r%} outside loses money.",
            (("policy_gain_total", "<", 0),),
        ),
        Case(
            " On these guesses offering {share_offered:.4r%} outside makes money.",
            (("policy_gain_total", ">", 0),),
        ),
    ),
    (
        Case(
            " It hangs on how many of the buyers would have rented, which nobody outside knows: "
            "{diversion:.4r%} here.",
            (("demand_total", "<", "supply_total"), ("demand_total", "<", "powered_total")),
        ),
        Case(
            " It hangs on the kilowatts a chip takes, which are not public: "
            "{fleet_kw_per_chip:.2f} here.",
        ),
    ),
)

# What a year's sales cost AWS, by what is short.
SHORT: Sentence = (
    (
        Case("{year:.0f}: nothing is sold", (("sold", "<=", 0),)),
        Case(
            "{year:.0f}: customers are short, and buyers come from among them in part",
            (("demand", "<", "supply"), ("demand", "<", "powered"), ("displaced", ">", 0)),
        ),
        Case(
            "{year:.0f}: customers are short, so what is sold is spare",
            (("demand", "<", "supply"), ("demand", "<", "powered")),
        ),
        Case(
            "{year:.0f}: chips are short, and each one sold is taken from a renter",
            (("supply", "<=", "powered"),),
        ),
        Case(
            "{year:.0f}: power is short, so what is sold could not have been switched on",
            (("displaced", "<=", 0),),
        ),
        Case("{year:.0f}: more is sold than power leaves idle, and the rest is taken from renters"),
    ),
)

GATES = Gates(
    title=SHORT,
    made=Flow("supply", "made"),
    gate=Flow("powered", "power for"),
    through=Flow("rented", "rented out", RENT),
    missing=Flow("waitlist", "waiting"),
    past=Flow("sold", "sold", SELL),
    harm=Flow("displaced", "of the sold, taken from a renter"),
    stays=Flow("idle", "spare, neither rented nor sold"),
    code=".2f",
    unit="M",
)

GAIN = Line(
    title="Gain over six years in billion dollars, by the share of output offered outside",
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
    title="Chips or power, which binds?",
    controls=(
        "fleet_kw_per_chip",
        "share_offered",
        "chip_supply",
        "ai_power_added",
        "rental_demand",
        "diversion",
    ),
    labels={
        "fleet_kw_per_chip": "IT power per chip, on average",
        "chip_supply": "Chips produced in year one",
        "ai_power_added": "AI power added in year one",
        "rental_demand": "Chips customers would rent",
        "diversion": "Sold chips that cost a rental",
    },
    kicker=((Case("All Trainium chips, 2026 to 2031"),),),
    answer=ANSWER,
    lines=3,
    lines_below=4,
    parts=(GATES, GAIN),
    caveat=(
        "An idle chip counts as one not ordered; where it is made already, selling it gains its "
        "making cost too."
    ),
    presets=("base", "power_scarce", "chips_scarce"),
    curves=("policy_gain_total",),
)
