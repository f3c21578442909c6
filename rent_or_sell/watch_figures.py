"""The watch list as a chart and a table: evidence by signal, and what each signal could move."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from rent_or_sell.figures import PALETTE, book_template
from rent_or_sell.models import load_model
from rent_or_sell.number_format import format_number
from rent_or_sell.parameters import load_parameters
from rent_or_sell.table_page import Column, ShownRow, ShownTable
from rent_or_sell.tables import load_table

# how evidence is drawn: shape as well as colour
MARKS: Mapping[str, tuple[str, str]] = {
    "towards a sale": ("sell", "triangle-right"),
    "away from a sale": ("rent", "triangle-left"),
    "neither": ("muted", "circle-open"),
}
APART = 0.24  # between pieces of evidence of one signal and day


def evidence_board() -> go.Figure:
    """Return every piece of evidence as a mark: time to the right, one line a signal."""
    table = load_table("watch_list")
    signals = list(dict.fromkeys(table["signal"]))
    counts = {kind: int((table["direction"] == kind).sum()) for kind in MARKS}
    toward, away, neither = counts.values()
    title = f"The evidence leans both ways: {toward} towards a sale, {away} away, {neither} neither"
    lines = (f"{one}: {_counted(table[table['signal'] == one])}" for one in signals)
    summary = f"{title}. {'; '.join(lines)}."
    source = (
        "Source: the table watch_list, each row with its own source; from 18 June to about "
        "15 October 2026. Which way a row leans is this book’s judgement."
    )
    return go.Figure(
        [_marks(table, signals, kind) for kind in MARKS],
        {
            "template": book_template(),
            "title": title,
            "height": 400,
            "meta": {"summary": summary, "source": source},
            "legend": {"y": -0.12, "yanchor": "top"},
            "xaxis": {
                "range": ["2026-06-08", "2026-10-26"],
                "dtick": "M1",
                "tickformat": "%b",
                "showgrid": True,
                "gridcolor": PALETTE["line"],
            },
            "yaxis": {
                "tickvals": list(range(len(signals))),
                "ticktext": [signal.replace(" ", "<br>", 1) for signal in signals],
                "range": [len(signals) - 0.4, -0.6],
                "zeroline": False,
            },
        },
    )


def signal_reach() -> ShownTable:
    """Return for each assumption of the watch list the signals that move it, and how far.

    "Room" is the buyer's ceiling less Amazon's floor, in dollars a chip, with the assumption at
    an end of its range and all others at their base values.
    """
    table = load_table("watch_list")
    signals = {
        str(name): ", ".join(dict.fromkeys(rows["signal"]))
        for name, rows in table.groupby("parameter")
    }
    rows = [_reach(name, words) for name, words in signals.items()]
    rows.sort(key=lambda row: row[1], reverse=True)
    return ShownTable(
        name="signal_reach",
        caption="What each signal could move: room for a deal at both ends of an assumption",
        columns=(
            Column("Assumption, low to high", "", "text"),
            Column("Signals", "", "text"),
            Column("Room at low", "", "number"),
            Column("Room at high", "", "number"),
        ),
        rows=tuple(row for row, _ in rows),
    )


def _marks(table: pd.DataFrame, signals: list[str], kind: str) -> go.Scatter:
    places = table.groupby(["signal", "date"]).cumcount() * APART
    chosen = table["direction"] == kind
    rows, (colour, symbol) = table[chosen], MARKS[kind]
    lines = [signals.index(signal) for signal in rows["signal"]] + places[chosen]
    return go.Scatter(
        x=rows["date"].dt.strftime("%Y-%m-%d").tolist(),
        y=lines.tolist(),
        text=[
            f"{signal}: {words}"
            for signal, words in zip(rows["signal"], rows["evidence"], strict=True)
        ],
        name=kind,
        mode="markers",
        marker={"color": PALETTE[colour], "symbol": symbol, "size": 13, "line": {"width": 2}},
        hovertemplate="%{x}<br>%{text}",
    )


def _counted(rows: pd.DataFrame) -> str:
    counts = rows["direction"].value_counts()
    return ", ".join(f"{counts[kind]} {kind}" for kind in MARKS if kind in counts)


def _reach(name: str, signals: str) -> tuple[ShownRow, float]:
    """Return a row of the table, and the distance between its two ends."""
    parameter = load_parameters()[name]
    ends = {name: [parameter.low, parameter.high]}
    low, high = load_model("rack").evaluate(ends)["deal_surplus_per_chip"]
    extent = " to ".join(format_number(end, parameter.format) for end in ends[name])
    rooms = (format_number(round(room, -1), "$,.0f") for room in (low, high))
    cells = (f"{parameter.label}: {extent}", signals, *rooms)
    return ShownRow(key=name, cells=cells, marks=None), abs(high - low)
