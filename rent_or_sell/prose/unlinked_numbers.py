"""The facts bound in a book's prose whose documents no reader can open."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rent_or_sell.books import Book
from rent_or_sell.facts.addresses import look_up_row
from rent_or_sell.facts.sources import lacks_link
from rent_or_sell.prose.binding import resolve, split_role
from rent_or_sell.prose.bound import Bound
from rent_or_sell.prose.chapter_prose import pieces
from rent_or_sell.tables.table_page import Column, ShownRow, ShownTable

COLUMNS = (
    Column("Number", "", "text"),
    Column("What it is", "", "text"),
    Column("Who said it", "", "provenance"),
    Column("As of", "", "provenance"),
    Column("How firmly", "", "provenance"),
)


def bound_facts(book: Book, chapters: Iterable[Path]) -> dict[str, Bound]:
    """Return every fact that the chapters bind, once a row, by its address `table.row`."""
    tables = {name for name in book.facts.names if book.facts.schema(name).holds_facts}
    targets = (
        split_role(piece.text)[1]
        for chapter in chapters
        for piece in pieces(chapter.read_text(encoding="utf-8"))
        if piece.role == "num"
    )
    found: dict[str, str] = {}
    for target in targets:
        table, row, *_ = target.split(".")
        if table in tables:
            found.setdefault(f"{table}.{row}", target)
    return {address: resolve(book, target) for address, target in found.items()}


def unlinked_facts(book: Book, bound: dict[str, Bound]) -> dict[str, Bound]:
    """Return those of the facts that name no document with a public link."""
    known = book.facts.sources
    return {
        address: fact
        for address, fact in bound.items()
        if lacks_link(look_up_row(book.facts, address), known)
    }


def unlinked_table(book: Book, chapters: Iterable[Path]) -> ShownTable:
    """Return the bound facts without a public link for display, each with what it rests on."""
    bound = bound_facts(book, chapters)
    unlinked = unlinked_facts(book, bound)
    return ShownTable(
        name="numbers_without_a_link",
        caption=f"{len(unlinked)} of the {len(bound)} facts in the text lead to no public address",
        columns=COLUMNS,
        rows=tuple(_row(address, fact) for address, fact in unlinked.items()),
    )


def _row(address: str, fact: Bound) -> ShownRow:
    cells = (fact.shown, fact.label, fact.who_said, fact.as_of, fact.firmness)
    return ShownRow(address, cells, fact.sources)
