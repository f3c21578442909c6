"""The documents that facts rest on: data/sources.csv."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from rent_or_sell.facts.files import read_again_when_edited, read_rows

_DAY = re.compile(r"\d{4}-\d{2}(-\d{2})?")  # or a month
OWN = "derived"  # the grade of what the book worked out itself
UNNAMED = "unnamed"  # read in somebody's text, whose author and address are not on record


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

    @property
    def is_named(self) -> bool:
        """Whether it is a document with a name, so that a reader could look for it."""
        return self.access != UNNAMED

    @property
    def is_own(self) -> bool:
        """Whether it is no document but the book's own sum or search."""
        return self.grade == OWN


@read_again_when_edited("sources.csv")
def load_sources(folder: Path) -> Mapping[str, Source]:
    """Return every source of a data folder by its id."""
    columns = Source.__dataclass_fields__
    rows = [
        {name: row[name] for name in columns} for row in read_rows(folder / "sources.csv", *columns)
    ]
    return MappingProxyType({row["source_id"]: Source(**row) for row in rows})


def latest(sources: Iterable[Source]) -> str:
    """Return when the newest document was published, such as "22 November 2026"; "" if unknown."""
    published = [one.published for one in sources if _DAY.fullmatch(one.published)]
    if not published:
        return ""
    return in_words(max(published))


def in_words(day: str) -> str:
    """Return a day or month, such as "2026-11-22", in words: "22 November 2026"."""
    year, month, *number = day.split("-")
    return " ".join([*(str(int(one)) for one in number), month_name[int(month)], year])


def source_columns(names: Iterable[str]) -> tuple[str, ...]:
    """Return the columns that name the documents which a row rests on."""
    return tuple(name for name in names if name.endswith("source_id") and not _is_reading(name))


def reading_columns(names: Iterable[str]) -> tuple[str, ...]:
    """Return the columns that say in which other document those were read."""
    return tuple(filter(_is_reading, names))


def row_sources(row: Mapping[str, Any], known: Mapping[str, Source]) -> tuple[Source, ...]:
    """Return the documents that a row rests on, each once, in the order of its columns."""
    return _named(row, source_columns(map(str, row)), known)


def row_readings(row: Mapping[str, Any], known: Mapping[str, Source]) -> tuple[Source, ...]:
    """Return the other documents in which those were read, each once."""
    return _named(row, reading_columns(map(str, row)), known)


def is_own_work(row: Mapping[str, Any], cited: Sequence[Source]) -> bool:
    """Whether a row is the book's own sum or search, by its grade or by all that it cites."""
    return row.get("grade") == OWN or (bool(cited) and all(source.is_own for source in cited))


def lacks_link(row: Mapping[str, Any], known: Mapping[str, Source]) -> bool:
    """Whether a row is others' statement, and none of its documents has a public link."""
    cited = row_sources(row, known)
    documents = (*cited, *row_readings(row, known))
    return not is_own_work(row, cited) and not any(source.is_public for source in documents)


def is_unverified(row: Mapping[str, Any], known: Mapping[str, Source]) -> bool:
    """Whether a row without a public link does not even name a document."""
    documents = (*row_sources(row, known), *row_readings(row, known))
    return lacks_link(row, known) and not any(source.is_named for source in documents)


def _is_reading(name: str) -> bool:
    return name.endswith("read_in_source_id")


def _named(
    row: Mapping[str, Any], columns: Iterable[str], known: Mapping[str, Source]
) -> tuple[Source, ...]:
    cells = dict.fromkeys(row[name] for name in columns)
    return tuple(known[one] for one in cells if isinstance(one, str) and one)
