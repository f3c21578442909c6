"""What is drawn of a Plotly figure, as plain data: one form for picture, live chart and hash."""

from __future__ import annotations

import base64
import hashlib
import json
import math
import re
from collections.abc import Mapping
from typing import Any

import numpy as np

from rent_or_sell.charts.in_notebooks import HEIGHT, TOP_MARGIN, anchored, title_room
from rent_or_sell.charts.look import book_template

DIGITS = 12  # beyond these, machines disagree
RANDOM = "uid"  # what a figure's widget names its traces with

Json = Mapping[str, Any]


def drawn_figure(content: Json) -> dict[str, Any]:
    """Return what Plotly is to draw: `data`, and `layout` in the book's look.

    The title is left out, with its room: it stands above the chart as text that wraps. The width
    is the reader's. Arrays become lists, and numbers are rounded to twelve digits.

    Parameters
    ----------
    content
        A figure as Plotly writes it to JSON.
    """
    layout = {key: value for key, value in content.get("layout", {}).items() if key != "title"}
    room = title_room(content.get("layout", {}).get("title"))
    layout |= {
        "template": book_template().to_plotly_json(),
        "height": int(layout.get("height", HEIGHT)) - room,
        "margin": {"t": TOP_MARGIN} | layout.get("margin", {}),
    }
    layout |= {"annotations": [anchored(note) for note in layout.get("annotations") or []]}
    layout.pop("width", None)
    return {"data": plain(content.get("data", [])), "layout": plain(layout)}


def title_of(content: Json) -> str:
    """Return a figure's title without the tags that Plotly understands."""
    title = content.get("layout", {}).get("title")
    text = title.get("text", "") if isinstance(title, Mapping) else title
    return re.sub(r"\s*<[^>]*>\s*", " ", str(text or "")).strip()


def fingerprint(figure: Json) -> str:
    """Return a hash of a drawn figure: the same for the same picture, on any machine.

    What is said about the chart, in `layout.meta`, is not drawn and does not count.
    """
    layout = {key: value for key, value in figure["layout"].items() if key != "meta"}
    drawn = json.dumps(plain({"data": figure["data"], "layout": layout}), sort_keys=True)
    return hashlib.sha256(drawn.encode()).hexdigest()[:16]


def plain(value: Any) -> Any:
    """Return a value of JSON with arrays as lists and every number rounded; no number is null."""
    if isinstance(value, Mapping):
        if "bdata" in value:
            return plain(_unpacked(value))
        return {key: plain(item) for key, item in value.items() if key != RANDOM}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if not isinstance(value, float):
        return value
    return float(f"{value:.{DIGITS}g}") if math.isfinite(value) else None


def _unpacked(packed: Json) -> Any:
    """Return an array that Plotly packed as base64, of one dimension or two, as lists."""
    numbers = np.frombuffer(base64.b64decode(packed["bdata"]), dtype=packed["dtype"])
    shape = [int(length) for length in str(packed.get("shape", numbers.size)).split(",")]
    return numbers.reshape(shape).tolist()
