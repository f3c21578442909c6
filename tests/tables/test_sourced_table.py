"""What a reader sees of a table: numbers, units, evidence, links; nothing as markup."""

from __future__ import annotations

import csv
import io
import re
from html.parser import HTMLParser
from typing import Literal
from urllib.parse import unquote

import pytest

from rent_or_sell import sourced_table
from rent_or_sell.book import BOOK
from rent_or_sell.facts.files import DataError
from rent_or_sell.tables.cell_text import MISSING, number_text
from rent_or_sell.tables.table_page import Column, Mark, ShownRow, ShownTable, is_web_address


class Page(HTMLParser):
    """The tags with attributes, and the text of header and body cells."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.rows: list[list[str]] = []
        self.in_cell = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
            self.in_cell = True

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self.in_cell = False

    def handle_data(self, data: str) -> None:
        if self.in_cell:
            self.rows[-1][-1] += data

    def all(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.tags if tag == name]


def downloaded(page: Page) -> list[list[str]]:
    (link,) = [attributes for attributes in page.all("a") if "download" in attributes]
    text = unquote((link["href"] or "").removeprefix("data:text/csv;charset=utf-8,"))
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def hostile(text: str, url: str) -> ShownTable:
    columns = (Column("Claim", "", "text"), Column("Value", "USD", "number"))
    row = ShownRow("X1", (text, "1"), (Mark(text, url, text),))
    return ShownTable("facts", text, columns, (row,))


def test_markup_in_data_is_text() -> None:
    evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    page = Page(hostile(evil, 'https://example.org/?q="><script>')._repr_html_())
    assert not page.all("script") and not page.all("img")
    assert page.rows[1][0] == evil
    assert page.all("div")[0]["aria-label"] == evil


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "//host", "", "https:"],
)
def test_only_web_addresses_become_links(url: str) -> None:
    page = Page(hostile("A paper", url)._repr_html_())
    assert not is_web_address(url)
    assert [link.get("class") for link in page.all("a")] == [None]  # the download alone
    assert page.rows[1][-1] == "A paper"


def test_a_source_is_one_click_away_and_so_is_where_it_was_read() -> None:
    page = Page(sourced_table("amazon_statements", rows=["JL05"])._repr_html_())
    links = [one for one in page.all("a") if one.get("class") == "source-mark"]
    hosts = [(link["href"] or "").split("/")[2] for link in links]
    assert hosts == ["www.aboutamazon.com", "techcrunch.com"]
    assert {link["rel"] for link in links} == {"noopener noreferrer"}
    assert page.rows[1][-1].endswith(
        "(hypothetical) Amazon.com, Inc., 2026-04-09; read in TechCrunch, 2026-06-18"
    )


def test_a_row_without_a_document_is_unverified_and_one_without_an_address_says_so() -> None:
    page = Page(sourced_table("timeline", rows=["TL33"])._repr_html_())
    assert page.rows[1][-1].endswith("unverified; third-party copy, 2026")
    page = Page(sourced_table("accelerators", rows=["AC020"])._repr_html_())
    assert page.rows[1][-1].endswith("no public link; J.P. Morgan, 2026-10-02")


def test_a_document_read_in_a_copy_without_an_address_is_verified() -> None:
    page = Page(sourced_table("peers_annual", rows=["PA01"])._repr_html_())
    assert page.rows[1][-1].endswith(
        "Intel Corporation, 2024-01; read in third-party copy, 2026-10"
    )


def test_the_books_own_sums_show_as_arithmetic_with_their_formula() -> None:
    shown = sourced_table("rental_prices", ["value"], ["RP052", "RP053"])
    for row in shown.rows:
        assert row.marks is not None
        assert row.marks[0].text == "our arithmetic"
    assert shown.rows[0].marks is not None
    assert shown.rows[0].marks[0].formula.startswith("(55.04/98.32)^(1/3.08)-1")
    assert 'title="(55.04/98.32)' in shown._repr_html_()


def test_every_sum_of_our_own_has_a_formula() -> None:
    for name in BOOK.facts.names:
        shown = sourced_table(name)
        for row in shown.rows if BOOK.facts.schema(name).holds_facts else ():
            sums = [mark for mark in row.marks or () if mark.text == "our arithmetic"]
            assert all(mark.formula for mark in sums), (name, row.key)


def test_numbers_carry_range_qualifier_and_unit() -> None:
    shown = sourced_table("tsmc", ["claim", "value"], ["TS13", "TS12"])
    assert [row.cells[1] for row in shown.rows] == ["44.6 to 45.8", "40.2"]
    assert shown.columns[1].heading == "Value (billion USD)"
    assert sourced_table("amazon_statements", ["value"], ["JL01"]).rows[0].cells[0] == "over 20"
    assert sourced_table("purchase_prices", ["value"], ["PP002"]).rows[0].cells[0] == (
        "3,200,000 (3,000,000 to 3,400,000)"
    )
    assert sourced_table("accelerators", ["value"], ["AC032"]).rows[0].cells[0] == "2027"


def test_rows_of_different_units_get_a_unit_column() -> None:
    shown = sourced_table("amazon_statements", ["claim", "value"], ["JL01", "JL04", "JL08"])
    assert [column.heading for column in shown.columns][:3] == ["Claim", "Value", "Unit"]
    assert [row.cells[2] for row in shown.rows] == ["billion USD per year", "percent", "—"]
    assert shown.rows[2].cells[1] == "—"


def test_every_fact_shows_date_speaker_firmness_and_source() -> None:
    shown = sourced_table("commitments", ["claim", "value"])
    assert [column.title for column in shown.columns][-3:] == [
        "Who said it",
        "As of",
        "How firmly",
    ]
    assert shown.has_sources


def test_firmness_keeps_the_finer_wording() -> None:
    shown = sourced_table("amazon_statements", ["claim"], ["JL08", "JL12"])
    assert [row.cells[-1] for row in shown.rows] == [
        "company statement (forward-looking)",
        "company statement",
    ]


def test_numbers_are_right_aligned_with_a_true_minus() -> None:
    page = Page(sourced_table("rental_prices", ["term", "value"], ["RP052"])._repr_html_())
    (cell,) = [one for one in page.all("td") if one.get("class") == "number"]
    assert cell["data-label"] == "Price per chip (fraction)"
    assert page.rows[1][1] == "−0.172"
    assert number_text(-1234567.5) == "−1,234,567.5"
    assert number_text(10_000_000_000.0) == "10,000,000,000"


def test_the_first_cell_of_a_row_names_it() -> None:
    shown = sourced_table("rental_prices", ["term", "value"], ["RP052"])
    for html in (shown._repr_html_(), shown.page_html()):
        heads = [one.get("scope") for one in Page(html).all("th")]
        assert heads[-1] == "row"
        assert heads.count("row") == len(shown.rows)


def test_the_scroll_region_can_be_reached_by_key() -> None:
    page = Page(sourced_table("units", caption="Units we use")._repr_html_())
    assert page.all("div")[0] == {
        "class": "table-scroll",
        "role": "region",
        "tabindex": "0",
        "aria-label": "Units we use",
    }


@pytest.mark.parametrize("name", BOOK.facts.names)
def test_the_download_holds_exactly_what_is_shown(name: str) -> None:
    table = sourced_table(name)
    page = Page(table._repr_html_())
    header, *rows = downloaded(page)
    content = [column for column in table.columns if column.kind != "provenance"]
    assert header[: len(content)] == page.rows[0][: len(content)]
    assert len(rows) == len(page.rows) - 1
    for row, shown in zip(rows, page.rows[1:], strict=True):
        shown = [re.sub("−(?=[0-9])", "-", text) for text in shown]
        assert row[: len(content)] == shown[: len(content)]
        evidence = dict(zip(header[len(content) :], row[len(content) :], strict=True))
        evidence.pop("Link", None)  # the address behind the text
        for text in evidence.values():
            assert text == MISSING or text in shown[-1]


@pytest.mark.parametrize("kind", ["number", "text"])
@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("−1+2|cmd", "'-1+2|cmd"),
        ("−A1", "'-A1"),
        ("=1+1", "'=1+1"),
        ("+cmd", "'+cmd"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("−7.6", "-7.6"),
        ("−$1,124,093", "-$1,124,093"),
        ("−$1.2 M", "-$1.2 M"),
        ("+4.5%", "+4.5%"),
        ("−", "'-"),
    ],
)
def test_a_spreadsheet_runs_nothing_and_reads_every_number(
    text: str, written: str, kind: Literal["number", "text"]
) -> None:
    # words keep the minus that they have; in a column of numbers it is the one that programs read
    shown = text if kind == "number" else text.replace("−", "-")
    columns = (Column("It", "", kind),)
    made = ShownTable("a", "A", columns, (ShownRow("1", (shown,), None),))
    assert list(csv.reader(io.StringIO(made.to_csv())))[1] == [written]


def test_the_parameters_show_the_sources_of_their_own_table() -> None:
    shown = sourced_table("parameters", ["label", "base"], ["kw_per_chip", "residual_share"])
    marks = [[mark.text for mark in row.marks or ()] for row in shown.rows]
    assert marks[0][0] == "SemiAnalysis, 2025-12-04"
    assert marks[1] == ["no source"]


def test_rows_by_query_and_by_id_in_the_order_asked_for() -> None:
    queried = sourced_table("accelerators", rows='vendor == "AWS" and metric == "racks"')
    assert [row.key for row in queried.rows] == ["AC013", "AC026"]
    assert [row.key for row in sourced_table("tsmc", rows=["TS12", "TS11"]).rows] == [
        "TS12",
        "TS11",
    ]


def test_what_does_not_exist_is_answered_with_what_does() -> None:
    with pytest.raises(DataError, match="'TS99' is not a row of tsmc.*did you mean 'TS"):
        sourced_table("tsmc", rows=["TS99"])
    with pytest.raises(DataError, match="no column 'clam'.*claim"):
        sourced_table("tsmc", ["clam"])
    with pytest.raises(DataError, match="query 'nope == 1' fails.*columns are fact_id"):
        sourced_table("tsmc", rows="nope == 1")
