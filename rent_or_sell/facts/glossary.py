"""The terms of a book: what each means, the forms in which it is written, and its anchor."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rent_or_sell.facts.tables import Facts
from rent_or_sell.names import unknown_name

TABLE = "glossary"


class GlossaryError(ValueError):
    """A mark names no term; the message says the nearest."""


@dataclass(frozen=True)
class Term:
    """A row of data/glossary.csv."""

    name: str
    other_forms: tuple[str, ...]
    definition: str

    @property
    def forms(self) -> tuple[str, ...]:
        """Every way in which the term is written, its name first."""
        return (self.name, *self.other_forms)

    @property
    def anchor(self) -> str:
        """Where the glossary explains it, such as "term-attach-rate"."""
        return "term-" + re.sub(r"\W+", "-", self.name.lower()).strip("-")


def load_terms(facts: Facts) -> list[Term]:
    """Return every term in the order of the alphabet; a book without the table has none."""
    if TABLE not in facts.names:
        return []
    rows = facts.table(TABLE).fillna("").to_dict("records")
    terms = (Term(row["term"], _split(row["other_forms"]), row["definition"]) for row in rows)
    return sorted(terms, key=lambda term: term.name.casefold())


def term_of(facts: Facts, text: str) -> Term:
    """Return the term that a text is a form of, in capitals or not.

    Raises
    ------
    GlossaryError
        If there is none; the message names the nearest form.
    """
    forms = {form: term for term in load_terms(facts) for form in term.forms}
    known = {_spelled(form): term for form, term in forms.items()}
    written = " ".join(text.split())
    if _spelled(written) not in known:
        what = f"a term of data/{TABLE}.csv, nor another form of one"
        raise GlossaryError(unknown_name(written, forms, what))
    return known[_spelled(written)]


def _spelled(form: str) -> str:
    """Return a form in small letters and with the apostrophe of a keyboard, as it is looked up."""
    return form.casefold().replace("’", "'")


def form_problems(rows: Sequence[Mapping[str, str]]) -> Iterator[tuple[int, str, str]]:
    """Yield line, column and words for each form that already means another term."""
    taken: dict[str, int] = {}
    for line, row in enumerate(rows, start=2):
        for column in ("term", "other_forms"):
            for form in _split(row[column]):
                first = taken.setdefault(_spelled(form), line)
                if first != line:
                    remedy = "write each form once"
                    yield line, column, f"{form!r} already stands in row {first}; {remedy}"


def _split(forms: str) -> tuple[str, ...]:
    return tuple(form.strip() for form in forms.split(";") if form.strip())
