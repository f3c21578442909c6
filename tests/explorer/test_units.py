"""A result is written as its unit is read: shares to a tenth of a percent, money by its size."""

from __future__ import annotations

import pytest

from rent_or_sell.explorer.units import result_format, unit_said, unit_words, with_unit
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


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("$", "dollars"),
        ("$/chip-hour", "dollars a chip-hour"),
        ("$ per $", "dollars per dollar"),
        ("mn chips/year", "million chips a year"),
        ("GW/year", "GW a year"),
        ("million chips", "million chips"),
        ("", ""),
    ],
)
def test_a_unit_is_said_without_its_signs(words: str, said: str) -> None:
    assert unit_said(words) == said


@pytest.mark.parametrize(
    ("number", "words", "written"),
    [
        ("28,170", "$/chip", "$28,170/chip"),
        ("0.32", "$ per $", "$0.32 per $"),
        ("−4,000", "$", "−$4,000"),
        ("1.25", "kW", "1.25 kW"),
        ("9.5%", "a year", "9.5% a year"),
        ("40%", "", "40%"),
    ],
)
def test_a_sentence_has_money_as_people_write_it(number: str, words: str, written: str) -> None:
    assert with_unit(number, words) == written


@pytest.mark.parametrize(
    ("value", "code", "written"),
    [
        (-6_174_680_000, "$.2M", "−$6,174.68 M"),
        (4_321.5, ".1%", "432,150.0%"),
        (2_031, ".0f", "2031"),
    ],
)
def test_what_can_be_no_year_is_written_in_thousands(value: float, code: str, written: str) -> None:
    assert format_number(value, code) == written
