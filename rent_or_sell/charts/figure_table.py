"""The table behind a Plotly figure: what its traces draw, in numbers that can be read."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import islice, zip_longest
from typing import Any

from rent_or_sell.charts.packed_array import unpacked

MOST_ROWS = 400
COLUMNS = (("x", "y"), ("labels", "values"))


def figure_table(figure: Mapping[str, Any]) -> str:
    """Return an HTML table of a figure's points: trace, x, y and text, one row a point.

    Parameters
    ----------
    figure
        A figure as Plotly writes it to JSON, with `data` and `layout`. A picture whose places are
        no numbers says its own table in `layout.meta`: rows of cells, the headings first.

    Returns
    -------
    str
        The table, or an empty string if no trace has points in one dimension.
    """
    traces, layout = figure.get("data", []), figure.get("layout", {})
    said = layout.get("meta", {}).get("table")
    if said:
        headings, *rows = said
    else:
        rows = [row for number, trace in enumerate(traces, 1) for row in _rows(trace, number)]
        headings = ["Series", *_axis_titles(layout), "Note"]
    if not rows:
        return ""
    columns = [
        _Column(heading, [row[place] for row in rows]) for place, heading in enumerate(headings)
    ]
    alone = len(traces) < 2 and not said  # then the name of the only one says nothing
    shown = [column for column in columns[alone:] if column.is_used]
    head = _line("th", [(column, column.title) for column in shown])
    lines = [
        _line("td", [(column, readable(column.values[row])) for column in shown])
        for row in range(min(len(rows), MOST_ROWS))
    ]
    if len(rows) > MOST_ROWS:
        lines.append(f'<tr><td colspan="4">and {len(rows) - MOST_ROWS:,} more points</td></tr>')
    return f"<table><thead>{head}</thead><tbody>{''.join(lines)}</tbody></table>"


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
