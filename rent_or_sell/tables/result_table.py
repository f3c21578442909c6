"""`result_table`: a model's results for several cases side by side, one row a case."""

from __future__ import annotations

from collections.abc import Mapping

from rent_or_sell.facts.files import DataError
from rent_or_sell.model.frames import as_changes
from rent_or_sell.model.models import Model
from rent_or_sell.model.parameters import base_values, one_case
from rent_or_sell.names import require_kind, require_name
from rent_or_sell.numbers.number_format import format_number
from rent_or_sell.tables.table_page import Column, ShownRow, ShownTable

Case = Mapping[str, float]

# What one of these costs, to the cent or finer.
_PAID_IN_CENTS = {"hour": "$.2f", "kWh": "$.3f"}


def result_table(
    model: Model, cases: Mapping[str, Case], columns: Mapping[str, str], caption: str
) -> ShownTable:
    """Return what a model makes of each case, rounded for people; see `Book.result_table`."""
    for argument, given in (("cases", cases), ("columns", columns)):
        require_kind(argument, given, Mapping, "a mapping", DataError)
    for argument, words in (("caption", caption), *(("columns", one) for one in columns.values())):
        require_kind(argument, words, str, "a text", DataError)
    formats = {name: _format(model, name) for name in columns}
    return ShownTable(
        name=f"{model.name}_cases",
        caption=caption,
        columns=(
            Column("Case", "", "text"),
            *(Column(heading, "", "number") for heading in columns.values()),
        ),
        rows=tuple(_row(model, words, case, formats) for words, case in cases.items()),
    )


def _row(model: Model, words: str, case: Case, formats: Mapping[str, str]) -> ShownRow:
    changes = one_case(as_changes(case, {})[0], model.known)
    values = base_values(model.known) | changes | model.evaluate(changes)
    cells = (format_number(values[name], code) for name, code in formats.items())
    return ShownRow(key=words, cells=(words, *cells), marks=None)


def _format(model: Model, name: str) -> str:
    """Return the format of a parameter, or of a result by its unit."""
    if name in model.parameters:
        parameter = model.parameters[name]
        is_money = parameter.unit.startswith("USD") and parameter.unit != "USD/USD"
        return f"${parameter.format}" if is_money else parameter.format
    results = {quantity.name: quantity for quantity in model.quantities if not quantity.yearly}
    what = f"a result or a parameter of {model.name}"
    require_name(name, [*results, *model.parameters], what, DataError)
    return _format_of_unit(results[name].unit)


def _format_of_unit(unit: str) -> str:
    if unit.startswith("USD"):
        cents = (code for what, code in _PAID_IN_CENTS.items() if unit.endswith(what))
        return next(cents, "$,.3r")
    return ".0%" if unit == "fraction" else ",.1f"
