"""Finds numbers as people write them: "$50 billion", "59.4 percent", "fifty billion", "a tenth"."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rent_or_sell.numbers.currencies import BEFORE, NOUN_AFTER, SCALE_BEFORE, SIGN, currency_of_sign
from rent_or_sell.numbers.digits import DIGITS, FRACTION_IN_DIGITS, value_and_digits
from rent_or_sell.numbers.number_words import (
    FRACTION_IN_WORDS,
    IN,
    NUMBER_IN_WORDS,
    PARTS_ADDED,
    SHARE_IN_WORDS,
    is_rough,
    value_of,
)
from rent_or_sell.numbers.scales import (
    EARLY_SCALE,
    GAP,
    SCALE,
    SCALE_WORDS,
    SPACE,
    scale_of,
)
from rent_or_sell.numbers.written_units import unit, unit_of

# A dash after a word and the hyphen of a range are no minus.
_SIGN = (
    r"(?:(?<![^\s(\[“‘\"'~≈<>≤≥])(?:[-−–+](?!\s)|(?<!\S\s)[-−]\s)"
    r"|(?i:\bminus)\s)"
)
_CURRENCY = (
    rf"(?P<first>{SCALE_BEFORE})?(?P<currency>{BEFORE})(?P<early>{EARLY_SCALE})?{SPACE}?"
    rf"(?P<inner>(?:(?<={SIGN})|(?<=\s))[-−–])?"
)
_MULTIPLE = r"(?P<multiple>(?<!\d)(?<!\d\s)×\s?(?=\d)|(?i:\bfactors?\sof\s))"
_SHARE = rf"(?:[1-9]\d?{IN}(?:[2-9]|10|100)(?![\d.,]*\d)|(?i:\b{SHARE_IN_WORDS}))"
_PART = rf"{FRACTION_IN_DIGITS}|(?i:\b{FRACTION_IN_WORDS})"
_OF_ONE = rf"(?:(?:{GAP}of)?{GAP}(?:an?|one))?"  # half a percent, a tenth of one percent
_MORE = (  # 5 more gigawatts, 50-odd percent, $10+ billion
    rf"(?:\+|{GAP}(?i:odd|plus|or\s(?:so|more|less)|more|additional|further|extra|full|whole|new))"
)
_ADDED = rf"(?i:{GAP}and{GAP}an?{GAP}(?:{'|'.join(PARTS_ADDED)})\b)"  # a dollar and a half


@cache
def _number(things: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a number with all that belongs to it."""
    units = unit(things)
    share = rf"{_SHARE}(?!{GAP}?(?:{SCALE_WORDS}|{units}))"  # "two in three years"
    return re.compile(
        rf"(?P<sign>{_SIGN})?(?:{_CURRENCY}|{_MULTIPLE})?(?(currency)|(?<!\w)(?<!\d\.))"
        rf"(?P<number>(?P<share>{share})|(?P<part>{_PART})|{DIGITS}"
        rf"|(?i:\b(?:{NUMBER_IN_WORDS}|an?(?={GAP}{units}{_ADDED}))))"
        rf"(?(part)|(?:{_MORE}(?={SCALE}|{GAP}?{units}))?)"
        rf"(?P<scale>(?(part)(?:{_OF_ONE}(?={SCALE_WORDS}))?){SCALE})?"
        rf"(?:(?(part){_OF_ONE}|(?:{GAP}of(?={GAP}{NOUN_AFTER}))?){GAP}?(?P<unit>{units})"
        rf"(?P<added>{_ADDED})?)?"
        r"(?!\w|[.,]\d)"
    )


@dataclass(frozen=True)
class WrittenNumber:
    """A number found in a text, with the scale and the unit written beside it.

    `mantissa` is the number before its scale, `digits` its digits in English writing; `kind` is ""
    where no unit is written, `size` that of scale and unit together.
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
    in_words: bool

    @property
    def end(self) -> int:
        """Where in the text the number ends, its scale and unit included."""
        return self.start + len(self.text)

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


def find_numbers(text: str, things: Sequence[str] = ()) -> list[WrittenNumber]:
    """Return the numbers of a text in order; digits within a name (Trainium3, FP8) are none.

    `things` are the plural names of what a book counts: "chips" makes "144 AI chips" one number.
    """
    return [_written(match, things) for match in _number(tuple(things)).finditer(text)]


def _written(match: re.Match[str], things: Sequence[str]) -> WrittenNumber:
    number = " ".join(match["number"].lower().split())
    in_words = number[0].isalpha()
    if in_words or match["share"]:
        value = value_of(number)
        digits = f"{value:g}"
    else:
        value, digits = value_and_digits(number)
    if match["added"]:
        value += value_of(match["added"].lower())
        digits = f"{value:g}"
    scales = [match[group] for group in ("first", "early", "scale") if match[group]]
    scale = math.prod(map(scale_of, scales))
    kind, size = _kind_and_size(match, things)
    rough = is_rough(number) or re.fullmatch(FRACTION_IN_DIGITS, number) is not None
    if rough and not kind and scale == 1:
        kind = "share"
    negative = (match["sign"] or "").strip() not in ("", "+") or match["inner"]
    return WrittenNumber(
        start=match.start(),
        text=match[0],
        lead=match.string[match.start() : match.start("number")],
        tail=match.string[match.end("number") : match.end()],
        digits=digits,
        mantissa=-value if negative else value,
        size=scale * size,
        kind=kind,
        has_scale=bool(scales),
        is_rough=rough,
        in_words=in_words,
    )


def _kind_and_size(match: re.Match[str], things: Sequence[str]) -> tuple[str, float]:
    if match["currency"]:
        return currency_of_sign(match["currency"]), 1.0
    if match["multiple"]:
        return "share", 1.0
    return unit_of(match.string, *match.span("unit"), things) if match["unit"] else ("", 1.0)
