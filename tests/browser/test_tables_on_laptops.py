"""The data's tables on a laptop: most fit the screen, and in none do cells write over each other."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from readers import Reader, rest

from rent_or_sell.book import BOOK
from rent_or_sell.tables.column_widths import GAP

WIDE = ("parameters", "rental_prices")  # they scroll
FEW = ("purchase_prices", "aws_quarterly", "rental_prices")
TABLES = [
    pytest.param(name, marks=() if name in FEW else pytest.mark.exhaustive)
    for name in BOOK.facts.names
]
BEYOND = "region => region.scrollWidth - region.clientWidth"
# Cells whose words reach those of the next one, over half of the gap.
REACHING = """(cells, gap) => cells.filter((one) => one.scrollWidth > one.clientWidth + gap / 2)
  .map((one) => one.textContent)"""

# Shadows are not drawn in forced colours, borders are.
EDGE = "source => getComputedStyle(source, '::before').borderLeft"


@pytest.mark.parametrize("name", TABLES)
def test_a_table_fits_and_its_cells_hold_their_words(reloaded: Page, site: str, name: str) -> None:
    reloaded.set_viewport_size({"width": 1280, "height": 800})
    page = Reader(reloaded, site).open(f"sources-{name}")
    rest(page)
    table = page.locator(".table-scroll:has(> table)")
    assert (table.evaluate(BEYOND) > 0) == (name in WIDE)
    assert table.locator("th, td").evaluate_all(REACHING, GAP) == []


def test_the_edge_under_which_a_table_goes_on_is_drawn_in_all_colours(reader: Reader) -> None:
    reader.page.emulate_media(forced_colors="active")
    source = reader.open(f"sources-{WIDE[0]}").locator("td.source").first
    assert source.evaluate(EDGE).startswith("1px solid")
