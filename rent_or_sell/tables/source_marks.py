"""The sources beside each row of a table, as marks that link where there is a public address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rent_or_sell.facts.schema import Schema
from rent_or_sell.facts.sources import (
    Source,
    is_own_work,
    is_unverified,
    lacks_link,
    row_readings,
    row_sources,
    source_columns,
)
from rent_or_sell.facts.tables import Facts
from rent_or_sell.tables.cell_text import MISSING, is_missing
from rent_or_sell.tables.table_page import Mark

Row = Mapping[str, Any]

UNVERIFIED = Mark("unverified", warning=True)
NO_LINK = Mark("no public link", warning=True)
OUR_ARITHMETIC = "our arithmetic"


def source_marks(
    facts: Facts, schema: Schema, records: Sequence[Row]
) -> list[tuple[Mark, ...] | None]:
    """Return the marks of each row, or None for each row of a table without sources."""
    known = facts.sources
    if schema.name == "parameters":
        links = facts.table("parameter_sources").groupby("parameter")["source_id"].agg(list)
        return [marks_of([known[one] for one in links.get(row["name"], [])]) for row in records]
    if not source_columns(schema.names):
        return [None] * len(records)
    return [_row_marks(row, known) for row in records]


def marks_of(cited: Sequence[Source]) -> tuple[Mark, ...]:
    """Return a mark per source, led by a warning where no document has a public link."""
    if not cited:
        return (Mark("no source"),)
    is_backed = any(source.is_public or source.is_own for source in cited)
    warning = NO_LINK if any(source.is_named for source in cited) else UNVERIFIED
    return _once([*([] if is_backed else [warning]), *map(_mark, cited)])


def _row_marks(row: Row, known: Mapping[str, Source]) -> tuple[Mark, ...]:
    """Return a mark per document, then those in which they were read; a sum with its formula."""
    cited = row_sources(row, known)
    if not cited:
        return (Mark("no source"),)
    formula = "" if is_missing(row.get("note")) else str(row["note"])
    documents = [source for source in cited if not source.is_own]
    warning = UNVERIFIED if is_unverified(row, known) else NO_LINK
    return _once(
        [
            *([warning] if lacks_link(row, known) else []),
            *(_own_mark(source.title, formula) for source in cited if source.is_own),
            *([_own_mark(OUR_ARITHMETIC, formula)] if _is_sum(row, cited, documents) else []),
            *map(_mark, documents),
            *(_mark(source, "read in ") for source in row_readings(row, known)),
        ]
    )


def _is_sum(row: Row, cited: Sequence[Source], documents: Sequence[Source]) -> bool:
    """Whether a row is the book's arithmetic on the documents that it names."""
    return is_own_work(row, cited) and len(documents) == len(cited)


def _once(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    # two files of one publisher and date read the same
    return tuple({(mark.text, mark.url): mark for mark in marks}.values())


def _mark(source: Source, lead: str = "") -> Mark:
    if source.is_own:
        return _own_mark(source.title, "")
    dated = ", ".join(part for part in (source.publisher, source.published) if part)
    return Mark(lead + (dated or MISSING), source.url if source.is_public else "", source.title)


def _own_mark(title: str, formula: str) -> Mark:
    return Mark(title[0].lower() + title[1:], formula=formula)
