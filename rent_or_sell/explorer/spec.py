"""What the front end needs to know of a model, as plain JSON: inputs, results, words and code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from rent_or_sell.explorer.charts import charts_of
from rent_or_sell.explorer.sentence import SENTENCES
from rent_or_sell.model.models import Model
from rent_or_sell.model.parameters import Parameter, load_parameters, load_scenarios

# Which controls are open, in order, unless the author of a chapter says otherwise.
OPEN_CONTROLS: Mapping[str, tuple[str, ...]] = {
    "rack": (
        "sale_price_per_chip",
        "rent_per_chip_hour",
        "attach_rate",
        "displacement",
        "rent_erosion",
        "buyer_value_per_chip_hour",
    ),
    "fleet": (
        "share_offered",
        "chip_supply",
        "ai_power_added",
        "trainium_power_share",
        "rental_demand",
        "outside_demand",
    ),
    "market": ("chip_supply", "sale_price_per_chip", "earning_fleet", "rent_per_chip_hour"),
    "parity": ("reference_rack_price", "trainium_pflops", "parity_discount", "chips"),
}

# The answer that a control's small curve draws: the first of these that reads the parameter.
CURVES: Mapping[str, tuple[str, ...]] = {
    "rack": ("deal_surplus_per_chip", "gain_from_selling"),
    "fleet": ("policy_gain_total",),
    "market": (),
    "parity": (),
}

_FORMATS = {
    "USD": "$,.0f",
    "USD/chip": "$,.0f",
    "USD/year": "$,.0f",
    "USD/chip-hour": "$,.3f",
    "USD/USD": ".3f",
    "fraction": ".1%",
    "chip-hours": ",.0f",
}


@dataclass(frozen=True)
class Column:
    """One of the two lives: its total, and the parts that add up to it with their signs."""

    title: str
    hue: str
    total: str
    parts: tuple[tuple[str, int], ...]


def result_format(unit: str) -> str:
    """Return the number format in which results of a unit are shown in full."""
    return _FORMATS.get(unit, ",.2f")


def unit_words(unit: str) -> str:
    """Return a unit as the page shows it: "$/chip" for USD/chip; a bare fraction has none."""
    words = {"fraction": "", "1/year": "a year", "ratio": "", "USD": "$", "USD/USD": "$ per $"}
    return words.get(unit, unit.replace("USD", "$").replace("million chips/", "mn chips/"))


def columns(model: Model) -> tuple[Column, ...]:
    """Return the rent and the sell column of a rack model, read off its two NPV equations."""
    if model.name != "rack":
        return ()
    return (
        Column("Rent it through AWS", "first", "npv_rent", _parts(model, "npv_rent")),
        Column("Sell it", "second", "npv_sell", _parts(model, "npv_sell")),
    )


def scenarios(model: Model) -> dict[str, dict[str, float]]:
    """Return each scenario's changes that the model reads, by name.

    The base case comes first; a scenario that changes nothing the model reads is left out.
    """
    read = {
        scenario.name: {k: v for k, v in scenario.changes.items() if k in model.parameters}
        for scenario in load_scenarios().values()
    }
    return {name: changes for name, changes in read.items() if changes or name == "base"}


def curve_of(model: Model, parameter: str) -> str:
    """Return the result that the parameter's small curve draws; "" if none depends on it."""
    return next((name for name in CURVES[model.name] if parameter in _reads(model, name)), "")


def make_spec(model: Model, identity: str) -> dict[str, Any]:
    """Return the JSON that the browser needs to run an explorer of the model."""
    return {
        "id": identity,
        "model": model.name,
        "code": model.javascript(),
        "parameters": {
            name: _control(load_parameters()[name], curve_of(model, name))
            for name in model.parameters
        },
        "scenarios": scenarios(model),
        "sentences": {
            key: [[asdict(case) for case in group] for group in sentence]
            for key, sentence in SENTENCES[model.name].items()
        },
        "columns": [asdict(column) for column in columns(model)],
        "plots": [asdict(plot) for plot in charts_of(model).plots],
    }


def _control(parameter: Parameter, curve: str) -> dict[str, Any]:
    return {
        "label": parameter.label,
        "limits": parameter.limits,
        "low": parameter.low,
        "base": parameter.base,
        "high": parameter.high,
        "min": parameter.minimum,
        "max": parameter.maximum,
        "format": parameter.format,
        "curve": curve,
    }


def _parts(model: Model, total: str) -> tuple[tuple[str, int], ...]:
    """Return the terms of a sum with their signs: income first, then costs, largest first.

    A term that is not a single quantity (a reader may replace the equation) has no name to show;
    the page shows what the named parts leave as "Other".
    """
    from rent_or_sell.model.symbolic import flatten

    expression = flatten(model.expression(total))
    terms = expression.args if expression.is_Add else (expression,)
    signed = []
    for term in terms:
        sign = -1 if term.is_Mul and term.args[0] == -1 and len(term.args) == 2 else 1
        name = str(term.args[1] if sign == -1 else term)
        if name in model.equations:
            signed.append((name, sign))
    base = model.evaluate()
    return tuple(sorted(signed, key=lambda part: (-part[1], -abs(base.get(part[0], 0.0)))))


def _reads(model: Model, name: str) -> set[str]:
    """Return every parameter that a result depends on."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        for read in model.equations[waiting.pop()].reads:
            if read in model.equations:
                waiting.append(read)
            else:
                found.add(read)
    return found
