"""The tables of a data folder as typed data frames, each with its schema and its sources."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from rent_or_sell.facts.files import DataError, edited_at, read_text
from rent_or_sell.facts.schema import Schema, load_schema, load_schemas
from rent_or_sell.facts.sources import Source, load_sources

if TYPE_CHECKING:
    import pandas as pd

# Frictionless types as pandas types; dates are parsed afterwards.
_TYPES = {"string": "str", "number": "float64", "integer": "Int64", "date": "str"}


@dataclass(frozen=True)
class Facts:
    """A data folder: its tables, their schemas and the sources that they rest on.

    Files are read when they are asked for, and again when they were edited. No document of theirs
    is of a later day than `last_day`, where there is one.
    """

    folder: Path
    last_day: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all tables, in the order of datapackage.json."""
        return tuple(load_schemas(self.folder))

    @property
    def sources(self) -> Mapping[str, Source]:
        """Every source by its id."""
        return load_sources(self.folder)

    def schema(self, name: str) -> Schema:
        """Return the schema of a table, or raise `DataError` with the nearest name."""
        return load_schema(self.folder, name)

    def table(self, name: str) -> pd.DataFrame:
        """Return a table as a data frame of its own: text, float64, Int64, datetime64 columns.

        Missing cells are missing values (`isna`). Raises `DataError` if there is no such table
        or the file does not fit its schema.
        """
        schema = self.schema(name)
        path = self.folder / f"{name}.csv"
        return _read(path, edited_at(path), schema).copy()

    def validate(self) -> None:
        """Raise `DataError` with every problem of the tables: file, row, column, value, remedy."""
        from rent_or_sell.facts.table_checks import problems

        found = problems(self.folder, self.last_day)
        if found:
            raise DataError("\n".join(found))


@lru_cache(maxsize=64)
def _read(path: Path, edited: tuple[int, int], schema: Schema) -> pd.DataFrame:
    import pandas as pd

    types = {field.name: _TYPES[field.type] for field in schema.fields}
    dates = [field.name for field in schema.fields if field.type == "date"]
    try:
        text = io.StringIO(read_text(path))
        table = pd.read_csv(text, dtype=types, keep_default_na=False, na_values=[""])
        table = table[list(schema.names)]
        table[dates] = table[dates].apply(pd.to_datetime, format="%Y-%m-%d")
    except (KeyError, ValueError) as error:
        raise DataError(
            f"data/{path.name} does not fit its schema ({error}); "
            "the validate() of the book's facts names the rows and columns to correct"
        ) from error
    return table
