"""Which rows of a table no public document shows: charts draw them with the mark of doubt."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rent_or_sell.book import BOOK
from rent_or_sell.facts.sources import lacks_link


def doubted(rows: Iterable[Any]) -> list[bool]:
    """Return for each row, by the names of its columns, whether none of its documents is public."""
    return [lacks_link(row, BOOK.facts.sources) for row in rows]
