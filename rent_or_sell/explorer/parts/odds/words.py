"""How odds are said: as counts of a hundred worlds, never as a probability."""

from __future__ import annotations

import math

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
