"""How far an assumption moves, as people say it: a part of its range, or a multiple of it.

`range_words.js` says the same.
"""

from __future__ import annotations

from rent_or_sell.numbers.number_format import format_number

_PARTS = (
    (1 / 100, "a hundredth"),
    (1 / 50, "a fiftieth"),
    (1 / 20, "a twentieth"),
    (1 / 10, "a tenth"),
    (1 / 6, "a sixth"),
    (1 / 5, "a fifth"),
    (1 / 4, "a quarter"),
    (1 / 3, "a third"),
    (2 / 5, "two fifths"),
    (1 / 2, "half"),
    (3 / 5, "three fifths"),
    (2 / 3, "two thirds"),
    (3 / 4, "three quarters"),
    (4 / 5, "four fifths"),
    (9 / 10, "nine tenths"),
    (1, "all"),
)
_MOST = 1.05  # of a range that is said to be all of it
_MANY = 9.95  # ranges, from which on tenths say nothing


def part_of_range(share: float) -> str:
    """Return a distance in ranges in words, such as "a sixth of its range"."""
    if share > _MOST:
        return f"{format_number(share, '.1f' if share < _MANY else ',.0f')} times its range"
    least, _ = _PARTS[0]
    if share < least / 2:
        return f"less than {_PARTS[0][1]} of its range"
    _, words = min(_PARTS, key=lambda part: abs(part[0] - share))
    return f"{words} of its range"
