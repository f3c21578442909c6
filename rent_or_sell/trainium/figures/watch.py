"""Chart of the watch list: every piece of evidence on its day, one line a signal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from rent_or_sell.book import BOOK
from rent_or_sell.charts.direct_labels import framed, label
from rent_or_sell.charts.palette import PALETTE
from rent_or_sell.charts.row_axis import row_axis
from rent_or_sell.facts.sources import in_words
from rent_or_sell.trainium.hues import RENT, SELL

# how evidence is drawn: shape as well as colour
MARKS: Mapping[str, tuple[str, str]] = {
    "towards a sale": (SELL, "triangle-right"),
    "away from a sale": (RENT, "triangle-left"),
    "neither": ("muted", "circle-open"),
}
# the lines of a signal: its own, and three for more evidence of the same days; nearly always
# the last is empty, and keeps the signals apart
LINES = ("", " (2)", " (3)", " (4)")
# marks nearer than this would touch each other on a telephone
APART = pd.Timedelta(days=10)
FAR = pd.Timestamp("2000-01-01")  # before all evidence


def evidence_board() -> go.Figure:
    """Return every piece of evidence as a mark: time to the right, one line a signal."""
    table = BOOK.load_table("watch_list")
    signals = list(dict.fromkeys(table["signal"]))
    counts = {kind: int((table["direction"] == kind).sum()) for kind in MARKS}
    title = "Trainium4’s timing leans away from a sale; buyers and revenue lean towards it"
    counted = ", ".join(f"{count} {kind}" for kind, count in counts.items())
    lines = (f"{one}: {_counted(table[table['signal'] == one])}" for one in signals)
    summary = f"{title}: {counted}. {'; '.join(lines)}."
    source = (
        "Source: the table watch_list, each row with its own source; from 30 April to about "
        f"{in_words(BOOK.edition.as_of)}. Which way a row leans is this book’s judgement."
    )
    return framed(
        [_marks(table, kind) for kind in MARKS],
        title,
        summary,
        source,
        height=440,
        annotations=_key(),
        margin={"t": 64},
        xaxis={
            "range": ["2026-04-20", "2026-10-26"],
            "dtick": "M1",
            "tickformat": "%b",
            "showgrid": True,
            "gridcolor": PALETTE["line"],
        },
        yaxis=row_axis(
            signals,
            tickvals=list(range(0, len(LINES) * len(signals), len(LINES))),
            categoryarray=[signal + line for signal in signals for line in LINES],
            range=[len(LINES) * len(signals) - 0.5, -1.5],
            autorange=False,
            showgrid=True,
        ),
    )


def _marks(table: pd.DataFrame, kind: str) -> go.Scatter:
    chosen = table["direction"] == kind
    rows, (colour, symbol) = table[chosen], MARKS[kind]
    return go.Scatter(
        x=rows["date"].dt.strftime("%Y-%m-%d").tolist(),
        y=(rows["signal"] + _lines(table)[chosen]).tolist(),
        text=rows["evidence"].tolist(),
        name=kind,
        mode="markers",
        marker={
            "color": PALETTE[colour],
            "symbol": symbol,
            "size": 13,
            "line": {"color": PALETTE[colour], "width": 2},
        },
        hovertemplate="%{x}, %{y}<br>%{text}",
    )


def _lines(table: pd.DataFrame) -> pd.Series[str]:
    """Return the line of each mark: the first of its signal on which it touches no earlier one."""
    rows = table.sort_values("date", kind="stable")
    last: dict[str, pd.Timestamp] = {}
    chosen = []
    for signal, date in zip(rows["signal"].tolist(), rows["date"].tolist(), strict=True):
        free = (line for line in LINES if date - last.get(signal + line, FAR) >= APART)
        chosen.append(next(free, LINES[-1]))
        last[signal + chosen[-1]] = date
    return pd.Series(chosen, index=rows.index)


def _key() -> list[dict[str, Any]]:
    """Return the meaning of the three marks, in one line above the chart."""
    signs = zip("▶◀○", MARKS.items(), (0, 85, 145), strict=True)
    place = {"xref": "paper", "yref": "paper", "xanchor": "left", "yshift": 0}
    return [
        label(0, 1.03, f"{sign} {kind.split()[0]}", colour, "above", **place, xshift=shift)
        for sign, (kind, (colour, _)), shift in signs
    ]


def _counted(rows: pd.DataFrame) -> str:
    counts = rows["direction"].value_counts()
    return ", ".join(f"{counts[kind]} {kind}" for kind in MARKS if kind in counts)
