"""Every problem of the tables in data/, each as file, row, column, value and remedy."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from rent_or_sell.extras import brought_by
from rent_or_sell.facts.cell_checks import complaints
from rent_or_sell.facts.files import DataError, read_rows, read_text
from rent_or_sell.facts.glossary import TABLE as GLOSSARY
from rent_or_sell.facts.glossary import form_problems
from rent_or_sell.facts.parameter_checks import number, parameter_problems
from rent_or_sell.facts.schema import (
    CUSTOM,
    DESCRIPTION,
    REQUIRED,
    Field,
    Schema,
    load_schema,
    load_schemas,
)

Row = Mapping[str, str]

# What has to be no larger than what, in a row of any table that has both columns.
_ORDERED = (
    ("low", "base"),
    ("base", "high"),
    ("min", "low"),
    ("high", "max"),
    ("value_low", "value"),
    ("value", "value_high"),
    ("value_low", "value_high"),
)

# How the types of a column are written; a text is never of the wrong type.
_WRITTEN = {
    "number": "write its digits, with a point before decimals",
    "integer": "write a whole number in digits",
    "date": "write a day of the calendar, such as 2026-11-30",
}


def problems(folder: Path, last_day: str = "") -> list[str]:
    """Return all problems, or an empty list; wrong headers hide what follows from them.

    A document that was published after the last day is one.
    """
    names = tuple(load_schemas(folder))
    headers = [line for name in names for line in _header_problems(folder, name)]
    headers.extend(_undescribed(folder, names))
    if headers:
        return headers
    tables = {name: read_rows(folder / f"{name}.csv") for name in names}
    found = _schema_problems(folder, tables)
    for name, rows in tables.items():
        found.extend(_empty_problems(load_schema(folder, name), rows))
        found.extend(_cell_problems(load_schema(folder, name), rows))
        found.extend(_order_problems(name, rows))
    found.extend(_too_late(tables["sources"], last_day))
    for row, column, message in parameter_problems(tables["parameters"]):
        found.append(_say("parameters", row, column, message))
    found.extend(_unsourced(tables["parameters"], tables["parameter_sources"]))
    found.extend(_name_problems(tables["scenarios"], tables["scenario_changes"]))
    found.extend(_scenario_problems(tables["scenario_changes"], tables["parameters"]))
    for row, column, message in form_problems(tables.get(GLOSSARY, ())):
        found.append(_say(GLOSSARY, row, column, message))
    return found


def _say(table: str, row: int, column: str, message: str) -> str:
    """Return a problem with its place; rows count lines, the header is row 1."""
    return f"data/{table}.csv, row {row}, column {column}: {message}"


def _header_problems(folder: Path, name: str) -> Iterator[str]:
    schema = load_schema(folder, name)
    path = folder / f"{name}.csv"
    if not path.exists():
        yield f"data/{name}.csv is missing; restore it, or take it out of data/datapackage.json"
        return
    try:
        header = tuple(next(csv.reader(io.StringIO(read_text(path), newline="")), []))
        read_rows(path)
    except DataError as error:
        yield str(error)
        return
    if header != schema.names:
        yield from _wrong_columns(schema, header)


def _undescribed(folder: Path, names: Collection[str]) -> Iterator[str]:
    for path in sorted(folder.glob("*.csv")):
        if path.stem not in names:
            remedy = "describe it in data/datapackage.json or take it away"
            yield f"data/{path.name} is described nowhere; {remedy}"


def _wrong_columns(schema: Schema, header: tuple[str, ...]) -> Iterator[str]:
    missing = [name for name in schema.names if name not in header]
    unknown = [name for name in header if name not in schema.names]
    for name in missing:
        yield _say(schema.name, 1, name, "the column is missing; add it to the header and each row")
    for name in unknown:
        remedy = "correct its name, or describe it in data/datapackage.json"
        yield _say(schema.name, 1, name, f"the schema does not know this column; {remedy}")
    if not missing and not unknown:
        order = ", ".join(schema.names)
        yield _say(schema.name, 1, header[0], f"columns are out of order or doubled; write {order}")


def _schema_problems(folder: Path, tables: Mapping[str, Sequence[Row]]) -> list[str]:
    with brought_by("book"):
        from frictionless import Package

    try:
        package = Package(json.loads(read_text(folder / DESCRIPTION)), basepath=str(folder))
        for resource in package.resources:
            resource.encoding = "utf-8-sig"  # a byte-order mark is none of the first column's name
        report = package.validate()
    except Exception as error:  # noqa: BLE001  (Frictionless raises errors of many kinds)
        said = " ".join(str(error).split())
        return [f"data/{DESCRIPTION} is not understood: {said}; correct it"]
    found = [f"data/{DESCRIPTION}: {error.message}; correct it" for error in report.errors]
    for task in report.tasks:
        schema, rows = load_schema(folder, task.name), tables[task.name]
        found.extend(_explain(schema, error, rows) for error in task.errors)
    return found


def _explain(schema: Schema, error: Any, rows: Sequence[Row]) -> str:
    """Return a Frictionless error in the words of this project."""
    table = schema.name
    row = getattr(error, "row_number", 0)
    value = getattr(error, "cell", "")
    column = getattr(error, "field_name", "")
    match error.type:
        case "foreign-key":
            return _explain_reference(table, error)
        case "primary-key":
            key = "+".join(schema.key)
            return _say(table, row, key, f"{error.note}; give each row a key of its own")
        case "type-error":
            remedy = _WRITTEN[schema.field(column).type]
            return _say(table, row, column, f"{value!r} has the wrong type; {remedy}")
        case "unique-error":
            message = f"{value!r} is {error.note}; give each row its own"
            return _say(table, row, column, message)
        case "blank-row":
            return _say(table, row, schema.names[0], "the row is blank; delete it")
        case "constraint-error" if "required" in error.note:
            return _say(table, row, column, "the cell is empty; fill it in")
        case "constraint-error":
            wanted = _wanted(schema.field(column), rows) or error.note
            return _say(table, row, column, f"{value!r} is not allowed; {wanted}")
        case "missing-cell" | "extra-cell":
            remedy = "write one cell for each column, and quote text that holds a comma"
            return _say(table, row, column or "after the last", f"{error.title.lower()}; {remedy}")
        case _:
            return f"data/{table}.csv: {error.message}; correct the file"


def _wanted(field: Field, rows: Sequence[Row]) -> str:
    """Say what a column takes: its choices, or one of its own cells that is as it should be."""
    if field.choices:
        return f"write one of: {', '.join(field.choices)}"
    right = (row[field.name] for row in rows if re.fullmatch(field.pattern, row[field.name]))
    example = next(filter(None, right), "")
    holds = f"the column holds: {field.description}"
    return f"write it like {example!r}; {holds}" if example else holds


def _explain_reference(table: str, error: Any) -> str:
    column = "+".join(error.field_names)
    value = ", ".join(repr(cell) for cell in error.field_cells)
    target = f"data/{error.reference_name}.csv"
    noun = {"sources": "source"}.get(error.reference_name, "row")
    remedy = f"add the {noun} there or correct the id"
    return _say(table, error.row_number, column, f"{value} is not in {target}; {remedy}")


def _empty_problems(schema: Schema, rows: Sequence[Row]) -> Iterator[str]:
    if not rows:
        away = "" if schema.name in REQUIRED else f", or take it out of data/{DESCRIPTION} too"
        yield _say(schema.name, 2, schema.names[0], f"the table has no rows; add one{away}")


def _cell_problems(schema: Schema, rows: Sequence[Row]) -> Iterator[str]:
    for line, row in enumerate(rows, start=2):
        for field in schema.fields:
            for message in complaints(field, row[field.name]):
                yield _say(schema.name, line, field.name, message)


def _order_problems(name: str, rows: Sequence[Row]) -> Iterator[str]:
    for line, row in enumerate(rows, start=2):
        for smaller, larger in _ORDERED:
            if number(row.get(smaller)) > number(row.get(larger)):
                message = f"{row[smaller]} is above {larger} ({row[larger]})"
                yield _say(name, line, smaller, f"{message}; lower {smaller} or raise {larger}")


def _too_late(sources: Sequence[Row], last_day: str) -> Iterator[str]:
    """Yield documents that the book cannot know yet, by its own days: never by the clock."""
    for line, row in enumerate(sources, start=2):
        published = row["published"]
        if last_day and published > last_day[: len(published)]:
            message = f"{published!r} is after {last_day}, the last day of the book's edition"
            remedy = "correct it, or the edition's days in book.py"
            yield _say("sources", line, "published", f"{message}; {remedy}")


def _unsourced(parameters: Sequence[Row], links: Sequence[Row]) -> Iterator[str]:
    linked = {link["parameter"] for link in links}
    for line, row in enumerate(parameters, start=2):
        if row["kind"] in ("sourced", "derived") and row["name"] not in linked:
            message = (
                f"{row['name']} is {row['kind']}, and data/parameter_sources.csv names no source"
            )
            yield _say("parameters", line, "kind", f"{message}; add one, or call it a judgement")


def _name_problems(scenarios: Sequence[Row], changes: Sequence[Row]) -> Iterator[str]:
    first = scenarios[0]["scenario"] if scenarios else "base"
    if first != "base":
        message = f"{first!r} is the first scenario, and 'base' must be; put the base case there"
        yield _say("scenarios", 2, "scenario", message)
    labels: set[str] = set()
    for line, row in enumerate(scenarios, start=2):
        if (label := row["label"].casefold()) in labels:
            message = f"{row['label']!r} is another scenario's, too; give each a label of its own"
            yield _say("scenarios", line, "label", message)
        labels.add(label)
        if row["scenario"] == CUSTOM:
            message = "is what explorers call changes that no scenario makes; give another name"
            yield _say("scenarios", line, "scenario", f"{CUSTOM!r} {message}")
    for line, change in enumerate(changes, start=2):
        if change["scenario"] == "base":
            message = "'base' is every assumption at its base value; take the row away"
            yield _say("scenario_changes", line, "scenario", message)


def _scenario_problems(changes: Sequence[Row], parameters: Sequence[Row]) -> Iterator[str]:
    known = {row["name"]: row for row in parameters}
    for line, change in enumerate(changes, start=2):
        limits = known.get(change["parameter"], {})
        low, high = limits.get("min", ""), limits.get("max", "")
        value = number(change["value"])
        if value < number(low) or value > number(high):
            message = f"{change['value']} is outside the hard limits of {change['parameter']}"
            remedy = f"give a value from {low} to {high}"
            yield _say("scenario_changes", line, "value", f"{message}; {remedy}")
