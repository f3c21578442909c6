"""Ties a number in prose to the data: finds what a target names, and holds the text against it.

Targets are `table.row_id`, `table.row_id.column`, `parameter.name` (also with `.low`, `.high`,
`.minimum`, `.maximum`), `result.model.quantity`, `result.model.quantity[2027]` and any result
with `@scenario`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from rent_or_sell.facts.tables import Field, Schema, load_schema, load_table, table_names
from rent_or_sell.model.graph import FIRST_YEAR, YEARS, ModelError, Quantity
from rent_or_sell.model.models import load_model
from rent_or_sell.model.parameters import Scenario, load_parameters, load_scenarios, unknown_name
from rent_or_sell.prose.agreement import check
from rent_or_sell.prose.bound import BindingError, Bound
from rent_or_sell.tables.cell_text import cell_text, firmness_text, is_missing
from rent_or_sell.tables.source_marks import source_marks

__all__ = ["BindingError", "Bound", "bind", "check", "resolve", "split_role"]

ENDS = ("base", "low", "high", "minimum", "maximum")
_RESULT = re.compile(r"(\w+)\.(\w+)(?:\[(\d+)\])?(?:@(\w+))?")
_ROLE = re.compile(r"(?P<text>.*\S)\s*<(?P<target>[^<>]+)>", re.DOTALL)


def split_role(content: str) -> tuple[str, str]:
    """Return text and target of `over $20 billion <amazon_statements.JL01>`."""
    match = _ROLE.fullmatch(content.strip())
    if not match:
        raise BindingError(f"“{content}” names no target; write it as “$20 billion <table.row>”")
    return " ".join(match["text"].split()), match["target"].strip()


def bind(content: str) -> tuple[str, Bound]:
    """Return the text of a role and what it is bound to.

    Raises
    ------
    BindingError
        If there is no such target or the two disagree; it says what would be right.
    """
    text, target = split_role(content)
    bound = resolve(target)
    check(text, bound)
    return text, bound


def resolve(target: str) -> Bound:
    """Return what a target names, or raise `BindingError` with the nearest names."""
    head, _, rest = target.partition(".")
    if head == "parameter":
        return _parameter(target, rest)
    if head == "result":
        return _result(target, rest)
    return _fact(target, head, rest)


def _fact(target: str, table: str, rest: str) -> Bound:
    facts = [name for name in table_names() if "firmness" in load_schema(name).names]
    _known(table, [*facts, "parameter", "result"], "a table of facts, parameter or result")
    schema = load_schema(table)
    row_id, _, column = rest.partition(".")
    rows = load_table(table).set_index(schema.key[0], drop=False).astype(object)
    _known(row_id, list(map(str, rows.index)), f"a row of {table}")
    row: Mapping[str, Any] = {str(name): cell for name, cell in rows.loc[row_id].items()}
    field = _number_field(schema, column or "value")
    numbers = {
        key: None if is_missing(row.get(name)) else float(row[name])
        for key, name in _columns(field).items()
    }
    if all(number is None for number in numbers.values()):
        raise BindingError(f"{target} holds no number ({field.name} is empty); name another column")
    return Bound(
        target=target,
        kind="fact",
        anchor=f"table-{table}",
        label=_row_label(schema, row, field),
        unit=str(row[field.unit_column]) if field.unit_column else field.unit,
        qualifier=_text(row, "qualifier") if field.name == "value" else "",
        as_of=cell_text(row, schema.field("as_of")),
        who_said=_text(row, "who_said"),
        firmness=firmness_text(row),
        sources=source_marks(schema, [row])[0] or (),
        **numbers,
    )


def _columns(field: Field) -> dict[str, str]:
    if field.name != "value":
        return {"value": field.name}
    return {"value": "value", "low": "value_low", "high": "value_high"}


def _number_field(schema: Schema, column: str) -> Field:
    numeric = [field.name for field in schema.fields if field.is_numeric]
    if not numeric:
        raise BindingError(f"table {schema.name} holds no numbers; bind to another table")
    _known(column, numeric, f"a column of numbers of {schema.name}")
    return schema.field(column)


def _row_label(schema: Schema, row: Mapping[str, Any], field: Field) -> str:
    """Return what a row is about: its words before the value, or its key and the column."""
    names = [one.name for one in schema.fields]
    if "value" not in names:
        return f"{field.title}, {row[schema.key[0]]}"
    headings = {"section", "topic"} if "claim" in names else set()
    about = [
        _text(row, one.name)
        for one in schema.fields[1 : names.index("value")]
        if one.type == "string" and one.name not in headings and not is_missing(row[one.name])
    ]
    return ", ".join(about if field.name.startswith("value") else [*about, field.title])


def _parameter(target: str, rest: str) -> Bound:
    name, _, end = rest.partition(".")
    _known(name, list(load_parameters()), "a parameter")
    _known(end or "base", ENDS, "an end of a parameter's range")
    parameter = load_parameters()[name]
    return Bound(
        target=target,
        kind="parameter",
        anchor=f"parameter-{name}",
        label=f"{parameter.label} ({end})" if end else parameter.label,
        unit=parameter.unit,
        value=float(getattr(parameter, end or "base")),
        low=None if end else parameter.low,
        high=None if end else parameter.high,
        who_said="This book",
        firmness=f"our assumption ({parameter.kind})",
        sources=source_marks(load_schema("parameters"), [{"name": name}])[0] or (),
    )


def _result(target: str, rest: str) -> Bound:
    match = _RESULT.fullmatch(rest)
    if not match:
        raise BindingError(
            f"{target!r} is not result.model.quantity, such as result.rack.npv_rent, "
            "result.fleet.sold[2027] or result.rack.npv_rent@weakest"
        )
    model_name, name, year, scenario_name = match.groups()
    try:
        model = load_model(model_name)
    except ModelError as error:
        raise BindingError(str(error)) from error
    quantities = {quantity.name: quantity for quantity in model.quantities}
    _known(name, list(quantities), f"a result of {model_name}")
    _known(scenario_name or "base", list(load_scenarios()), "a scenario")
    scenario = load_scenarios()[scenario_name or "base"]
    changes = {key: value for key, value in scenario.changes.items() if key in model.parameters}
    return Bound(
        target=target,
        kind="result",
        anchor=f"quantity-{name}",
        label=_result_label(quantities[name], year, scenario),
        unit=quantities[name].unit,
        value=_of_year(target, quantities[name], model.evaluate(changes)[name], year),
        who_said="This book's model",
        firmness="derived",
    )


def _of_year(target: str, quantity: Quantity, value: Any, year: str | None) -> float:
    last = FIRST_YEAR + YEARS - 1
    if quantity.yearly and (year is None or not FIRST_YEAR <= int(year) <= last):
        right = f"{quantity.name}[{FIRST_YEAR}] to {quantity.name}[{last}]"
        raise BindingError(f"{target!r} is a result of each year; name one, {right}")
    if not quantity.yearly and year is not None:
        raise BindingError(f"{target!r}: {quantity.name} is one number; leave [{year}] out")
    return float(value[int(year) - FIRST_YEAR] if year else value)


def _result_label(quantity: Quantity, year: str | None, scenario: Scenario) -> str:
    return ", ".join(part for part in (quantity.summary, year, scenario.label.lower()) if part)


def _text(row: Mapping[str, Any], name: str) -> str:
    return "" if is_missing(row.get(name)) else str(row[name])


def _known(name: str, names: Sequence[str], what: str) -> None:
    if name not in names:
        raise BindingError(unknown_name(name, names, what))
