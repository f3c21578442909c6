"""The one way to look a fact up: its address, and what is said of one that is wrong."""

from __future__ import annotations

import pytest

from rent_or_sell import DataError
from rent_or_sell.book import BOOK
from rent_or_sell.facts.addresses import look_up, look_up_row, look_up_rows


def test_a_row_is_looked_up_with_its_range_and_evidence() -> None:
    fact = look_up(BOOK.facts, "amazon_statements.JL01")
    assert (fact.qualifier, fact.number, fact.unit) == ("over", 20, "billion USD per year")
    assert fact.row["firmness"]


def test_another_column_of_a_row_has_an_address_too() -> None:
    years = look_up(BOOK.facts, "commitments.CM13.term_years")
    assert years.number == 8
    assert years.low is None


def test_a_range_has_no_single_number() -> None:
    table = BOOK.load_table("tsmc")
    (row, *_) = table[table["value"].isna() & table["value_low"].notna()]["fact_id"]
    fact = look_up(BOOK.facts, f"tsmc.{row}")
    assert fact.low is not None
    with pytest.raises(DataError, match="is a range and no single value; name .value_low"):
        _ = fact.number


def test_rows_come_in_the_order_asked_for() -> None:
    rows = look_up_rows(BOOK.facts, "tsmc", ["TS12", "TS11"])
    assert rows.index.tolist() == ["TS12", "TS11"]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("amazon_statement.JL01", "did you mean 'amazon_statements'"),
        ("amazon_statements.JL99", "is not a row of amazon_statements; did you mean 'JL"),
        ("commitments.CM13.term_year", "did you mean 'term_years'"),
        ("units.GW", "is not a table of facts"),
        ("timeline.TL24", "holds no number"),
    ],
)
def test_a_wrong_address_is_answered_with_the_nearest(address: str, said: str) -> None:
    with pytest.raises(DataError, match=said):
        look_up(BOOK.facts, address)


def test_a_row_without_a_number_can_be_looked_up_as_a_row() -> None:
    assert look_up_row(BOOK.facts, "timeline.TL24")["event"]
