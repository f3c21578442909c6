"""The table behind a Plotly figure: what its traces draw, in numbers that can be read."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import islice, zip_longest
from typing import Any

from rent_or_sell.charts.packed_array import unpacked
from rent_or_sell.facts.csv_text import csv_text, harmless

LISTED = 12  # points of a smooth line
COLUMNS = (("x", "y"), ("labels", "values"))


@dataclass(frozen=True)
class FigureTable:
    """What the traces of a figure draw: headings, a row for each point, and which rows are listed.

    Of a line without marks at most a dozen points are: it runs straight from one to the next, or
    is smooth.
    """

    headings: Sequence[str]
    rows: Sequence[Sequence[Any]]
    listed: Sequence[int]

    def html(self) -> str:
        """Return the listed rows as a table."""
        columns = self._columns()
        head = _line("th", [(column, column.title) for column in columns])
        lines = (
            _line("td", [(column, readable(column.values[row])) for column in columns])
            for row in self.listed
        )
        return f"<table><thead>{head}</thead><tbody>{''.join(lines)}</tbody></table>"

    def csv(self) -> str:
        """Return all rows as CSV, numbers with all their digits."""
        columns = self._columns()
        cells = ([_csv_cell(column.values[row]) for column in columns] for row in range(self.count))
        return csv_text([[harmless(column.title) for column in columns], *cells])

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    @property
    def is_short(self) -> bool:
        """Whether some rows are not listed."""
        return len(self.listed) < self.count

    def _columns(self) -> list[_Column]:
        columns = (
            _Column(heading, [row[place] for row in self.rows])
            for place, heading in enumerate(self.headings)
        )
        return [column for column in columns if column.is_used]


def figure_table(figure: Mapping[str, Any]) -> FigureTable | None:
    """Return the table of a figure's points: trace, x, y and text, one row a point.

    Parameters
    ----------
    figure
        A figure as Plotly writes it to JSON, with `data` and `layout`. A picture whose places are
        no numbers says its own table in `layout.meta`: rows of cells, the headings first.

    Returns
    -------
    FigureTable or None
        None if no trace has points in one dimension.
    """
    traces, layout = figure.get("data", []), figure.get("layout", {})
    said = layout.get("meta", {}).get("table")
    if said:
        headings, *rows = said
        return FigureTable(headings, rows, range(len(rows)))
    rows, listed = [], []
    for number, trace in enumerate(traces, 1):
        points = _rows(trace, number)
        listed += [len(rows) + place for place in _listed(trace, len(points))]
        rows += points
    if not rows:
        return None
    alone = len(traces) < 2  # then the name of the only one says nothing
    headings = ["Series", *_axis_titles(layout), "Note"]
    return FigureTable(headings[alone:], [row[alone:] for row in rows], listed)


def _listed(trace: Mapping[str, Any], count: int) -> list[int]:
    """Return the places of the points that are listed: all, or some at equal distances."""
    if trace.get("mode") != "lines" or count <= LISTED:
        return list(range(count))
    step = math.ceil((count - 1) / (LISTED - 1))
    return sorted({*range(0, count, step), count - 1})


@dataclass(frozen=True)
class _Column:
    title: str
    values: Sequence[Any]

    @property
    def is_used(self) -> bool:
        return any(value not in (None, "") for value in self.values)

    @property
    def is_numeric(self) -> bool:
        return not any(isinstance(value, str) for value in self.values)


def readable(value: float | str | None) -> str:
    """Return a value as text: numbers to four digits, with thousands and a true minus sign."""
    if value is None or isinstance(value, str):
        return value or ""
    if not math.isfinite(value):
        return ""
    size = abs(float(value))
    if size == int(size):
        # a whole number of this size on an axis is a year
        text = f"{size:.0f}" if 1900 <= size <= 2100 else f"{size:,.0f}"
    else:
        text = f"{size:,.{max(0, 3 - math.floor(math.log10(size)))}f}"
    return f"−{text}" if value < 0 else text


def _rows(trace: Mapping[str, Any], number: int) -> list[tuple[Any, ...]]:
    names = next((pair for pair in COLUMNS if set(pair) & set(trace)), None)
    if names is None:
        return []
    name = trace.get("name") or f"series {number}"
    first, second, texts = (unpacked(trace.get(column)) for column in (*names, "text"))
    count = max(len(first), len(second))
    return [(name, *row) for row in islice(zip_longest(first, second, texts), count)]


def _axis_titles(layout: Mapping[str, Any]) -> list[str]:
    titles = ((axis, layout.get(f"{axis}axis", {}).get("title", {})) for axis in "xy")
    return [
        title.get("text", axis) if isinstance(title, Mapping) else axis for axis, title in titles
    ]


def _line(tag: str, cells: Sequence[tuple[_Column, str]]) -> str:
    return "<tr>" + "".join(_cell(tag, column, text) for column, text in cells) + "</tr>"


def _cell(tag: str, column: _Column, text: str) -> str:
    kind = ' class="number"' if column.is_numeric else ""
    return f"<{tag}{kind}>{escape(text)}</{tag}>"


def _csv_cell(value: Any) -> Any:
    return harmless(value) if isinstance(value, str) else value
