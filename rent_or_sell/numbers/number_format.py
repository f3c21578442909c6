"""Writes numbers as people read them, by the short format codes of `data/parameters.csv`.

A code is made of an optional `|` (magnitude only), `$`, `,` (thousands), then `.N` and a letter:
`f` N decimals, `%` percent with N decimals, `M` millions with N decimals, `r` N significant digits,
`r%` percent with N significant digits (percents and millions always have thousands); or of
`of ten`: "6 in 10" for a share near a tenth, "59 in 100" for another.
The browser's `explorer/number_format.js` writes the same.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

UNDEFINED = "not defined"
OF_TEN = "of ten"
_MORE_DIGITS = 5  # after which two values are taken for the same
_IN_THOUSANDS = ("%", "r%", "M")  # with a comma or without: none of these is a year
_CODE = re.compile(r"(\|?)(\$?)(,?)\.(\d)(?:([f%M])|(?<!0)(r%?))")


def format_number(value: float, code: str) -> str:
    """Return `value` written by `code`; what is not finite is "not defined".

    Raises
    ------
    ValueError
        If the code is not one of those above.
    """
    match = _CODE.fullmatch(code)
    if not match and code != OF_TEN:
        raise ValueError(f"{code!r} is not a number format; write it like ',.0f', '.1%' or '$.2M'.")
    if not math.isfinite(value):
        return UNDEFINED
    if not match:
        return _of_ten(value)
    magnitude, currency, comma, digits, decimals, significant = match.groups()
    kind = decimals or significant
    number = Decimal(repr(float(value))).scaleb({"%": 2, "r%": 2, "M": -6}.get(kind, 0))
    rounded = abs(_rounded(number, int(digits), significant=bool(significant)))
    sign = "−" if number < 0 and rounded and not magnitude else ""
    text = f"{rounded:{comma or (kind in _IN_THOUSANDS and ',') or ''}f}"
    return f"{sign}{currency}{text}{ {'%': '%', 'r%': '%', 'M': ' M'}.get(kind, '') }"


def closer_format(code: str) -> str:
    """Return the format for a value between a control's steps: to a tenth of a percent, or four digits."""
    return ".1%" if code.endswith("%") else ",.4r"


def more_digits(code: str, more: int) -> str:
    """Return the format with some digits more."""
    return re.sub(r"\d", lambda digits: str(int(digits[0]) + more), code)


def format_apart(value: float, others: Iterable[float], code: str) -> str:
    """Return a value with as many digits more than its code's as tell it from others beside it."""
    differing = [other for other in others if other != value]
    if not differing:
        return format_number(value, code)
    for more in range(_MORE_DIGITS + 1):
        finer = more_digits(code, more)
        text = format_number(value, finer)
        if all(format_number(other, finer) != text for other in differing):
            return text
    return format_number(value, code)


def _of_ten(share: float) -> str:
    """Return a share as people count: in tenths where that is within a hundredth of it."""
    hundredths = Decimal(repr(float(share))).scaleb(2)
    tenths = _rounded(hundredths / 10, 0, significant=False)
    if abs(hundredths - 10 * tenths) < 1 and (0 < tenths < 10 or hundredths == 10 * tenths):
        return f"{tenths:f} in 10"
    return f"{_rounded(hundredths, 0, significant=False):f} in 100"


def _rounded(number: Decimal, digits: int, *, significant: bool) -> Decimal:
    """Round half away from zero, as the browser does, to decimals or significant digits."""
    if not significant:
        return number.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    if not number:
        return Decimal(0)
    place = number.adjusted() - digits + 1
    rounded = number.quantize(Decimal(1).scaleb(place), ROUND_HALF_UP)
    return Decimal(f"{rounded.normalize():f}")
