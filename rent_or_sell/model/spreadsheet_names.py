"""Names of cells: the author's own, and a suffix for those that a spreadsheet refuses."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Read as a cell: "MW1", "R", "c", "R1C1". Letters beyond the last column are left out of the game.
_LIKE_A_CELL = re.compile(r"[a-z]{1,3}\d+|[rc]|r\d*c\d*", re.IGNORECASE)


def sheet_names(names: Iterable[str]) -> dict[str, str]:
    """Return for each name the one that a workbook can define, the same wherever it can be.

    A name that reads as a cell gets an underscore: `MW1_`. A spreadsheet takes capital and small
    letters for the same, so that of two names which differ in nothing else the later one gets a
    number: `Sold_2`.
    """
    given: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        plain = f"{name}_" if _LIKE_A_CELL.fullmatch(name) else name
        chosen, count = plain, 1
        while chosen.casefold() in taken:
            count += 1
            chosen = f"{plain}_{count}"
        taken.add(chosen.casefold())
        given[name] = chosen
    return given
