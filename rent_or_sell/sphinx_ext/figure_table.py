"""The table behind a Plotly figure: what its traces draw, in numbers that can be read."""

from __future__ import annotations

import base64
import math
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import numpy as np

MOST_ROWS = 400
COLUMNS = (("x", "y"), ("labels", "values"))


def figure_table(figure: Mapping[str, Any]) -> str:
    """Return an HTML table of a figure's points: trace, x, y and text, one row a point.

    Parameters
    ----------
    figure
        A figure as Plotly writes it to JSON, with `data` and `layout`.

    Returns
    -------
    str
        The table, or an empty string if no trace has points in one dimension.
    """
    traces = figure.get("data", [])
    rows = [row for number, trace in enumerate(traces, 1) for row in _rows(trace, number)]
    if not rows:
        return ""
    heads = ["Series", *_axis_titles(figure.get("layout", {})), "Note"]
    used = [any(row[column] != "" for row in rows) for column in range(4)]
    used[0] = len(traces) > 1
    lines = [_line("td", row, used) for row in rows[:MOST_ROWS]]
    if len(rows) > MOST_ROWS:
        lines.append(f'<tr><td colspan="4">and {len(rows) - MOST_ROWS:,} more points</td></tr>')
    head = _line("th", heads, used)
    return f"<table><thead>{head}</thead><tbody>{''.join(lines)}</tbody></table>"


def readable(value: Any) -> str:
    """Return a value as text: numbers to four digits, with thousands and a true minus sign."""
    if value is None or isinstance(value, str):
        return value or ""
    if not isinstance(value, (int, float, np.number)) or not math.isfinite(value):
        return str(value)
    size = abs(float(value))
    if size == int(size):
        # a whole number of this size on an axis is a year
        text = f"{size:.0f}" if 1900 <= size <= 2100 else f"{size:,.0f}"
    else:
        text = f"{size:,.{max(0, 3 - math.floor(math.log10(size)))}f}"
    return f"−{text}" if value < 0 else text


def _rows(trace: Mapping[str, Any], number: int) -> list[list[str]]:
    columns = next((pair for pair in COLUMNS if set(pair) & set(trace)), None)
    if columns is None:
        return []
    first, second = (_values(trace.get(name)) for name in columns)
    texts = trace.get("text")
    texts = _values(texts) if not isinstance(texts, str) else []
    count = max(len(first), len(second))
    name = trace.get("name") or f"series {number}"
    return [
        [name, *(readable(column[i]) if i < len(column) else "" for column in (first, second, texts))]
        for i in range(count)
    ]


def _values(column: Any) -> Sequence[Any]:
    """Return a column as a list, also where Plotly has packed an array as base64."""
    if isinstance(column, Mapping):
        packed = np.frombuffer(base64.b64decode(column["bdata"]), dtype=column["dtype"])
        # a second dimension means a picture, not a column
        return [] if "shape" in column else packed.tolist()
    return list(column) if column is not None else []


def _axis_titles(layout: Mapping[str, Any]) -> list[str]:
    titles = ((axis, layout.get(f"{axis}axis", {}).get("title", {})) for axis in "xy")
    return [title.get("text", axis) if isinstance(title, Mapping) else axis for axis, title in titles]


def _line(tag: str, cells: Sequence[str], used: Sequence[bool]) -> str:
    shown = (cell for cell, keep in zip(cells, used, strict=True) if keep)
    return "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in shown) + "</tr>"
