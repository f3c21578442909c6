"""A result is written as its unit is read: shares to a tenth of a percent, money by its size."""

from __future__ import annotations

import pytest

from rent_or_sell.explorer.units import result_format, unit_words
from rent_or_sell.numbers.number_format import format_number


@pytest.mark.parametrize(
    ("unit", "value", "written", "words"),
    [
        ("fraction", 0.2564, "25.6%", ""),
        ("USD/USD", 0.2564, "0.256", "$ per $"),
        ("USD", 1_234.56, "$1,235", "$"),
        ("USD/chip", 21_097.4, "$21,097", "$/chip"),
        ("USD/chip-hour", 1.2564, "$1.256", "$/chip-hour"),
        ("hours", 12_345.6, "12,346", "hours"),
        ("million chips/year", 1.2564, "1.26", "mn chips/year"),
        ("1/year", 1.2564, "1.26", "a year"),
    ],
)
def test_a_result_is_written_as_its_unit_is_read(
    unit: str, value: float, written: str, words: str
) -> None:
    assert format_number(value, result_format(unit)) == written
    assert unit_words(unit) == words
