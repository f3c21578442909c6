"""Ties a number in prose to the data: finds what a target names, and holds the text against it.

Targets are `table.row_id`, `table.row_id.column`, `parameter.name` (also with `.low`, `.high`,
`.minimum`, `.maximum`), `result.model.quantity`, `result.model.quantity[2027]` and any result
with `@scenario`; `edition.2.model.quantity.before` is what edition 2 says of it in its table of
changes, with `@scenario` too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from rent_or_sell.books import Book
from rent_or_sell.facts.addresses import Fact, look_up
from rent_or_sell.facts.files import DataError
from rent_or_sell.facts.tables import Facts
from rent_or_sell.model.graph import ModelError, Quantity
from rent_or_sell.model.parameters import Scenario
from rent_or_sell.model.years import Years
from rent_or_sell.names import unknown_name
from rent_or_sell.prose.agreement import check
from rent_or_sell.prose.bound import BindingError, Bound
from rent_or_sell.tables.cell_text import cell_text, firmness_text, is_missing
from rent_or_sell.tables.source_marks import marks_of, source_marks

__all__ = ["BindingError", "Bound", "bind", "check", "resolve", "split_role"]

ENDS = ("base", "low", "high", "minimum", "maximum")
_RESULT = re.compile(r"(\w+)\.(\w+)(?:\[(\d+)\])?(?:@(\w+))?")
_CHANGE = re.compile(r"(\d+)\.(\w+)\.(\w+)\.(\w+)(?:@(\w+))?")
_ROLE = re.compile(r"(?P<text>.*\S)\s*<(?P<target>[^<>]+)>", re.DOTALL)


def split_role(content: str) -> tuple[str, str]:
    """Return text and target of `over $20 billion <amazon_statements.JL01>`."""
    match = _ROLE.fullmatch(content.strip())
    if not match:
        raise BindingError(f"“{content}” names no target; write it as “$20 billion <table.row>”")
    return " ".join(match["text"].split()), match["target"].strip()


def bind(book: Book, content: str) -> tuple[str, Bound]:
    """Return the text of a role and what it is bound to.

    Raises
    ------
    BindingError
        If there is no such target or the two disagree; it says what would be right.
    """
    text, target = split_role(content)
    bound = resolve(book, target)
    check(text, bound, book.things)
    return text, bound


def resolve(book: Book, target: str) -> Bound:
    """Return what a target names, or raise `BindingError` with the nearest names."""
    head, _, rest = target.partition(".")
    if head == "parameter":
        return _parameter(book, target, rest)
    if head == "result":
        return _result(book, target, rest)
    if head == "edition":
        return _change(book, target, rest)
    return _fact(book.facts, target)


def _fact(facts: Facts, target: str) -> Bound:
    table = target.partition(".")[0]
    holding = [name for name in facts.names if facts.schema(name).holds_facts]
    _known(table, [*holding, "parameter", "result"], "a table of facts, parameter or result")
    try:
        fact = look_up(facts, target)
    except DataError as error:
        raise BindingError(str(error)) from error
    return Bound(
        target=target,
        kind="fact",
        anchor=f"table-{table}",
        label=_row_label(fact),
        unit=fact.unit,
        value=fact.value,
        low=fact.low,
        high=fact.high,
        qualifier=fact.qualifier,
        as_of=cell_text(fact.row, fact.schema.field("as_of")),
        who_said=_text(fact.row, "who_said"),
        firmness=firmness_text(fact.row),
        sources=source_marks(facts, fact.schema, [fact.row])[0] or (),
    )


def _row_label(fact: Fact) -> str:
    """Return what a row is about: its words before the value, or its key and the column."""
    schema, row, field = fact.schema, fact.row, fact.field
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


def _parameter(book: Book, target: str, rest: str) -> Bound:
    name, _, end = rest.partition(".")
    parameters = book.load_parameters()
    _known(name, list(parameters), "a parameter")
    _known(end or "base", ENDS, "an end of a parameter's range")
    parameter = parameters[name]
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
        sources=marks_of(parameter.sources),
    )


def _result(book: Book, target: str, rest: str) -> Bound:
    match = _RESULT.fullmatch(rest)
    if not match:
        raise BindingError(
            f"{target!r} is not result.model.quantity, such as result.rack.npv_rent, "
            "result.fleet.sold[2027] or result.rack.npv_rent@weakest"
        )
    model_name, name, year, scenario_name = match.groups()
    try:
        model = book.model(model_name)
    except ModelError as error:
        raise BindingError(str(error)) from error
    quantities = {quantity.name: quantity for quantity in model.quantities}
    _known(name, list(quantities), f"a result of {model_name}")
    _known(scenario_name or "base", list(model.scenarios), "a scenario")
    scenario = model.scenarios[scenario_name or "base"]
    changes = {key: value for key, value in scenario.changes.items() if key in model.parameters}
    value = model.evaluate(changes)[name]
    return Bound(
        target=target,
        kind="result",
        anchor=f"quantity-{name}",
        label=_result_label(quantities[name], year, scenario),
        unit=quantities[name].unit,
        value=_of_year(target, quantities[name], value, year, model.years),
        who_said="This book’s model",
        firmness="derived",
    )


def _of_year(target: str, quantity: Quantity, value: Any, year: str | None, years: Years) -> float:
    if quantity.yearly and (year is None or int(year) not in years):
        right = f"{quantity.name}[{years.first}] to {quantity.name}[{years.last}]"
        raise BindingError(f"{target!r} is a result of each year; name one, {right}")
    if not quantity.yearly and year is not None:
        raise BindingError(f"{target!r}: {quantity.name} is one number; leave [{year}] out")
    return float(value[int(year) - years.first] if year else value)


def _result_label(quantity: Quantity, year: str | None, scenario: Scenario) -> str:
    return ", ".join(part for part in (quantity.summary, year, scenario.label) if part)


def _change(book: Book, target: str, rest: str) -> Bound:
    """Return a number of the table that says what each edition changed."""
    match = _CHANGE.fullmatch(rest)
    if not match:
        example = "edition.2.fleet.policy_gain_total.before"
        raise BindingError(f"{target!r} is not edition.number.model.quantity.column: {example}")
    number, model, name, column, scenario = match.groups()
    facts = book.facts
    _known("editions", facts.names, "a table of data/")
    schema = facts.schema("editions")
    _known(column, [field.name for field in schema.fields if field.unit_column], "a column")
    table = facts.table("editions").astype({"edition": str})
    addresses = table[list(schema.key)].agg(".".join, axis=1)
    rows = dict(zip(addresses, table.to_dict("records"), strict=True))
    address = ".".join((number, scenario or "base", model, name))
    _known(address, list(rows), "edition.scenario.model.quantity in data/editions.csv")
    return Bound(
        target=target,
        kind="fact",
        anchor="table-editions",
        label=f"{_changed_label(book, model, name, scenario)}, "
        f"{schema.field(column).title.lower()} edition {number}",
        unit=rows[address]["unit"],
        value=float(rows[address][column]),
        who_said="This book",
        firmness="derived",
    )


def _changed_label(book: Book, model_name: str, name: str, scenario: str | None) -> str:
    """Return what a result of an edition is in words; its bare name if the model lost it since."""
    model = book.model(model_name)
    summaries = {quantity.name: quantity.summary for quantity in model.quantities}
    words = model.scenarios[scenario or "base"].label
    return f"{summaries.get(name, name)}, {words}"


def _text(row: Mapping[str, Any], name: str) -> str:
    return "" if is_missing(row.get(name)) else str(row[name])


def _known(name: str, names: Sequence[str], what: str) -> None:
    if name not in names:
        raise BindingError(unknown_name(name, names, what))
