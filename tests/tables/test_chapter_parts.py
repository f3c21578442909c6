"""The tables and charts that chapters compute: right numbers, safe text, clear errors."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from rent_or_sell import data_listing, evaluate, load_scenarios, load_table, result_table
from rent_or_sell.book import BOOK
from rent_or_sell.facts.csv_text import HELD, MARK
from rent_or_sell.facts.files import DataError
from rent_or_sell.model.parameters import ModelInputError
from rent_or_sell.tables.data_listing import Listing
from rent_or_sell.tables.table_page import FOR_PAGES, NOTEBOOK_SHEET, ShownTable
from rent_or_sell.trainium.figures.aws import aws_sales_and_margin
from rent_or_sell.trainium.figures.deal import attach_rate_and_price, attach_rate_where, deal_zones
from rent_or_sell.trainium.known_numbers import comparable_deal, known_number_checks

FLOOR = {"price_floor_per_chip": "Floor"}


def test_result_table_rounds_results_and_keeps_the_format_of_parameters() -> None:
    columns = FLOOR | {"rent_per_chip_hour": "Rent", "buyer_premium_needed": "Needed"}
    table = result_table("rack", {"Base": {}, "Dear": {"rent_per_chip_hour": 1.6}}, columns, "Two")
    assert table.rows[0].cells == ("Base", "$21,100", "$1.20", "10%")
    assert table.rows[1].cells[2] == "$1.60"


def test_result_table_writes_a_loss_with_a_true_minus() -> None:
    columns = {"gain_from_selling": "Gain"}
    table = result_table("rack", {"Scarce": {"displacement": 1}}, columns, "One")
    assert table.rows[0].cells == ("Scarce", "−$549,000")


def test_result_table_names_the_nearest_column() -> None:
    with pytest.raises(DataError, match="did you mean 'npv_rent'"):
        result_table("rack", {"Base": {}}, {"npv_rental": "Rented"}, "Wrong")


def test_result_table_refuses_a_value_out_of_limits() -> None:
    with pytest.raises(ModelInputError, match="displacement"):
        result_table("rack", {"Too much": {"displacement": 2}}, FLOOR, "Wrong")


@pytest.mark.parametrize(
    "result", ["rent_minus_sell", "gain_from_selling", "deal_surplus_per_chip"]
)
def test_a_result_is_zero_at_the_attach_rate_found(result: str) -> None:
    rate = attach_rate_where(result)
    assert evaluate("rack", {"attach_rate": rate})[result] == pytest.approx(0, abs=1e-6)


def test_the_deal_zones_name_the_worlds_in_which_a_price_suits_both() -> None:
    scenarios = [one for one in load_scenarios().values() if one.is_preset]
    words = deal_zones().layout.meta["summary"].partition(". In the others")[0]
    for scenario in scenarios:
        suits = evaluate("rack", scenario)["deal_surplus_per_chip"] > 0
        assert (scenario.label in words) == suits, scenario.name


@pytest.mark.parametrize("figure", [deal_zones, attach_rate_and_price, aws_sales_and_margin])
def test_a_chart_says_in_words_what_it_shows_and_whence(figure: object) -> None:
    assert callable(figure)
    layout = figure().layout
    assert layout.title.text and layout.meta["summary"] and layout.meta["source"]


def test_the_checks_cite_their_sources_and_hold_the_known_beside_the_model() -> None:
    rows = known_number_checks().rows
    assert [row.cells[1:] for row in rows] == [
        ("36.8", "37.7 and 39.4"),
        ("2.0", "a little less than 3"),
        ("5.3", "6.3, or 7.7 with a ramp of 3 years"),
        ("62.9", "about 50"),
        ("15.4", "27"),
        ("21.8", "15"),
    ]
    assert all(row.marks for row in rows)


def test_the_comparable_deal_reads_chip_for_chip_and_by_work() -> None:
    assert [row.cells[-1] for row in comparable_deal().rows] == [
        "in the zone",
        "below the floor",
        "above the ceiling, below the floor",
    ]


def test_the_listing_holds_every_table_under_its_anchor() -> None:
    html = data_listing()._repr_html_()
    for name in BOOK.facts.names:
        assert html.count(f'id="table-{name}"') == 1
        assert f'download="{name}.csv"' in html
        assert f"{HELD}{quote(MARK)}{quote(load_table(name).columns[0])}" in html
        count = len(load_table(name))
        assert f"<summary>{count} row{'' if count == 1 else 's'}</summary>" in html


def test_the_listing_names_the_tables_there_are() -> None:
    with pytest.raises(DataError, match="commitments"):
        data_listing("commitment")


@pytest.mark.parametrize(
    "table", [data_listing(), result_table("rack", {"Base": {}}, FLOOR, "One")]
)
def test_a_notebook_sets_words_to_the_left_and_a_page_has_no_sheet(
    table: Listing | ShownTable,
) -> None:
    bundle = table._repr_mimebundle_()
    assert bundle["text/html"].startswith(NOTEBOOK_SHEET)
    assert "<style" not in bundle[FOR_PAGES]
