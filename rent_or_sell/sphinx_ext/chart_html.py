"""A chart on a page: title, picture, source and table, with the figure for who presses it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from rent_or_sell.charts.drawn_figure import title_of
from rent_or_sell.charts.figure_table import FigureTable, figure_table
from rent_or_sell.facts.csv_text import csv_link

BUTTON = "Explore this chart"
NUMBERS = "The numbers in this chart"
DOWNLOAD = "Download them (CSV)"
SHORT = "Of a smooth line at most a dozen points stand here, and all {count} numbers in the file."
NO_PICTURE = (
    '<p class="no-picture">This chart is drawn by JavaScript; its numbers are in the table.</p>'
)
_FIGURE = re.compile(r'<script type="application/json" class="figure">(.*?)</script>', re.DOTALL)


def chart_html(
    content: Mapping[str, Any], figure: Mapping[str, Any], pictures: Sequence[str]
) -> str:
    """Return a chart as HTML.

    Parameters
    ----------
    content
        The figure as Plotly writes it to JSON. `layout.meta` may hold `summary`, the chart in
        words, and `source`, the line beneath it.
    figure
        What is drawn of it.
    pictures
        Its SVG for each width; without them the page draws the chart by itself.
    """
    title = title_of(content)
    meta = figure["layout"].get("meta")
    meta = meta if isinstance(meta, Mapping) else {}
    packed = json.dumps(figure, separators=(",", ":")).replace("<", r"\u003c")
    label = escape(_in_words(title, str(meta.get("summary") or title or "Chart")))
    return (
        f'<figure class="plotly-figure"{_name(title)}>'
        + _head(title, with_button=bool(pictures))
        + f'<div class="chart" data-label="{label}">'
        + (_picture(pictures, label) if pictures else _room(figure["layout"]))
        + "</div>"
        + '<p class="chart-status" role="status"></p>'
        + f'<script type="application/json" class="figure">{packed}</script>'
        + _caption(meta.get("source"))
        + _folded(figure_table(figure), title)
        + "</figure>"
    )


def take_figures(body: str) -> tuple[str, str]:
    """Return a page's body without its figures, and the classic script that hands them over.

    Few readers press a chart, and the others need not load what is drawn then.
    """
    figures = ",".join(_FIGURE.findall(body))
    return _FIGURE.sub("", body), f"globalThis.bookFigures = [{figures}];\n"


def _picture(pictures: Sequence[str], label: str) -> str:
    drawn = "".join(pictures)
    return f'<div class="static-picture" role="img" aria-label="{label}">{drawn}</div>'


def _in_words(title: str, summary: str) -> str:
    """Return a chart in words without its title, which is said before it."""
    rest = summary.removeprefix(title).lstrip(":. ")
    return rest[:1].upper() + rest[1:] if rest else summary


def _name(title: str) -> str:
    """Return what a screen reader calls a figure, which would else be its source, or its button."""
    return f' aria-label="{escape(title)}"' if title else ""


def _head(title: str, *, with_button: bool) -> str:
    """Return title and button; the button is seen once the page's script can answer it."""
    words = f'<p class="figure-title">{escape(title)}</p>' if title else ""
    which = _name(f"{BUTTON}: {title}" if title else "")
    button = f'<button type="button" class="button explore-chart"{which}>{BUTTON}</button>'
    return f'<div class="figure-head">{words}{button if with_button else ""}</div>'


def _room(layout: Mapping[str, Any]) -> str:
    """Return the room that a chart without a picture will take."""
    return f'<svg class="room" width="1" height="{layout["height"]}" aria-hidden="true"></svg>{NO_PICTURE}'


def _caption(source: Any) -> str:
    return f"<figcaption>{escape(str(source))}</figcaption>" if source else ""


def _folded(table: FigureTable | None, title: str) -> str:
    """Return the numbers of a chart behind a fold, with a file of all of them."""
    if table is None:
        return ""
    words = f"{NUMBERS}: {title}" if title else NUMBERS
    name = re.sub(r"\W+", "-", title.lower()).strip("-") or "chart"
    short = f"{SHORT.format(count=table.count)} " if table.is_short else ""
    return (
        f"<details><summary>{NUMBERS}</summary>"
        f'<div class="table-scroll" role="group" tabindex="0" aria-label="{escape(words)}">'
        f"{table.html()}</div>"
        f'<p class="chart-file">{short}{csv_link(name, table.csv(), DOWNLOAD)}</p></details>'
    )
