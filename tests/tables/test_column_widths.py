"""Columns of long tables: wide enough for their words, and the table for its page."""

from __future__ import annotations

import re

import pytest

from rent_or_sell import sourced_table
from rent_or_sell.book import BOOK
from rent_or_sell.tables.column_widths import (
    CHARACTER,
    GAP,
    LONGEST_WORD,
    PAGE,
    WIDE_CHARACTER,
    column_widths,
)

WORDS = "about the price of a rack and who may pay it"
MOST_THAT_FIT = 9  # columns


def test_long_cells_share_the_page_in_the_measure_of_their_length() -> None:
    short, middle, long_ = column_widths([[WORDS], [WORDS * 4], [WORDS * 8]])
    assert short < middle < long_
    assert short + middle + long_ <= PAGE


def test_a_short_table_needs_one_line_a_row() -> None:
    assert all(
        width >= CHARACTER * len(text) + GAP
        for width, text in zip(column_widths([["Chip"], [WORDS]]), ["Chip", WORDS], strict=True)
    )


def test_a_table_too_wide_for_its_page_scrolls_with_columns_to_read_in() -> None:
    widths = column_widths([[WORDS * 4]] * 20)
    assert sum(widths) > PAGE
    assert min(widths) >= CHARACTER * len(WORDS)


def test_a_long_name_of_the_code_breaks_between_its_words() -> None:
    name, address = "buyer_value_per_chip_hour", "buyervalueperchiphour"
    assert max(column_widths([[name]] * 9)) < CHARACTER * len(name)
    assert min(column_widths([[address]] * 9)) == WIDE_CHARACTER * LONGEST_WORD + GAP


@pytest.mark.parametrize("name", BOOK.facts.names)
def test_a_table_of_the_data_fits_its_page_unless_it_has_many_columns(name: str) -> None:
    table = sourced_table(name)
    widths = list(map(int, re.findall(r'<col width="(\d+)">', table._repr_html_())))
    assert (sum(widths) <= PAGE) == (len(widths) <= MOST_THAT_FIT)
