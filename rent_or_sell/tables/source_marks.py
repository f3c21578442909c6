"""The sources beside each row of a table, as marks that link where there is a public address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rent_or_sell.facts.schema import Schema
from rent_or_sell.facts.sources import Source, row_sources, source_columns
from rent_or_sell.facts.tables import Facts
from rent_or_sell.tables.cell_text import MISSING, is_missing
from rent_or_sell.tables.table_page import Mark

Row = Mapping[str, Any]


def source_marks(
    facts: Facts, schema: Schema, records: Sequence[Row]
) -> list[tuple[Mark, ...] | None]:
    """Return the marks of each row, or None for each row of a table without sources."""
    cited = _cited(facts, schema, records)
    if cited is None:
        return [None] * len(records)
    return [_row_marks(facts, row, found) for row, found in zip(records, cited, strict=True)]


def marks_of(cited: Sequence[Source]) -> tuple[Mark, ...]:
    """Return a mark per source, led by "unverified" where none of them has a public link."""
    if not cited:
        return (Mark("no source"),)
    # two files of one publisher and date read the same
    marks = {(mark.text, mark.url): mark for mark in map(_mark, cited)}.values()
    if any(source.is_public for source in cited):
        return tuple(marks)
    return (Mark("unverified", warning=True), *marks)


def _cited(facts: Facts, schema: Schema, records: Sequence[Row]) -> list[tuple[Source, ...]] | None:
    """Return the sources of each row, or None for a table whose rows have none."""
    known = facts.sources
    if schema.name == "parameters":
        links = facts.table("parameter_sources").groupby("parameter")["source_id"].agg(list)
        return [tuple(known[one] for one in links.get(row["name"], [])) for row in records]
    if not source_columns(schema.names):
        return None
    return [row_sources(row, known) for row in records]


def _row_marks(facts: Facts, row: Row, cited: Sequence[Source]) -> tuple[Mark, ...]:
    """Return the marks of a row; without a public link also where its number could be checked."""
    marks, primary = marks_of(cited), row.get("primary_source_id")
    if not cited or any(source.is_public for source in cited) or is_missing(primary):
        return marks
    return (*marks, _mark(facts.sources[str(primary)], "check with "))


def _mark(source: Source, lead: str = "") -> Mark:
    dated = ", ".join(part for part in (source.publisher, source.published) if part)
    return Mark(lead + (dated or MISSING), source.url if source.is_public else "", source.title)
