"""A long data listing is a page of what there is; each table's rows are a page of their own."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

import pytest
from tiny_book import build

from rent_or_sell.book import BOOK

pytestmark = pytest.mark.builds

LISTING = """# Tables &lt;b&gt; & `<i>`

```{code-cell} ipython3
from rent_or_sell.book import BOOK

BOOK.data_listing()
```
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the pages of a book with a long listing."""
    folder = tmp_path_factory.mktemp("listings")
    done = build(folder, listing=LISTING)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "_build" / "html" / "book"


@pytest.fixture(scope="module")
def listing(pages: Path) -> str:
    """The HTML of the long listing."""
    return (pages / "listing.html").read_text(encoding="utf-8")


def test_the_listing_keeps_anchors_and_columns_and_links_to_the_rows(listing: str) -> None:
    for name in BOOK.facts.names:
        assert f'id="table-{name}"' in listing
        count = len(BOOK.facts.table(name))
        rows = f"{count} row{'s' * (count != 1)}"
        assert f'<a href="listing-{name}.html">{rows}</a>' in listing
    assert "<tbody>" not in listing


def test_each_table_has_a_page_that_leads_back(pages: Path) -> None:
    for name in BOOK.facts.names:
        page = (pages / f"listing-{name}.html").read_text(encoding="utf-8")
        assert page.count("<tr") > len(BOOK.facts.table(name)), name
        assert f'href="listing.html#table-{name}"' in page
        assert "columns mean: Tables &lt;b&gt; &amp; &lt;i&gt;</a>" in page


def test_each_table_s_file_is_saved_whole_and_marked_for_spreadsheets(
    pages: Path, listing: str
) -> None:
    for name in BOOK.facts.names:
        link = re.search(
            rf'<a download="{name}\.csv" href="(\.\./_data/\w+/{name}\.csv)">', listing
        )
        assert link is not None
        copy = pages / link[1]
        whole = (BOOK.facts.folder / f"{name}.csv").read_bytes()
        assert copy.read_bytes() == codecs.BOM_UTF8 + whole


def test_a_short_listing_stays_whole(small_book: Path) -> None:
    assert "<tbody>" in (small_book / "tables.html").read_text(encoding="utf-8")
    assert not list(small_book.glob("tables-*.html"))
