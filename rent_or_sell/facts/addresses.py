"""The one way to look a fact up: by its address, `table.row` or `table.row.column`."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rent_or_sell.facts.files import DataError
from rent_or_sell.facts.schema import Field, Schema
from rent_or_sell.facts.tables import Facts
from rent_or_sell.names import listed, require_kind, require_name

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, repr=False)
class Fact:
    """A number that a row of a table states, with the row that says who, when and how firmly.

    `value`, `low` and `high` are in `unit`; None where the row gives none, one of them at least
    is a number.

    Attributes
    ----------
    address
        Where the fact stands: `table.row` or `table.row.column`.
    value, low, high
        The number, and the ends of its range.
    unit, qualifier
        Its unit, and the word that limits it, such as "over".
    row
        The whole row: who said it, when, how firmly, in which source.
    schema, field
        What the table and the column hold.

    Examples
    --------
    >>> import rent_or_sell
    >>> rent_or_sell.fact("commitments.CM02")
    <Fact commitments.CM02: over 100 billion USD>
    """

    address: str
    schema: Schema
    field: Field
    row: Mapping[str, Any]
    value: float | None
    low: float | None
    high: float | None
    unit: str
    qualifier: str

    @property
    def number(self) -> float:
        """The value itself; raises `DataError` for a fact that is only a range."""
        if self.value is None:
            remedy = "name .value_low or .value_high"
            raise DataError(f"{self.address} is a range and no single value; {remedy}")
        return self.value

    def __repr__(self) -> str:
        """Say what is stated, such as `<Fact amazon_statements.JL01: over 20 billion USD>`."""
        ends = [f"{one:,.10g}" for one in (self.low, self.high) if one is not None]
        stated = " to ".join(ends) if self.value is None else f"{self.value:,.10g}"
        words = " ".join(filter(None, (self.qualifier, stated, self.unit)))
        return f"<Fact {self.address}: {words}>"


def look_up(facts: Facts, address: str) -> Fact:
    """Return the fact at an address such as `amazon_statements.JL01`.

    Parameters
    ----------
    facts
        The tables to look in.
    address
        `table.row` for the row's value with its range, `table.row.column` for another number.

    Raises
    ------
    DataError
        If there is no such table, row or column, or it holds no number; it names the nearest.
    """
    require_kind("address", address, str, "a text such as 'table.row'", DataError)
    table, _, rest = address.partition(".")
    row_id, _, column = rest.partition(".")
    schema = _fact_table(facts, table)
    row = look_up_row(facts, f"{table}.{row_id}")
    field = _number_field(schema, column or "value")
    value, low, high = (_number(row, name) for name in _columns(field))
    if value is None and low is None and high is None:
        raise DataError(f"{address} holds no number ({field.name} is empty); name another column")
    return Fact(
        address=address,
        schema=schema,
        field=field,
        row=row,
        value=value,
        low=low,
        high=high,
        unit=str(row[field.unit_column]) if field.unit_column else field.unit,
        qualifier=_text(row.get("qualifier")) if field.name == "value" else "",
    )


def look_up_row(facts: Facts, address: str) -> Mapping[str, Any]:
    """Return the row at an address `table.row`, or raise `DataError` with the nearest name."""
    table, _, row_id = address.partition(".")
    row = look_up_rows(facts, table, [row_id]).astype(object).iloc[0]
    return {str(name): cell for name, cell in row.items()}


def look_up_rows(facts: Facts, table: str, row_ids: Iterable[str]) -> pd.DataFrame:
    """Return rows of a table by their keys, in the order given; the keys are the index.

    Raises
    ------
    DataError
        If there is no such table or row; the message names the nearest.
    """
    rows = facts.table(table).set_index(facts.schema(table).key[0], drop=False)
    known = tuple(map(str, rows.index))
    wanted = listed("row_ids", row_ids, DataError)
    for row_id in wanted:
        require_name(row_id, known, f"a row of {table}", DataError)
    return rows.loc[wanted]


def _fact_table(facts: Facts, name: str) -> Schema:
    tables = (one for one in facts.names if facts.schema(one).holds_facts)
    require_name(name, tables, "a table of facts", DataError)
    return facts.schema(name)


def _number_field(schema: Schema, column: str) -> Field:
    numeric = [field.name for field in schema.fields if field.is_numeric]
    if not numeric:
        raise DataError(f"table {schema.name} holds no numbers; name another table")
    require_name(column, numeric, f"a column of numbers of {schema.name}", DataError)
    return schema.field(column)


def _columns(field: Field) -> tuple[str, str, str]:
    """Return the columns of a number and of the ends of its range."""
    return (
        (field.name, "value_low", "value_high") if field.name == "value" else (field.name, "", "")
    )


def _number(row: Mapping[str, Any], column: str) -> float | None:
    """Return a cell's number; None for a missing one, whichever way pandas says so."""
    cell = row.get(column)
    is_number = isinstance(cell, (int, float)) and not math.isnan(cell)
    return float(cell) if is_number else None  # type: ignore[arg-type]


def _text(cell: Any) -> str:
    return cell if isinstance(cell, str) else ""
