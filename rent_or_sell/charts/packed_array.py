"""Arrays as Plotly writes them to JSON: plain lists, or numbers packed as base64."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np


def unpacked(column: Any) -> Sequence[Any]:
    """Return a trace's column as a sequence; empty if there is none or it has two dimensions."""
    if isinstance(column, Mapping):
        packed = np.frombuffer(base64.b64decode(column["bdata"]), dtype=column["dtype"])
        # a second dimension means a picture, not a column
        return [] if "shape" in column else packed.tolist()
    return list(column) if isinstance(column, (list, tuple)) else []
