"""Units of results as an explorer shows them, and the number formats that go with them."""

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
