"""Table cells as text: numbers, ranges, dates and evidence in the words a reader sees."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from rent_or_sell.facts.schema import Field

MISSING = "—"
MINUS = "\N{MINUS SIGN}"


def cell_text(row: Mapping[str, Any], field: Field) -> str:
    """Return what a reader sees of one column in one row; a missing value is a dash."""
    if field.name == "value":
        return value_text(row, field)
    if field.name == "firmness":
        return firmness_text(row)
    value = row[field.name]
    if is_missing(value):
        return MISSING
    if field.name == "as_of" and isinstance(value, str):
        return value.replace("/", " to ")
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    if field.is_numeric:
        return number_text(float(value), grouped=field.type == "number")
    return str(value)


def number_text(number: float, *, grouped: bool = True) -> str:
    """Return every digit of a number, with thousands separated and a true minus sign."""
    digits = np.format_float_positional(abs(number), trim="-")
    whole, point, decimals = digits.partition(".")
    text = f"{int(whole):,}" if grouped else whole
    return f"{MINUS if number < 0 else ''}{text}{point}{decimals}"


def value_text(row: Mapping[str, Any], field: Field) -> str:
    """Return a value with its qualifier and range: "over 20", "14 to 25", "18 (14 to 25)"."""
    grouped = row.get("unit") != "year"
    numbers = [
        None if is_missing(row.get(name)) else number_text(float(row[name]), grouped=grouped)
        for name in (field.name, "value_low", "value_high")
    ]
    value, low, high = numbers
    extent = f"{low} to {high}" if low and high else low or high
    if value and extent:
        extent = f"({extent})"
    qualifier = None if is_missing(row.get("qualifier")) else str(row["qualifier"])
    return " ".join(part for part in (qualifier, value, extent) if part) or MISSING


def firmness_text(row: Mapping[str, Any]) -> str:
    """Return how firm a fact is, in its finer wording where there is one."""
    firmness, detail = row["firmness"], row.get("firmness_detail")
    if is_missing(firmness) or is_missing(detail):
        return MISSING if is_missing(firmness) else str(firmness)
    return str(detail) if str(firmness) in str(detail) else f"{firmness} ({detail})"


def is_missing(value: Any) -> bool:
    """Whether a cell is empty."""
    return bool(pd.isna(value)) or value == ""
