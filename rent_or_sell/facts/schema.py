"""What the tables of a data folder hold, as its datapackage.json declares it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from rent_or_sell.facts.files import DataError, read_again_when_edited, read_text
from rent_or_sell.names import require_name, shown

DESCRIPTION = "datapackage.json"
# What every book has, with the columns that the package reads.
REQUIRED = (
    *("sources", "units", "parameters", "parameter_sources"),
    *("scenarios", "scenario_changes"),
)
CUSTOM = "custom"  # changes that no scenario makes: no scenario's name


@dataclass(frozen=True)
class Field:
    """A column: its display name, what it holds, and its unit or the column that names it.

    Its cells are one of the choices, or match the pattern, where there are any.
    """

    name: str
    title: str
    description: str
    type: str
    unit: str = ""
    unit_column: str = ""
    choices: tuple[str, ...] = ()
    pattern: str = ""

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

    @property
    def holds_facts(self) -> bool:
        """Whether each row is a fact: somebody's statement, with how firmly it was made."""
        return "firmness" in self.names

    def field(self, name: str) -> Field:
        """Return a column, or raise `DataError` with the names there are."""
        for field in self.fields:
            if field.name == name:
                return field
        columns = ", ".join(self.names)
        raise DataError(f"table {self.name} has no column {shown(name)}; its columns are {columns}")


@read_again_when_edited(DESCRIPTION)
def load_schemas(folder: Path) -> Mapping[str, Schema]:
    """Return the schema of every table of a data folder, in the order of datapackage.json."""
    text = read_text(folder / DESCRIPTION)
    try:
        schemas = [_schema(resource) for resource in json.loads(text)["resources"]]
        found = {schema.name: schema for schema in schemas}
    except json.JSONDecodeError as error:
        place = f"row {error.lineno}, column {error.colno}"
        raise DataError(f"data/datapackage.json, {place}: {error.msg}; correct it") from None
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        remedy = "each needs a name, a title, a description and a schema with fields and a key"
        raise DataError(
            f"data/datapackage.json does not describe its tables ({error!r}); {remedy}"
        ) from None
    if len(found) < len(schemas):
        raise DataError(f"data/{DESCRIPTION} describes a table twice; give each one a name")
    missing = [name for name in REQUIRED if name not in found]
    if missing:
        raise DataError(f"data/{DESCRIPTION} does not describe {', '.join(missing)}; add it")
    return MappingProxyType(found)


def load_schema(folder: Path, name: str) -> Schema:
    """Return the schema of a table, or raise `DataError` with the nearest name."""
    schemas = load_schemas(folder)
    require_name(name, schemas, "a table", DataError)
    return schemas[name]


def _schema(resource: Mapping[str, Any]) -> Schema:
    key = resource["schema"]["primaryKey"]
    if not key:
        raise TypeError(f"primaryKey of {resource['name']} is empty")
    return Schema(
        name=resource["name"],
        title=resource["title"],
        description=resource["description"],
        key=(key,) if isinstance(key, str) else tuple(key),
        fields=tuple(map(_field, resource["schema"]["fields"])),
    )


def _field(described: Mapping[str, Any]) -> Field:
    said = {name: described[name] for name in Field.__dataclass_fields__ if name in described}
    asked = described.get("constraints", {})
    return Field(
        **said, choices=tuple(map(str, asked.get("enum", ()))), pattern=asked.get("pattern", "")
    )
