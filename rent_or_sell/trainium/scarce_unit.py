"""What a chip, a megawatt and a dollar bring in each life of a rack: a table of the base case."""

from __future__ import annotations

from rent_or_sell.book import BOOK
from rent_or_sell.numbers.number_format import format_number
from rent_or_sell.tables.table_page import Column, ShownRow, ShownTable


def scarce_unit() -> ShownTable:
    """Return one row a unit that may be scarce: what it brings rented and sold."""
    base = BOOK.model("rack").evaluate()
    per_chip, per_mw, per_dollar = (
        format_number(base[f"rent_value_per_{unit}"], code)
        for unit, code in (("chip", "$,.3r"), ("mw", "$.1M"), ("dollar", "$.2f"))
    )
    sold = format_number(base["sell_value_per_chip"], "$,.3r")
    rows = (
        ("A chip", per_chip, sold),
        ("A megawatt of facility power", per_mw, "a sale uses none"),
        ("A dollar tied up in rack and building", per_dollar, "a sale is paid at once"),
    )
    return ShownTable(
        name="scarce_unit",
        caption="What one unit brings Amazon, net and worth today, in the base case",
        columns=(
            Column("Where this is scarce", "", "text"),
            Column("Rented", "", "number"),
            Column("Sold", "", "number"),
        ),
        rows=tuple(ShownRow(cells[0], cells, None) for cells in rows),
    )
