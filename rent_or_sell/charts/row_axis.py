"""The axis of a chart of named rows: from the top down, long names broken for a telephone."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Any

WIDTH = 16  # characters in a line


def row_axis(names: Sequence[str], **changes: Any) -> dict[str, Any]:
    """Return a Plotly y axis with one row a name; `changes` are Plotly's own names."""
    return {
        "autorange": "reversed",
        "showgrid": False,
        "tickvals": list(range(len(names))),
        "ticktext": ["<br>".join(textwrap.wrap(name, WIDTH)) for name in names],
    } | changes
