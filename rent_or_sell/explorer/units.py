"""Units of results as an explorer shows them, and the number formats that go with them."""

from __future__ import annotations

_FORMATS = {
    "USD": "$,.0f",
    "USD/chip": "$,.0f",
    "USD/year": "$,.0f",
    "USD/chip-hour": "$,.3f",
    "USD/USD": ".3f",
    "fraction": ".1%",
    "chip-hours": ",.0f",
}
_WORDS = {"fraction": "", "1/year": "a year", "ratio": "", "USD": "$", "USD/USD": "$ per $"}


def result_format(unit: str) -> str:
    """Return the number format in which results of a unit are shown in full."""
    return _FORMATS.get(unit, ",.2f")


def unit_words(unit: str) -> str:
    """Return a unit as the page shows it: "$/chip" for USD/chip; a bare fraction has none."""
    return _WORDS.get(unit, unit.replace("USD", "$").replace("million chips/", "mn chips/"))
