"""`sourced_table`: rows of data/ with unit, date, speaker, firmness and a link to each source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from rent_or_sell.facts.addresses import look_up_rows
from rent_or_sell.facts.files import DataError
from rent_or_sell.facts.schema import Field, Schema
from rent_or_sell.facts.sources import reading_columns, source_columns
from rent_or_sell.facts.tables import Facts
from rent_or_sell.names import LONGEST, listed, require_kind, shown
from rent_or_sell.tables.cell_text import cell_text, is_missing
from rent_or_sell.tables.source_marks import source_marks
from rent_or_sell.tables.table_page import Column, ShownRow, ShownTable

# Every fact is shown with these, whatever columns a chapter chooses.
PROVENANCE = ("who_said", "as_of", "firmness")
# Parts of other cells, and what only the data's keeper needs.
FOLDED = (
    "fact_id",
    "value_low",
    "value_high",
    "qualifier",
    "unit",
    "firmness_detail",
    "grade",
    "date",
)

Row = Mapping[str, Any]


def sourced_table(
    facts: Facts,
    name: str,
    columns: Sequence[str] | None = None,
    rows: str | Sequence[str] | None = None,
    caption: str = "",
    folded: bool = False,
) -> ShownTable:
    """Return rows of a table for display, each with its evidence; see `Book.sourced_table`."""
    schema = facts.schema(name)
    require_kind("caption", caption, str, "a text", DataError)
    require_kind("folded", folded, bool, "True or False", DataError)
    chosen = _choose_rows(facts, schema, rows)
    records: list[Row] = [
        {str(key): value for key, value in record.items()} for record in chosen.to_dict("records")
    ]
    fields = _with_unit(schema, _choose_columns(schema, columns, records), records)
    return ShownTable(
        name=name,
        caption=caption or schema.title,
        columns=tuple(_column(field, records) for field in fields),
        rows=tuple(_shown_rows(facts, schema, fields, records)),
        folded=folded,
    )


def _choose_rows(facts: Facts, schema: Schema, rows: str | Sequence[str] | None) -> pd.DataFrame:
    table = facts.table(schema.name)
    if rows is None:
        return table
    if isinstance(rows, str):
        try:
            return table.query(rows)
        except Exception as error:  # pandas raises many kinds for what an author typed
            query, why = shown(rows), str(error)[:LONGEST]
            known = ", ".join(schema.names)
            raise DataError(
                f"table {schema.name}: the query {query} fails ({why}); columns are {known}"
            ) from error
    return look_up_rows(facts, schema.name, rows)


def _choose_columns(
    schema: Schema, columns: Sequence[str] | None, records: Sequence[Row]
) -> list[Field]:
    if columns is None:
        columns = [
            name
            for name in _default_columns(schema)
            if not all(is_missing(row[name]) for row in records)
        ]
    asked = listed("columns", columns, DataError)
    content = [field for field in map(schema.field, asked) if field.name not in PROVENANCE]
    return content + [schema.field(one) for one in PROVENANCE if one in schema.names]


def _default_columns(schema: Schema) -> list[str]:
    hidden = {*source_columns(schema.names), *reading_columns(schema.names)}
    # sources, parameters and scenarios are no facts: nothing of theirs is part of another cell, but
    # an address is the mark's, and how the page writes a name and its values is for programs
    hidden |= set(FOLDED) if "firmness" in schema.names else {"url", "symbol", "format"}
    return [name for name in schema.names if name not in hidden]


def _with_unit(schema: Schema, fields: list[Field], records: Sequence[Row]) -> list[Field]:
    """Add the unit column after the value where the rows shown differ in unit."""
    measured = [position for position, field in enumerate(fields) if field.unit_column]
    if not measured or schema.field("unit") in fields or len(_units(records)) < 2:
        return fields
    after = measured[-1] + 1
    return [*fields[:after], schema.field("unit"), *fields[after:]]


def _units(records: Sequence[Row]) -> list[str]:
    return list(dict.fromkeys(row["unit"] for row in records if not is_missing(row["unit"])))


def _column(field: Field, records: Sequence[Row]) -> Column:
    units = _units(records) if field.unit_column else [field.unit]
    unit = units[0] if len(units) == 1 else ""
    if field.name in PROVENANCE:
        return Column(field.title, "", "provenance")
    return Column(field.title, unit, "number" if field.is_numeric else "text")


def _shown_rows(
    facts: Facts, schema: Schema, fields: Sequence[Field], records: Sequence[Row]
) -> list[ShownRow]:
    marks = source_marks(facts, schema, records)
    return [
        ShownRow(
            key=str(row[schema.key[0]]),
            cells=tuple(cell_text(row, field) for field in fields),
            marks=row_marks,
        )
        for row, row_marks in zip(records, marks, strict=True)
    ]
