"""Finds numbers as people write them: "$50 billion", "59.4 percent", "fifty billion", "a tenth"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rent_or_sell.numbers.measures import SCALES
from rent_or_sell.numbers.number_words import NUMBER_IN_WORDS, is_rough, value_of

_CURRENCIES = {"$": "USD", "US$": "USD", "NT$": "TWD", "€": "EUR"}
_SHORT_SCALES = {"k": 1e3, "K": 1e3, "M": 1e6, "bn": 1e9, "B": 1e9, "tn": 1e12, "T": 1e12}

# How a unit is written → its kind and size (see `measures`).
_UNITS = {
    r"%|(?i:per ?cent\b|percentage points?\b)": ("share", 0.01),
    r"(?i:basis points?\b)": ("share", 0.0001),
    r"(?i:times\b)|×|x\b": ("share", 1.0),
    r"(?i:new taiwan dollars)\b": ("TWD", 1.0),
    r"(?i:(?:us )?dollars?)\b|USD\b": ("USD", 1.0),
    r"(?i:cents?)\b": ("USD", 0.01),
    r"GW\b|(?i:gigawatts?)\b": ("watts", 1e9),
    r"MW\b|(?i:megawatts?)\b": ("watts", 1e6),
    r"kW\b|(?i:kilowatts?)\b": ("watts", 1e3),
    r"W\b|(?i:watts?)\b": ("watts", 1.0),
    r"(?i:(?:AI )?chips|(?<=-)chip)\b(?!-)": ("chips", 1.0),
    r"(?i:racks|(?<=-)rack)\b": ("racks", 1.0),
    r"(?i:years?)\b": ("years", 1.0),
    r"(?i:months?)\b": ("years", 1 / 12),
    r"GB\b": ("bytes", 1e9),
    r"TB\b": ("bytes", 1e12),
    r"TFLOPS\b": ("operations a second", 1e12),
    r"PFLOPS\b": ("operations a second", 1e15),
    r"EFLOPS\b": ("operations a second", 1e18),
}

_NUMBER = re.compile(
    r"(?P<sign>(?<![\w)])[-−]\s?|(?i:\bminus)\s)?"
    r"(?:(?P<currency>US\$|NT\$|\$|€)\s?)?"
    r"(?<![\w.])"
    rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?|(?i:\b(?:{NUMBER_IN_WORDS})))"
    rf"(?P<scale>(?i:(?:\sa)?[\s-](?:{'|'.join(SCALES)})\b)|\s?(?:{'|'.join(_SHORT_SCALES)})\b)?"
    rf"(?P<unit>[\s-]?(?:{'|'.join(_UNITS)}))?"
    r"(?!\w|[.,]\d)"
)


@dataclass(frozen=True)
class WrittenNumber:
    """A number found in a text, with the scale and the unit written beside it.

    `mantissa` is the number before its scale, `digits` its digits as written; `kind` is "" where
    no unit is written, `size` that of scale and unit together.
    """

    start: int
    text: str
    lead: str
    tail: str
    digits: str
    mantissa: float
    size: float
    kind: str
    has_scale: bool
    is_rough: bool

    @property
    def amount(self) -> float:
        """The number in the basic unit of its kind: 50e9 for "$50 billion", 0.59 for "59%"."""
        return self.mantissa * self.size

    @property
    def decimals(self) -> int:
        """How many decimals are written."""
        return len(self.digits.partition(".")[2])

    def step(self, significant: int) -> float:
        """Return the size of the last digit that counts.

        Zeros at the end of a whole number count only as far as `significant` digits are left.
        """
        whole = self.digits.replace(",", "")
        zeros = 0 if self.decimals else len(whole) - len(whole.rstrip("0"))
        rounded = max(0, min(zeros, len(whole) - significant))
        return self.size * float(10 ** (rounded - self.decimals))


def find_numbers(text: str) -> list[WrittenNumber]:
    """Return the numbers of a text in order; digits within a name (Trainium3, FP8) are none."""
    return [_written(match) for match in _NUMBER.finditer(text)]


def _written(match: re.Match[str]) -> WrittenNumber:
    number = match["number"].lower()
    rough = not number[0].isdigit() and is_rough(number)
    value = float(number.replace(",", "")) if number[0].isdigit() else value_of(number)
    kind, size = _unit(match["unit"], match["currency"])
    scale = _scale(match["scale"])
    if rough and not kind and scale == 1:
        kind = "share"
    return WrittenNumber(
        start=match.start(),
        text=match[0],
        lead=(match["sign"] or "") + (match["currency"] or ""),
        tail=(match["scale"] or "") + (match["unit"] or ""),
        digits=number if number[0].isdigit() else f"{value:g}",
        mantissa=-value if match["sign"] else value,
        size=scale * size,
        kind=kind,
        has_scale=bool(match["scale"]),
        is_rough=rough,
    )


def _scale(written: str | None) -> float:
    word = " ".join((written or "").lstrip("-").split())
    return _SHORT_SCALES.get(word) or SCALES.get(word.lower().removeprefix("a "), 1.0)


def _unit(written: str | None, currency: str | None) -> tuple[str, float]:
    if currency:
        return _CURRENCIES[currency], 1.0
    # a hyphen stays: "144-chip" is a unit, "144 chip" is not
    word = (written or "").lstrip()
    return next((found for unit, found in _UNITS.items() if _matches(unit, word)), ("", 1.0))


def _matches(unit: str, word: str) -> bool:
    return re.fullmatch(rf"-?(?:{unit})", word) is not None
