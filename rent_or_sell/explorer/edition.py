"""The edition of a book: what a link to an explorer is told when it was made with another one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from rent_or_sell.facts.sources import in_words
from rent_or_sell.model.parameters import ModelInputError
from rent_or_sell.names import require_kind, require_whole, shown

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


@dataclass(frozen=True, repr=False)
class Edition:
    """Which edition a book is, and what it changed.

    Attributes
    ----------
    number
        1 for the first. Links to explorers carry it; one without a number is of the first edition.
    changes
        For each later edition, by its number, a sentence for each model: what changed in it.
    page
        The page that says what changed, as the pages with explorers link to it.
    as_of
        The day of its latest facts, such as "2026-10-15".
    searched
        The day to which more was looked for.

    Examples
    --------
    >>> from rent_or_sell import Edition
    >>> Edition(2, {2: {"heating": "Repairs are counted now."}}, page="changes.html")
    <Edition 2: the second edition>
    """

    number: int = 1
    changes: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    page: str = ""
    as_of: str = ""
    searched: str = ""

    def __post_init__(self) -> None:
        """Refuse what is no edition."""
        require_whole("number", self.number, ModelInputError, 1)
        require_kind("page", self.page, str, "a text", ModelInputError)
        for name in ("as_of", "searched"):
            _require_day(name, getattr(self, name))
        told = "a sentence for each model by edition, such as {2: {'heating': 'Repairs count.'}}"
        require_kind("changes", self.changes, Mapping, told, ModelInputError)
        for number, changed in self.changes.items():
            require_kind(f"changes[{shown(number)}]", changed, Mapping, told, ModelInputError)

    def __repr__(self) -> str:
        """Say which edition it is."""
        return f"<Edition {self.number}: {edition_name(self.number)}>"

    @property
    def last_day(self) -> str:
        """The last day that it can know of; "" where it names none."""
        return max(self.as_of, self.searched)

    @property
    def dates(self) -> str:
        """To which days its facts run and were looked for, as explorers say it beside their answer."""
        if not self.as_of:
            return ""
        facts = in_words(self.as_of)
        if not self.searched:
            return f"Facts to {facts}"
        day, _, year = facts.rpartition(" ")
        searched = in_words(self.searched)
        return f"Facts to {day if searched.endswith(year) else facts}, searched to {searched}"

    def settings(self, model: str) -> dict[str, Any]:
        """Return what the front end needs to know: words for each edition that a link may be of.

        `since` holds, for an edition before this one, what changed in the model since then.
        """
        earlier = range(1, self.number)
        return {
            "number": self.number,
            "name": edition_name(self.number),
            "page": self.page,
            "since": {
                str(number): {"name": edition_name(number), "words": self._since(number, model)}
                for number in earlier
            },
        }

    def _since(self, number: int, model: str) -> str:
        later = range(number + 1, self.number + 1)
        told = (self.changes.get(one, {}).get(model, "") for one in later)
        return " ".join(words for words in told if words)


def _require_day(name: str, given: str) -> None:
    """Refuse what is no day of the calendar, written as the tables write days, and not empty."""
    what = "a day, such as '2026-11-30'"
    require_kind(name, given, str, what, ModelInputError)
    try:
        is_day = not given or date.fromisoformat(given).isoformat() == given
    except ValueError:
        is_day = False
    if not is_day:
        raise ModelInputError(f"{name} = {shown(given)} is not {what}; give one.")


def edition_name(number: int) -> str:
    """Return an edition in words, such as "the first edition"."""
    if number <= len(_ORDINALS):
        return f"the {_ORDINALS[number - 1]} edition"
    return f"edition {number}"


FIRST = Edition()
