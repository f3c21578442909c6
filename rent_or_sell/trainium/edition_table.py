"""What this edition changed of the headline results, scenario by scenario."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from rent_or_sell.book import BOOK
from rent_or_sell.explorer.edition import edition_name
from rent_or_sell.explorer.units import result_format, unit_words
from rent_or_sell.numbers.number_format import format_number
from rent_or_sell.tables.cell_text import MISSING
from rent_or_sell.tables.table_page import Column, ShownRow, ShownTable

PARTS = ("from_data", "from_equations")
# Shorter than the summaries of the quantities, which would leave no room for the numbers.
RESULTS = {
    "npv_rent": "A rack rented",
    "npv_sell": "A rack sold",
    "gain_from_selling": "Gain from a rack sold",
    "breakeven_displacement": "Share of lost rentals at which a sale stops paying",
    "buyer_value_needed": "Value needed of a chip-hour",
    "price_floor_per_chip": "Amazon’s floor",
    "price_ceiling_per_chip": "The buyer’s ceiling",
    "sold_total": "Chips sold",
    "displaced_total": "Rentals lost",
    "policy_gain_total": "The fleet’s gain",
    "merchant_run_rate": "Larger run rate",
    "internal_run_rate": "Smaller run rate",
    "discounted_price_per_chip": "Price that matches Nvidia’s",
}


def changed_results() -> ShownTable:
    """Return the results that this edition changed, and what a new scenario has of its own."""
    edition = BOOK.edition.number
    earlier = edition_name(edition - 1)
    heads = {
        "Scenario": "text",
        "Result": "text",
        earlier.removeprefix("the ").capitalize(): "number",
        "From data": "number",
        "From equations": "number",
        "Now": "number",
    }
    caption = f"Headline results that differ from {earlier}, and what each new scenario changes"
    columns = tuple(Column(head, "", kind) for head, kind in heads.items())  # type: ignore[arg-type]
    rows = rows_of(edition)
    shown = pd.concat([changed(rows), new(rows)]).sort_index()
    lines = tuple(_line(row) for _, row in shown.iterrows())
    return ShownTable("what_changed", caption, columns, lines)


def rows_of(edition: int) -> pd.DataFrame:
    """Return the rows of an edition."""
    table = BOOK.load_table("editions")
    return table[table["edition"] == edition]


def changed(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the results that data or equations changed, if only against each other."""
    return rows[rows[list(PARTS)].fillna(0).ne(0).any(axis=1)]


def new(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the results of scenarios without a past that differ from the base case."""
    base = rows[rows["scenario"] == "base"].set_index("result")["after"]
    same = np.isclose(rows["after"], rows["result"].map(base), rtol=1e-5, equal_nan=True)
    return rows[rows["before"].isna() & ~same]


def shown_format(unit: str) -> str:
    """Return the format of a result: dollars to three digits, no closer than their guesses."""
    code = result_format(unit)
    return "$,.3r" if code == "$,.0f" else code


def _line(row: pd.Series[Any]) -> ShownRow:
    code = shown_format(row["unit"])
    unit = unit_words(row["unit"]).replace(" ", "\N{NO-BREAK SPACE}")
    words = RESULTS[row["result"]]
    cells = (
        BOOK.load_scenarios()[row["scenario"]].label,
        words if unit in ("", "$") else f"{words}, {unit}",  # the numbers have their own signs
        _number(row["before"], code),
        *(_number(row[part], code, signed=True) for part in PARTS),
        _number(row["after"], code),
    )
    return ShownRow(f"{row['scenario']}-{row['result']}", cells, None)


def _number(value: float, code: str, *, signed: bool = False) -> str:
    if pd.isna(value):
        return MISSING
    if signed and not value:
        return "0"
    return f"{'+' if signed and value > 0 else ''}{format_number(value, code)}"
