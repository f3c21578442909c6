"""Units as an explorer shows them, and the number formats that go with those of results."""

from __future__ import annotations

import re

_FORMATS = {"USD/USD": ".3f", "fraction": ".1%"}
_WORDS = {"fraction": "", "1/year": "a year", "ratio": "", "USD": "$", "USD/USD": "$ per $"}
_PAID_IN_CENTS = ("hour", "kWh")  # what one of these costs
_COUNTED_IN_THOUSANDS = ("hours", "kWh", "kWh/year")


def result_format(unit: str) -> str:
    """Return the number format in which results of a unit are shown in full."""
    if unit in _FORMATS:
        return _FORMATS[unit]
    if unit.startswith("USD"):
        return "$,.3f" if unit.endswith(_PAID_IN_CENTS) else "$,.0f"
    return ",.0f" if unit.endswith(_COUNTED_IN_THOUSANDS) else ",.2f"


def unit_words(unit: str) -> str:
    """Return a unit as the page shows it: "$/chip" for USD/chip; a bare fraction has none."""
    if unit in _WORDS:
        return _WORDS[unit]
    return re.sub(r"^million (\w+)/", r"mn \1/", unit.replace("USD", "$"))


def unit_said(words: str) -> str:
    """Return a unit's words as they are said aloud: "dollars a chip" for $/chip.

    The browser's `explorer/units.js` does the same.
    """
    spelled = re.sub(r"^\$", "dollars", words).replace("$", "dollar")
    return re.sub(r"^mn ", "million ", spelled).replace("/", " a ")


def with_unit(number: str, words: str) -> str:
    """Return a written number and its unit's words as a sentence has them: "$22,000/chip".

    The browser's `explorer/units.js` does the same.
    """
    if not words.startswith("$"):
        return f"{number} {words}".strip()
    return re.sub(r"\d", lambda first: f"${first[0]}", number, count=1) + words[1:]
