"""The claims of the article: each with its section, its words here and who said it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rent_or_sell.facts.tables import Facts
from rent_or_sell.names import unknown_name

TABLE = "article_claims"


class ClaimError(ValueError):
    """A mark names no claim; the message says the nearest."""


@dataclass(frozen=True)
class Claim:
    """A row of data/article_claims.csv, as far as a mark in prose needs it."""

    identity: str
    section: str
    text: str
    who_said: str

    @property
    def number(self) -> str:
        """What a reader sees of the identity, such as "12" for "AC12"."""
        return self.identity.lstrip("AC").lstrip("0")

    @property
    def name(self) -> str:
        """The claim in words, as a screen reader says it."""
        return f"Claim {self.number}: {self.text}, said by {self.who_said}"


def load_claims(facts: Facts) -> dict[str, Claim]:
    """Return every claim by its identity, in the article's order."""
    table = facts.table(TABLE)
    columns = (table[name] for name in ("fact_id", "section", "claim", "who_said"))
    return {row[0]: Claim(*row) for row in zip(*columns, strict=True)}


def claims_named(facts: Facts, text: str) -> list[Claim]:
    """Return the claims that a mark names, such as "AC12" or "AC12, AC13".

    Raises
    ------
    ClaimError
        If one of them does not exist; the message names the nearest.
    """
    known = load_claims(facts)
    names = re.split(r"\s*,\s*", text.strip())
    for name in names:
        if name not in known:
            what = "a claim of data/article_claims.csv"
            raise ClaimError(unknown_name(name, known, what))
    return [known[name] for name in names]
