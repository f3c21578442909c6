"""`signal_reach`: which assumptions the watch list's signals move, and how far each could."""

from __future__ import annotations

from rent_or_sell.book import BOOK
from rent_or_sell.numbers.number_format import format_number
from rent_or_sell.tables.table_page import Column, ShownRow, ShownTable


def signal_reach() -> ShownTable:
    """Return for each assumption of the watch list the signals that move it, and how far.

    "Room" is the buyer's ceiling less Amazon's floor, in dollars a chip, with the assumption at
    an end of its range and all others at their base values.
    """
    table = BOOK.load_table("watch_list")
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


def _reach(name: str, signals: str) -> tuple[ShownRow, float]:
    """Return a row of the table, and the distance between its two ends."""
    parameter = BOOK.load_parameters()[name]
    ends = {name: [parameter.low, parameter.high]}
    low, high = BOOK.model("rack").evaluate(ends)["deal_surplus_per_chip"]
    extent = " to ".join(format_number(end, parameter.format) for end in ends[name])
    rooms = (format_number(round(room, -1), "$,.0f") for room in (low, high))
    cells = (f"{parameter.label}: {extent}", signals, *rooms)
    return ShownRow(key=name, cells=cells, marks=None), abs(high - low)
