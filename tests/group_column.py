"""The groups of the assumptions as the data's own file has them, read by nothing of ours."""

from __future__ import annotations

import csv
from collections.abc import Collection
from pathlib import Path

TABLE = Path(__file__).resolve().parents[1] / "data" / "parameters.csv"


def groups_of(names: Collection[str] | None = None) -> dict[str, list[str]]:
    """Return each group's words and its parameters, of those named, in the order of the rows."""
    groups: dict[str, list[str]] = {}
    with TABLE.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if names is None or row["name"] in names:
                groups.setdefault(row["group"], []).append(row["name"])
    return groups
