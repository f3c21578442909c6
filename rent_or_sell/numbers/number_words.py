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
    | {"a": 1.0, "an": 1.0}
)
_TIMES = {"dozen": 12.0, "hundred": 100.0, "thousand": 1000.0}
_PARTS = {
    "half": 1 / 2,
    "halve": 1 / 2,
    "third": 1 / 3,
    "quarter": 1 / 4,
    "fourth": 1 / 4,
    "fifth": 1 / 5,
    "sixth": 1 / 6,
    "seventh": 1 / 7,
    "eighth": 1 / 8,
    "ninth": 1 / 9,
    "tenth": 1 / 10,
    "hundredth": 1 / 100,
    "thousandth": 1 / 1000,
}
_MULTIPLES = {"twice": 2.0, "double": 2.0, "triple": 3.0, "quadruple": 4.0}

_WORD = "|".join(sorted((*_ONES, *_TENS), key=len, reverse=True))
_PART = "|".join(_PARTS)
_FOLD = r"(?=[-‐‑]?fold\b)"  # "threefold" is one word
# "a" counts before a large number only: "a hundred", "a million"
_WHOLE = (
    rf"(?:a(?=[\s-](?:dozen|hundred|thousand|million|billion|trillion)\b)|{_WORD})(?:\b|{_FOLD})"
    rf"(?:[\s-](?:and\s)?(?:{_WORD}|dozen|hundred)(?:\b|{_FOLD}))*"
)
PARTS_ADDED = ("half", "quarter", "third")

# Before `NUMBER_IN_WORDS`: "two thirds" is no "two".
FRACTION_IN_WORDS = rf"(?:(?:a|{'|'.join(_ONES[1:10])})[\s-])?(?:{_PART})s?\b"
IN = r"[\s-](?:in|out\sof)[\s-](?:every\s)?"  # of "six in ten"
SHARE_IN_WORDS = rf"(?:{'|'.join(_ONES[1:10])}){IN}(?:{'|'.join(_ONES[2:11])})\b"
NUMBER_IN_WORDS = (
    rf"(?:{'|'.join(_MULTIPLES)})\b"
    rf"|{_WHOLE}(?:[\s-]and[\s-]an?[\s-](?:{'|'.join(PARTS_ADDED)})\b)?|(?:hundred|thousand){_FOLD}"
)


def is_rough(words: str) -> bool:
    """Whether the words name a simple fraction or multiple, which people use loosely."""
    return words in _MULTIPLES or _fraction(words) is not None


def value_of(words: str) -> float:
    """Return the value of a text in lower case that matches one of the patterns above."""
    if words in _MULTIPLES:
        return _MULTIPLES[words]
    fraction = _fraction(words)
    if fraction is not None:
        return fraction
    whole, _, part = re.sub(r"\W+", " ", words).partition(" and a ")  # the whole may be missing
    if part in _PARTS:
        return _cardinal(whole) + _PARTS[part]
    return _cardinal(words)


def _fraction(words: str) -> float | None:
    """Return the value of "half", "two thirds" or "6 in ten", or None for any other words."""
    share = re.fullmatch(rf"(.+){IN}(.+)", words)
    if share:
        return _cardinal(share[1]) / _cardinal(share[2])
    count, _, part = words.replace("-", " ").rpartition(" ")
    part = part.removesuffix("s")
    if part not in _PARTS or count not in {"", *_CARDINALS}:
        return None
    return _CARDINALS.get(count, 1.0) * _PARTS[part]


def _cardinal(words: str) -> float:
    total = 0.0
    for word in re.findall(r"\w+", words):
        if word in _TIMES:
            total = (total or 1.0) * _TIMES[word]
        elif word.isdigit():
            total += float(word)
        elif word != "and":
            total += _CARDINALS[word]
    return total
