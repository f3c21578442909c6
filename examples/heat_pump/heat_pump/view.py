"""How the chapter asks the model: is the heat pump worth it, and at which price of gas?"""

from __future__ import annotations

from rent_or_sell.explorer.parts.bars.part import Bar, Bars
from rent_or_sell.explorer.parts.line.part import Line
from rent_or_sell.explorer.sentence import Case, Sentence
from rent_or_sell.explorer.view import View

BOILER, PUMP = "first", "second"

CLOSE = (("gain", "<", 250), ("gain", ">", -250))

ANSWER: Sentence = (
    (
        Case("A house that needs no heat needs neither of them.", (("heat_demand", "<=", 0),)),
        Case(
            "A toss-up: over {pump_life:.3r} years the two cost about the same, "
            "{cost_of_boiler:$,.3r} with the boiler and {cost_of_pump:$,.3r} with the heat pump.",
            CLOSE,
        ),
        Case(
            "Buy the heat pump: over {pump_life:.3r} years it costs {gain:$,.2r} less than keeping "
            "the boiler.",
            (("gain", ">", 0),),
        ),
        Case(
            "Keep the boiler: the heat pump’s electricity alone, {cost_of_electricity:$,.3r}, "
            "costs more than the gas that it would save, {cost_of_boiler:$,.3r}.",
            (("cost_of_electricity", ">", "cost_of_boiler"),),
        ),
        Case(
            "Keep the boiler: over {pump_life:.3r} years the heat pump would cost {gain:|$,.2r} "
            "more.",
        ),
    ),
    (
        Case("", (("heat_demand", "<=", 0),)),
        Case(
            " It costs nothing, so that no price of gas is too low.", (("cost_of_pump", "<=", 0),)
        ),
        Case(
            " Gas at {break_even_gas_price:$.3f} a kWh would make them equal; here it costs "
            "{gas_price:$.3f}.",
            CLOSE,
        ),
        Case(
            " It pays while gas costs more than {break_even_gas_price:$.3f} a kWh; here it costs "
            "{gas_price:$.3f}.",
            (("gain", ">", 0),),
        ),
        Case(
            " It would pay if gas cost more than {break_even_gas_price:$.3f} a kWh; here it costs "
            "{gas_price:$.3f}.",
        ),
    ),
)

LIVES = Bars(
    "Heat over the life of the heat pump, today’s dollars",
    (
        Bar("Keep the boiler: gas", BOILER, "cost_of_boiler"),
        Bar("Buy the heat pump: all costs", PUMP, "cost_of_pump"),
        Bar("of these, electricity", f"{PUMP}-pale", "cost_of_electricity"),
    ),
    "$,.3r",
)

GAS = Bars(
    "Price of gas, dollars a kWh",
    (
        Bar("as assumed", BOILER, "gas_price"),
        Bar("at which both cost the same", "other", "break_even_gas_price"),
    ),
    "$.3f",
)

GAIN = Line(
    title="What the heat pump gains over its life, by the price of electricity",
    result="gain",
    over="electricity_price",
    span="wide",
    x_code="$.2f",
    y_code="$,.0f",
    y_unit="",
)

HEATING = View(
    name="heating",
    model="heating",
    controls=("gas_price", "electricity_price", "cop", "grant"),
    kicker=((Case("One house that needs {heat_demand:,.0f} kWh of heat a year"),),),
    answer=ANSWER,
    lines=4,
    parts=(LIVES, GAS, GAIN),
    caveat="Money only: comfort, noise and the climate have no term here.",
    curves=("gain",),
)
