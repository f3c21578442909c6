"""Book: what a subject hands to the engine, and all that readers ask of it."""

from __future__ import annotations

from dataclasses import dataclass

from rent_or_sell.books.differences import Differences
from rent_or_sell.books.results import Results
from rent_or_sell.books.shown import Shown
from rent_or_sell.books.turns import Turns
from rent_or_sell.books.worlds import Worlds


@dataclass(frozen=True, eq=False, repr=False)
class Book(Results, Differences, Turns, Worlds, Shown):
    """What a subject hands to the engine; all that readers and pages ask of it are its methods.

    Parameters
    ----------
    data
        The folder of tables, described by its datapackage.json.
    years
        The years that yearly results count.
    models
        The equations of each model, the book's main model first.
    views
        How chapters ask the models; a view of a model's own name is the one shown by default.
    things
        What the chapters count, in the plural, such as "chips": "144 chips" is then a number that
        must be bound to the data.
    edition
        Which edition this is, and what each changed; links to explorers carry its number.

    Examples
    --------
    >>> from rent_or_sell.book import BOOK
    >>> [source.name for source in BOOK.models]
    ['rack', 'fleet', 'market', 'parity']
    >>> BOOK.years.first, BOOK.years.last
    (2026, 2031)
    """
