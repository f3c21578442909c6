"""Numbers in words: "twenty-one", "a hundred", "one and a half", "two thirds", "twice"."""

from __future__ import annotations

import re

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_CARDINALS = (
    {word: float(number) for number, word in enumerate(_ONES)}
    | {word: 10.0 * number for number, word in enumerate(_TENS, start=2)}
    | {"a": 1.0, "hundred": 100.0}
)
_PARTS = {
    "half": 1 / 2,
    "halve": 1 / 2,
    "third": 1 / 3,
    "quarter": 1 / 4,
    "fifth": 1 / 5,
    "sixth": 1 / 6,
    "seventh": 1 / 7,
    "eighth": 1 / 8,
    "ninth": 1 / 9,
    "tenth": 1 / 10,
}
_MULTIPLES = {"twice": 2.0, "double": 2.0, "triple": 3.0}

_WORD = "|".join(sorted((*_ONES, *_TENS), key=len, reverse=True))
_PART = "|".join(_PARTS)
# "a" counts before a large number only: "a hundred", "a million"
_WHOLE = (
    rf"(?:a(?=\s(?:hundred|thousand|million|billion|trillion)\b)|{_WORD})\b"
    rf"(?:[\s-](?:and\s)?(?:{_WORD}|hundred)\b)*"
)
_FRACTION = rf"(?:(?:a|one|two|three|four|five|seven|nine)[\s-])?(?:{_PART})s?\b"

# Fractions first: "two thirds" is no "two".
NUMBER_IN_WORDS = (
    rf"(?:{'|'.join(_MULTIPLES)})\b|{_FRACTION}|{_WHOLE}(?:\sand\sa\s(?:half|quarter|third)\b)?"
)


def is_rough(words: str) -> bool:
    """Whether the words name a simple fraction or multiple, which people use loosely."""
    return words in _MULTIPLES or _fraction(words) is not None


def value_of(words: str) -> float:
    """Return the value of a text in lower case that matches `NUMBER_IN_WORDS`."""
    if words in _MULTIPLES:
        return _MULTIPLES[words]
    fraction = _fraction(words)
    if fraction is not None:
        return fraction
    whole, _, part = words.partition(" and a ")
    if part in _PARTS:
        return _cardinal(whole) + _PARTS[part]
    return _cardinal(words)


def _fraction(words: str) -> float | None:
    """Return the value of "half" or "two thirds", or None for any other words."""
    count, _, part = words.replace("-", " ").rpartition(" ")
    part = part.removesuffix("s")
    if part not in _PARTS or count not in {"", *_CARDINALS}:
        return None
    return _CARDINALS.get(count, 1.0) * _PARTS[part]


def _cardinal(words: str) -> float:
    total = 0.0
    for word in re.split(r"[\s-]+", words):
        if word == "hundred":
            total *= 100
        elif word != "and":
            total += _CARDINALS[word]
    return total
