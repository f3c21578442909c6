"""The years that a model counts: the first of them and how many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rent_or_sell.model.parameters import ModelInputError
from rent_or_sell.names import require_whole


@dataclass(frozen=True)
class Years:
    """A run of calendar years; `year` in an equation counts them from 0.

    Attributes
    ----------
    first, count
        The first calendar year, and how many there are.

    Examples
    --------
    >>> from rent_or_sell import Years
    >>> list(Years(first=2026, count=3))
    [2026, 2027, 2028]
    """

    first: int
    count: int

    def __post_init__(self) -> None:
        """Refuse what are no years."""
        require_whole("first", self.first, ModelInputError, 1)
        require_whole("count", self.count, ModelInputError, 0)

    @property
    def last(self) -> int:
        """The last of the years."""
        return self.first + self.count - 1

    def __iter__(self) -> Iterator[int]:
        """Yield the calendar years in order."""
        return iter(range(self.first, self.first + self.count))

    def __contains__(self, year: object) -> bool:
        """Whether a calendar year is one of them."""
        return isinstance(year, int) and self.first <= year <= self.last
