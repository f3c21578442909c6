"""The sources beside each row of a table, as marks that link where there is a public address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rent_or_sell.facts.tables import (
    Schema,
    Source,
    load_table,
    row_sources,
    source_columns,
    sources,
)
from rent_or_sell.tables.cell_text import MISSING, is_missing
from rent_or_sell.tables.table_page import Mark

Row = Mapping[str, Any]


def source_marks(schema: Schema, records: Sequence[Row]) -> list[tuple[Mark, ...] | None]:
    """Return the marks of each row, or None for each row of a table without sources."""
    known = sources()
    cited = _cited(schema, records, known)
    if cited is None:
        return [None] * len(records)
    return [_marks(row, found, known) for row, found in zip(records, cited, strict=True)]


def _cited(
    schema: Schema, records: Sequence[Row], known: Mapping[str, Source]
) -> list[tuple[Source, ...]] | None:
    """Return the sources of each row, or None for a table whose rows have none."""
    if schema.name == "parameters":
        links = load_table("parameter_sources").groupby("parameter")["source_id"].agg(list)
        return [tuple(known[one] for one in links.get(row["name"], [])) for row in records]
    if not source_columns(schema.names):
        return None
    return [row_sources(row, known) for row in records]


def _marks(row: Row, cited: Sequence[Source], known: Mapping[str, Source]) -> tuple[Mark, ...]:
    """Return a mark per source, led by "unverified" where none of them has a public link."""
    if not cited:
        return (Mark("no source"),)
    # two files of one publisher and date read the same
    marks = list({(mark.text, mark.url): mark for mark in map(_mark, cited)}.values())
    if any(source.is_public for source in cited):
        return tuple(marks)
    primary = row.get("primary_source_id")
    record = [] if is_missing(primary) else [_mark(known[str(primary)], "check with ")]
    return (Mark("unverified", warning=True), *marks, *record)


def _mark(source: Source, lead: str = "") -> Mark:
    dated = ", ".join(part for part in (source.publisher, source.published) if part)
    return Mark(lead + (dated or MISSING), source.url if source.is_public else "", source.title)
