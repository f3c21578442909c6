"""`result_table`: a model's results for several cases side by side, one row a case."""

from __future__ import annotations

from collections.abc import Mapping

from rent_or_sell.facts.tables import DataError
from rent_or_sell.model.models import Model, load_model
from rent_or_sell.model.parameters import load_parameters, unknown_name
from rent_or_sell.numbers.number_format import format_number
from rent_or_sell.tables.table_page import Column, ShownRow, ShownTable

Case = Mapping[str, float]


def result_table(
    model: str, cases: Mapping[str, Case], columns: Mapping[str, str], caption: str
) -> ShownTable:
    """Return what a model makes of each case, rounded as a person would say it.

    Parameters
    ----------
    model
        "rack", "market" or "parity".
    cases
        For each row its words and the parameter values that differ from the base case.
    columns
        For each column a result or a parameter of the model, and its heading.
    caption
        What the table shows, as text.

    Raises
    ------
    DataError
        If a column is neither a result nor a parameter of the model.
    ModelInputError
        If a case changes an unknown name or leaves the hard limits.
    """
    chosen = load_model(model)
    formats = {name: _format(chosen, name) for name in columns}
    return ShownTable(
        name=f"{model}_cases",
        caption=caption,
        columns=(
            Column("Case", "", "text"),
            *(Column(heading, "", "number") for heading in columns.values()),
        ),
        rows=tuple(_row(chosen, words, case, formats) for words, case in cases.items()),
    )


def _row(model: Model, words: str, case: Case, formats: Mapping[str, str]) -> ShownRow:
    base = {name: load_parameters()[name].base for name in model.parameters}
    values = base | dict(case) | model.evaluate(case)
    cells = (format_number(values[name], code) for name, code in formats.items())
    return ShownRow(key=words, cells=(words, *cells), marks=None)


def _format(model: Model, name: str) -> str:
    """Return the format of a parameter, or of a result by its unit."""
    if name in model.parameters:
        parameter = load_parameters()[name]
        return f"${parameter.format}" if "USD/chip" in parameter.unit else parameter.format
    results = {quantity.name: quantity for quantity in model.quantities if not quantity.yearly}
    if name not in results:
        what = f"a result or a parameter of {model.name}"
        raise DataError(unknown_name(name, [*results, *model.parameters], what))
    unit = results[name].unit
    if unit == "USD/chip-hour":
        return "$.2f"
    if unit.startswith("USD"):
        return "$,.3r"
    return ".0%" if unit == "fraction" else ",.1f"
