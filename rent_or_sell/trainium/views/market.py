"""The market's view: which output and price give the stated figure, and what it counts."""

from __future__ import annotations

from rent_or_sell.answers.conditions import Condition
from rent_or_sell.explorer.parts.areas.part import Area, Areas
from rent_or_sell.explorer.parts.bars.part import Bar, Bars
from rent_or_sell.explorer.parts.guess.part import Guess
from rent_or_sell.explorer.parts.line.part import Line
from rent_or_sell.explorer.parts.note.part import Note
from rent_or_sell.explorer.sentence import Case, Sentence
from rent_or_sell.explorer.view import View
from rent_or_sell.trainium.hues import RENT, RENT_PALE, SELL, SELL_PALE

# The run rates that Amazon stated: "over" in April and in July 2026, and "about", were all sold.
STATED_APRIL = "amazon_statements.JL01"
STATED_JULY = "amazon_statements.JL37"
STATED_IF_SOLD = "amazon_statements.JL05"

ANSWER: Sentence = (
    (
        Case(
            "A year’s output at {sale_price_per_chip:$,.3r} a chip comes to "
            "{merchant_run_rate:$,.3r@second} billion; a year of rent on the chips in service, to "
            "{internal_run_rate:$,.3r@first} billion."
        ),
    ),
)

_COMPARED: Condition = ("run_rate_ratio", ">=", 0)  # where a year of rent is anything at all

FACTORS: Sentence = (
    (
        Case(
            "A chip’s price is {price_over_yearly_rent:,.3r} years of its rent, and a year’s output "
            "{output_over_fleet:,.3r} times the fleet in service: together {run_rate_ratio:,.3r} times. "
            "Timing and mix can explain that; it proves no markup.",
            (_COMPARED,),
        ),
        Case("Where no rent is earned there is nothing to compare a year’s output with."),
    ),
)

RUN_RATES = Bars(
    "Two run rates, billion dollars a year",
    (
        Bar("A year of rent on the chips in service", RENT, "internal_run_rate"),
        Bar("stated in April 2026: over", "other", stated=STATED_APRIL),
        Bar("stated in July 2026: over", "other", stated=STATED_JULY),
        Bar("A year’s output, sold", SELL, "merchant_run_rate"),
        Bar("stated, as a hypothesis: about", "other", stated=STATED_IF_SOLD),
    ),
    "$,.3r",
)

SIZES = Areas(
    title=(
        (
            Case(
                "A year’s output, sold, is {run_rate_ratio:,.3r} times a year of rent: Trainium chips "
                "across, dollars upwards, scaled up to all custom chips",
                (_COMPARED,),
            ),
            Case(
                "A year’s output, sold, beside no rent at all: Trainium chips across, dollars "
                "upwards, scaled up to all custom chips"
            ),
        ),
    ),
    areas=(
        Area(
            RENT_PALE,
            "internal_run_rate",
            "earning_fleet",
            ((Case("{earning_fleet:,.2f} M chips × {rent_per_chip_hour:$.2f} an hour"),),),
            (
                (
                    Case(
                        "A year of rent on the chips in service: {internal_run_rate:$,.3r@first} "
                        "billion"
                    ),
                ),
            ),
        ),
        Area(
            SELL_PALE,
            "merchant_run_rate",
            "chip_supply",
            ((Case("{chip_supply:,.2f} M chips × {sale_price_per_chip:$,.3r}, once"),),),
            (
                (
                    Case(
                        "A year’s output, sold: {merchant_run_rate:$,.3r@second} billion. "
                        "In it, the year of rent"
                    ),
                ),
            ),
        ),
    ),
)

PAIRS = Line(
    title="Every pair of output and price that gives {level:.0f} billion",
    result="merchant_run_rate",
    over="chip_supply",
    span="wide",
    x_code=".1f",
    y_code="$,.0f",
    y_unit="a chip",
    solve="sale_price_per_chip",
    level=STATED_IF_SOLD,
)

GUESS = Guess(
    question="How many years of its rent is a chip’s price?",
    hint="Slide or type years.",
    result="price_over_yearly_rent",
    code=".2f",
    scale="run_rate_ratio",
    reach=3,
    signed=False,
)

MARKET = View(
    name="market",
    model="market",
    title="What do the two run rates say?",
    controls=("chip_supply", "sale_price_per_chip", "earning_fleet", "rent_per_chip_hour"),
    kicker=((Case("All custom chips, scaled up from Trainium’s part; a year"),),),
    answer=ANSWER,
    lines=3,
    presets=("base", "chips_scarce", "tpu_precedent", "strongest"),
    parts=(SIZES, Note(FACTORS), RUN_RATES, PAIRS),
    guess=GUESS,
)
