"""Scales as people write them: "k", "mn", "M", "Mrd.", "trn", "hundred billion", "× 10⁹", "e9"."""

from __future__ import annotations

import math
import re

from rent_or_sell.numbers.currencies import CODE_AFTER, NOUN_AFTER, SIGN
from rent_or_sell.numbers.measures import SCALES

# Invisible characters stand where a line must or must not break.
SPACE = r"[\s\N{ZERO WIDTH SPACE}\N{WORD JOINER}]"
HYPHEN = r"[-\N{HYPHEN}\N{NON-BREAKING HYPHEN}]"
GAP = rf"(?:{SPACE}|{HYPHEN})"

_WORDS = SCALES | {
    "hundred": 1e2,
    "grand": 1e3,
    "lakh": 1e5,
    "crore": 1e7,
    "quadrillion": 1e15,
}
_SHORT = {"k": 1e3, "K": 1e3, "m": 1e6, "M": 1e6, "MM": 1e6, "B": 1e9, "T": 1e12}
_ANY_CASE = {
    "mn": 1e6,
    "mln": 1e6,
    "mio": 1e6,
    "bn": 1e9,
    "bln": 1e9,
    "mrd": 1e9,
    "tn": 1e12,
    "trn": 1e12,
    "tln": 1e12,
    "trln": 1e12,
}
# Of money only: "exercise 5b", "5 mm" and "5 t" are no billions, millions and trillions.
_OF_MONEY = {"b": 1e9, "bil": 1e9, "mil": 1e6, "mm": 1e6, "t": 1e12, "tril": 1e12}

_METRES = r"m(?=(?:\s|-)(?:tall|long|wide|high|deep)\b|/s)"
# "5 MUSD" is 5 million, "5 MW" is not; "in 2026 M$ 5" has no "2026 M"
_END = rf"(?:(?![^\W_]|{SIGN}\s?\d)|(?={CODE_AFTER}))"
_WORD = rf"(?i:(?:{'|'.join(_WORDS)})s?)(?![^\W_])"
_LETTERS = (
    rf"(?:(?!{_METRES})(?:{'|'.join(sorted(_SHORT, key=len, reverse=True))})"
    rf"|(?i:(?:{'|'.join(_ANY_CASE)})\.?)){_END}"
)
_MONEY_LETTERS = rf"(?:{'|'.join(sorted(_OF_MONEY, key=len, reverse=True))})"
_EXPONENT = r"(?:\^[-−]?\d{1,2}|⁻?[⁰¹²³⁴-⁹]+)"
_POWER = rf"(?:[eE][-+−]?\d{{1,2}}(?!\w)|\s?[×x*]\s?10{_EXPONENT}|(?<=\b10){_EXPONENT})"

_LINKS = {"of", "a", "an", "one"}

SCALE_WORDS = rf"{GAP}?{_WORD}(?:{GAP}{_WORD})?"
# For a pattern in which the group `currency` holds a sign or code before the number.
SCALE = (
    rf"(?:{_POWER}|{SCALE_WORDS}|{SPACE}?{_LETTERS}"
    rf"|(?(currency){GAP}?(?:{_LETTERS}|{_MONEY_LETTERS}\b)"
    rf"|{SPACE}?{_MONEY_LETTERS}(?=\s?(?:{CODE_AFTER}|(?:of\s)?{NOUN_AFTER}))))"
)
EARLY_SCALE = rf"{SPACE}?(?:(?i:{'|'.join((*SCALES, *_ANY_CASE))})|[mMkKB])(?=\s)"


def scale_of(text: str) -> float:
    """Return the factor that a written scale stands for."""
    power = re.fullmatch(rf"[eE](.+)|\s?[×x*]\s?10(.+)|({_EXPONENT})", text)
    if power:
        return _power(next(filter(None, power.groups())), alone=bool(power[3]))
    words = re.sub(r"\W|_", " ", text).split()
    return math.prod(_factor(word) for word in words if word.lower() not in _LINKS)


def _power(written: str, *, alone: bool) -> float:
    """Return the power of ten; of "10⁹" without the ten that was read as the number."""
    digits = written.lstrip("^").replace("⁻", "-").replace("−", "-")
    exponent = int(digits.translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")))
    return 10.0 ** (exponent - alone)


def _factor(word: str) -> float:
    if word in _SHORT or word in _OF_MONEY:
        return _SHORT.get(word) or _OF_MONEY[word]
    return _ANY_CASE.get(word.lower()) or _WORDS[word.lower().removesuffix("s")]
