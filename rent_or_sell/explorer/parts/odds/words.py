"""How odds are said: as counts of a hundred worlds, never as a probability."""

from __future__ import annotations

import math
from collections.abc import Iterable

WORLDS = 100


def counted(share: float) -> str:
    """Return a share of the worlds as a count of a hundred, such as "32"."""
    count = whole(share)
    if count == 0 and share > 0:
        return "fewer than 1"
    if count == WORLDS and share < 1:
        return "more than 99"
    return str(count)


def whole(share: float) -> int:
    """Return a share of a hundred worlds as a whole number, rounded half up as browsers do."""
    return math.floor(WORLDS * share + 0.5)


def beyond_said(shares: Iterable[tuple[float, str]]) -> str:
    """Return in how many of the worlds a number lies beyond the axis; "" if in hardly any."""
    said = [f"{words}: {counted(share)}" for share, words in shares if whole(share)]
    return f"Beyond the axis, of 100 worlds: {'; '.join(said)}." if said else ""


def missing_said(shares: Iterable[tuple[float, str]], worlds: str = "these worlds") -> str:
    """Return in how many of the worlds a number is missing, from shares and words; "" if in none.

    What is said of a number beside it is then said of the other worlds.
    """
    said = [
        f"In {counted(share)} of 100 of {worlds} {words}"
        + ("." if share == 1 else "; its numbers are of the others.")
        for share, words in shares
        if share > 0
    ]
    return " ".join(said)
