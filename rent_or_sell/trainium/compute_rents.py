"""A table of what a PFLOP costs to rent: list rents over dense FP8 compute, chip by chip."""

from __future__ import annotations

from typing import Any

from rent_or_sell.book import BOOK
from rent_or_sell.numbers.number_format import format_number
from rent_or_sell.tables.cell_text import MISSING
from rent_or_sell.tables.table_page import Column, ShownRow, ShownTable

# Chip → the fact of its dense FP8 compute in PFLOPS.
COMPUTE = {"Trainium2": "accelerators.AC004", "H100": "accelerators.AC036"}
# Capacity blocks of both on one day: the row of Trainium2, the row of H100.
PAIRS = (("RP002", "RP004"), ("RP013", "RP016"))


def rents_per_pflop() -> ShownTable:
    """Return rents of Trainium2 and H100 per PFLOP-hour on two days, and Trainium2's saving."""
    days = [BOOK.rows("rental_prices", pair).to_dict("records") for pair in PAIRS]
    return ShownTable(
        name="rents_per_pflop",
        caption="Capacity blocks per dense FP8 PFLOP: derived from the two tables",
        columns=(
            Column("Chip", "", "text"),
            Column("As of", "", "text"),
            Column("Per chip-hour", "", "number"),
            Column("Per PFLOP-hour", "", "number"),
            Column("Below H100", "", "number"),
        ),
        rows=tuple(_row(rent, pair[-1]) for pair in days for rent in pair),
    )


def rent_per_pflop(rent: dict[Any, Any]) -> float:
    """Return dollars per PFLOP-hour of a row of rental_prices, for dense FP8."""
    return float(rent["value"]) / BOOK.fact(COMPUTE[rent["product"]]).number


def _row(rent: dict[Any, Any], reference: dict[Any, Any]) -> ShownRow:
    saving = 1 - rent_per_pflop(rent) / rent_per_pflop(reference)
    cells = (
        rent["product"],
        rent["as_of"],
        format_number(rent["value"], "$.2f"),
        format_number(rent_per_pflop(rent), "$.2f"),
        format_number(saving, ".0%") if rent is not reference else MISSING,
    )
    return ShownRow(key=f"{rent['product']} {rent['as_of']}", cells=cells, marks=None)
