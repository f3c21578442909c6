"""The files that a page offers stand beside it, under the names by which they are saved."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

from rent_or_sell.facts.csv_text import HELD

pytestmark = pytest.mark.builds

LINK = re.compile(r'<a download="([^"]*)" href="([^"]*)"')


def links(page: Path) -> list[tuple[str, str]]:
    """Return the files that a page offers: name and address."""
    return LINK.findall(page.read_text(encoding="utf-8"))


def test_no_page_holds_a_file(small_book: Path) -> None:
    offered = [link for page in small_book.glob("*.html") for link in links(page)]
    assert len(offered) > 5
    assert not [name for name, address in offered if address.startswith(HELD)]


def test_each_link_leads_to_a_file_of_its_name(small_book: Path) -> None:
    for page in small_book.glob("*.html"):
        for name, address in links(page):
            assert re.fullmatch(rf"\.\./_data/[0-9a-f]{{12}}/{re.escape(name)}", address)
            assert (page.parent / address).read_bytes()


def test_the_file_of_a_chart_has_the_points_of_its_table(small_book: Path) -> None:
    page = small_book / "chart.html"
    ((name, address),) = links(page)
    text = (page.parent / address).read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    table = re.search(r"<table>.*?</table>", page.read_text(encoding="utf-8"), re.DOTALL)
    assert table is not None
    assert re.findall(r"<th[^>]*>([^<]*)</th>", table[0]) == rows[0]
    assert table[0].count("<tr>") == len(rows)
    assert name.endswith(".csv")
