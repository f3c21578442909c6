"""A table as the CSV file that a reader saves, and the link that holds it whole.

A spreadsheet reads the file as it is meant: its mark says that it is UTF-8, and no text in it is a
formula.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from html import escape
from urllib.parse import quote

from rent_or_sell.facts.cell_checks import is_formula

HELD = "data:text/csv;charset=utf-8,"  # what a link begins with that holds its file
MARK = "\ufeff"  # tells spreadsheets that a file is UTF-8


def csv_text(rows: Iterable[Sequence[object]]) -> str:
    """Return rows of cells as CSV, the headings first."""
    file = io.StringIO()
    csv.writer(file, lineterminator="\r\n").writerows(rows)
    return MARK + file.getvalue()


def csv_link(name: str, text: str, words: str) -> str:
    """Return a link that holds a CSV file, so that it works in a notebook too.

    On a page of the book the file stands beside it.
    """
    address = HELD + quote(text, safe="")
    return f'<a download="{escape(name)}.csv" href="{address}">{escape(words)}</a>'


def harmless(text: str) -> str:
    """Return a text as a spreadsheet shows it: what it would take for a formula, after a quote."""
    return f"'{text}" if is_formula(text) else text
