"""Distances in words are near to what they say, never fall as they grow, and never end."""

from __future__ import annotations

import numpy as np
import pytest

from rent_or_sell.explorer.range_words import part_of_range
from rent_or_sell.numbers.number_words import value_of

RARE = {"a fiftieth": 1 / 50, "a twentieth": 1 / 20, "all": 1.0}


def read(words: str) -> float:
    """Return what a reader takes the words for."""
    part = words.removesuffix(" its range").removesuffix(" of").removesuffix(" times")
    part = part.removeprefix("less than ").replace(",", "")
    if part[0].isdigit():
        return float(part)
    return RARE[part] if part in RARE else value_of(part)


def test_what_is_read_is_near_to_what_is_meant() -> None:
    shares = np.geomspace(0.01, 300, 4000)
    read_as = np.array([read(part_of_range(share)) for share in shares])
    assert (np.diff(read_as) >= 0).all()
    assert np.abs(read_as - shares)[shares <= 1].max() <= 0.05
    assert np.abs(read_as / shares - 1)[shares > 1].max() <= 0.05


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0.0, "less than a hundredth of its range"),
        (0.004, "less than a hundredth of its range"),
        (0.579, "three fifths of its range"),
        (1.0, "all of its range"),
        (1.4, "1.4 times its range"),
        (1234.0, "1,234 times its range"),
    ],
)
def test_any_distance_has_words(share: float, words: str) -> None:
    assert part_of_range(share) == words
