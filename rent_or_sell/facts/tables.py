"""The tables in data/ as typed data frames, each with its schema and its sources.

A chapter says `load_table("commitments")`; `validate()` holds every table against its schema.
"""

from __future__ import annotations

import json
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

from rent_or_sell.model.parameters import DATA

# Frictionless types as pandas types; dates are parsed afterwards.
_TYPES = {"string": "str", "number": "float64", "integer": "Int64", "date": "str"}


class DataError(ValueError):
    """The data are missing, malformed or contradict themselves; the message says what to do."""


@dataclass(frozen=True)
class Source:
    """A document that facts rest on; `url` is empty where there is no public link."""

    source_id: str
    title: str
    publisher: str
    url: str
    published: str
    grade: str
    access: str
    note: str

    @property
    def is_public(self) -> bool:
        """Whether a reader can follow a link to it."""
        return self.url.startswith(("https://", "http://"))


@dataclass(frozen=True)
class Field:
    """A column: its display name, what it holds, and its unit or the column that names it."""

    name: str
    title: str
    description: str
    type: str
    unit: str = ""
    unit_column: str = ""

    @property
    def is_numeric(self) -> bool:
        """Whether the column holds numbers."""
        return self.type in ("number", "integer")


@dataclass(frozen=True)
class Schema:
    """A table: its title, what it holds, its key and its columns in order."""

    name: str
    title: str
    description: str
    key: tuple[str, ...]
    fields: tuple[Field, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Column names in order."""
        return tuple(field.name for field in self.fields)

    def field(self, name: str) -> Field:
        """Return a column, or raise `DataError` with the names there are."""
        for field in self.fields:
            if field.name == name:
                return field
        raise DataError(
            f"table {self.name} has no column {name!r}; its columns are {', '.join(self.names)}"
        )


def table_names(directory: Path = DATA) -> tuple[str, ...]:
    """Return the names of all tables, in the order of datapackage.json."""
    return tuple(_schemas(directory, _changed(directory / "datapackage.json")))


def load_schema(name: str, directory: Path = DATA) -> Schema:
    """Return the schema of a table, or raise `DataError` with the names there are."""
    schemas = _schemas(directory, _changed(directory / "datapackage.json"))
    if name not in schemas:
        raise DataError(f"there is no table {name!r}; the tables are {', '.join(schemas)}")
    return schemas[name]


def load_table(name: str, directory: Path = DATA) -> pd.DataFrame:
    """Return a table as a data frame of its own: text, float64, Int64 and datetime64 columns.

    Missing cells are missing values (`isna`). Raises `DataError` if there is no such table or
    the file does not fit its schema.
    """
    schema = load_schema(name, directory)
    path = directory / f"{name}.csv"
    return _read(path, _changed(path), schema).copy()


def sources(directory: Path = DATA) -> dict[str, Source]:
    """Return every source by its id."""
    table = load_table("sources", directory).fillna("")
    records: list[dict[Hashable, Any]] = table.to_dict("records")
    return {
        str(record["source_id"]): Source(**{str(key): value for key, value in record.items()})
        for record in records
    }


def source_columns(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the columns that cite evidence.

    `primary_source_id` is none of them: it only says where a value could be checked.
    """
    return tuple(
        name for name in names if name.endswith("source_id") and name != "primary_source_id"
    )


def row_sources(row: Mapping[str, Any], known: Mapping[str, Source]) -> tuple[Source, ...]:
    """Return the sources that a row rests on, each once, in the order of its columns."""
    cited = [row[name] for name in source_columns(tuple(map(str, row.keys())))]
    return tuple(known[one] for one in dict.fromkeys(cited) if isinstance(one, str) and one)


def is_unverified(row: Mapping[str, Any], known: Mapping[str, Source] | None = None) -> bool:
    """Whether none of the sources that a row rests on has a public link."""
    found = row_sources(row, sources() if known is None else known)
    return not any(source.is_public for source in found)


def validate(directory: Path = DATA) -> None:
    """Raise `DataError` with every problem of the tables: file, row, column, value and remedy."""
    from rent_or_sell.facts.table_checks import problems

    found = problems(directory)
    if found:
        raise DataError("\n".join(found))


def _changed(path: Path) -> int:
    """Return when a file changed, so that an edited table is read again."""
    try:
        return path.stat().st_mtime_ns
    except FileNotFoundError:
        raise DataError(f"data/{path.name} is missing; restore the file") from None


@lru_cache(maxsize=8)
def _schemas(directory: Path, changed: int) -> dict[str, Schema]:
    package = json.loads((directory / "datapackage.json").read_text(encoding="utf-8"))
    return {resource["name"]: _schema(resource) for resource in package["resources"]}


def _schema(resource: Mapping[str, Any]) -> Schema:
    key = resource["schema"]["primaryKey"]
    wanted = Field.__dataclass_fields__
    fields = (
        Field(**{name: value for name, value in field.items() if name in wanted})
        for field in resource["schema"]["fields"]
    )
    return Schema(
        name=resource["name"],
        title=resource["title"],
        description=resource["description"],
        key=(key,) if isinstance(key, str) else tuple(key),
        fields=tuple(fields),
    )


@lru_cache(maxsize=64)
def _read(path: Path, changed: int, schema: Schema) -> pd.DataFrame:
    types = {field.name: _TYPES[field.type] for field in schema.fields}
    dates = [field.name for field in schema.fields if field.type == "date"]
    try:
        table = pd.read_csv(path, dtype=types, keep_default_na=False, na_values=[""])
        table = table[list(schema.names)]
        table[dates] = table[dates].apply(pd.to_datetime, format="%Y-%m-%d")
    except (KeyError, ValueError) as error:
        raise DataError(
            f"data/{path.name} does not fit its schema ({error}); "
            "rent_or_sell.facts.tables.validate() names the rows and columns to correct"
        ) from error
    return table
