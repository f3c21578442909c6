"""A chart as notebooks show it: its title is a part of the picture, in lines, in a room of its own.

On a page the title stands above the chart, as text; what is added here is taken off there.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from typing import Any

TOP_MARGIN = 24  # of a chart without its title: a line of words above the axes
HEIGHT = 400  # pixels, where a chart declares none

_CHARACTERS = 60  # of a line, which the narrow column beside JupyterLab's list of files holds
_LINE, _ABOVE = 20, 14  # pixels


def layout_in_notebooks(layout: Mapping[str, Any]) -> dict[str, Any]:
    """Return what of a layout is another in a notebook: title, height for it, lines of labels."""
    text = str(layout["title"]["text"])
    # Titles of several lines stand where they should only if they hang above the axes.
    place = {"x": 0, "xref": "container", "y": 1, "yref": "paper", "yanchor": "bottom"}
    pad = {"t": 8, "l": 8, "b": layout.get("margin", {}).get("t", TOP_MARGIN)}
    title = {"text": "<br>".join(textwrap.wrap(text, _CHARACTERS)), "automargin": True, "pad": pad}
    return {
        "title": title | place,
        "height": layout.get("height", HEIGHT) + title_room(title),
        "annotations": [anchored(note) for note in layout.get("annotations") or ()],
    }


def title_room(title: object) -> int:
    """Return the pixels of height that such a title adds; another kind of title adds none."""
    if not isinstance(title, Mapping) or not title.get("automargin"):
        return 0
    return _ABOVE + _LINE * (1 + str(title["text"]).count("<br>"))


def anchored(note: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a label whose words start, or end, where it is anchored, however wide its font."""
    anchor = note.get("xanchor")
    return {"align": anchor, **note} if anchor in ("left", "right") else note
