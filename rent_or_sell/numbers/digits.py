"""Digits as people group them, "5,000.25", "5 000,25", "5.000,25", "5'000" or "₹5,00,000"."""

from __future__ import annotations

import re
import unicodedata

_SPACES = " \N{NO-BREAK SPACE}\N{THIN SPACE}\N{NARROW NO-BREAK SPACE}"
VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
# "24/7", a date and "16/9" are no fractions
_SLASHED = r"(?:1/[2-9]|2/[3579]|3/[457-9]|4/[579]|5/[6-9]|6/7|7/[89]|8/9|[1379]/10)(?![\d/])"

FRACTION_IN_DIGITS = rf"[{VULGAR}]|(?<![\d/]){_SLASHED}"

DIGITS = (
    r"(?:[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?(?!\d)"
    r"|[1-9]\d{0,2}(?:\.\d{3}){2,}(?:,\d+)?(?!\d)"
    r"|[1-9]\d{0,2}(?:\.\d{3})+,\d\d?(?!\d)"
    rf"|[1-9]\d{{0,2}}(?:[{_SPACES}'’_]\d{{3}})+(?:[.,]\d+)?(?!\d)"
    r"|[1-9]\d?(?:,\d\d)+,\d{3}(?!\d)"
    r"|0,\d+|\d+,\d\d?(?!\d)"  # a comma before the decimals
    r"|\d*\.\d+|\d+)"
    rf"(?:[{VULGAR}]|(?<!\d\d\d)\s(?:[{VULGAR}]|{_SLASHED}))?"  # 2½, 2 1/2, but "in 2026 ½"
)


def value_and_digits(written: str) -> tuple[float, str]:
    """Return the value of digits, and them with a point before decimals and commas in groups."""
    found = re.fullmatch(rf"(.*?)\s?([{VULGAR}]|(?<![\d/])\d/\d+)?", written)
    whole, part = found.groups() if found else (written, None)
    digits = _in_english(whole)
    value = float(digits.replace(",", ""))
    return (value + _fraction(part), f"{value + _fraction(part):.4g}") if part else (value, digits)


def _in_english(written: str) -> str:
    whole, decimals = _halves(written)
    digits = re.sub(r"\D", "", whole) or "0"
    return (digits if whole.isdigit() else f"{int(digits):,}") + (
        f".{decimals}" if decimals else ""
    )


def _fraction(written: str) -> float:
    over, _, under = written.partition("/")
    return int(over) / int(under) if under else unicodedata.numeric(written)


def _halves(written: str) -> tuple[str, str]:
    """Return what stands before and after the decimal point or comma."""
    marks = [mark for mark in written if mark in ".,"]
    if not marks or marks.count(marks[-1]) > 1 or re.fullmatch(r"[1-9]\d{0,2},\d{3}", written):
        return written, ""
    whole, _, decimals = written.rpartition(marks[-1])
    return whole, decimals
