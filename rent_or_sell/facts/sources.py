"""The documents that facts rest on: data/sources.csv."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from rent_or_sell.facts.files import read_again_when_edited


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


@read_again_when_edited("sources.csv")
def load_sources(folder: Path) -> Mapping[str, Source]:
    """Return every source of a data folder by its id."""
    columns = Source.__dataclass_fields__
    with (folder / "sources.csv").open(newline="", encoding="utf-8") as lines:
        rows = [{name: row[name] for name in columns} for row in csv.DictReader(lines)]
    return MappingProxyType({row["source_id"]: Source(**row) for row in rows})


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


def is_unverified(row: Mapping[str, Any], known: Mapping[str, Source]) -> bool:
    """Whether none of the sources that a row rests on has a public link."""
    return not any(source.is_public for source in row_sources(row, known))
