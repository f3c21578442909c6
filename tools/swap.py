"""Puts what was built in the place of what was there before; `make serve` asks whether it is there.

A process may be killed at any moment: what was there before then
stands in its place, or beside it until the next swap or `python tools/swap.py PLACE` puts it back.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path


def swap(new: Path, place: Path) -> None:
    """Put what is new in its place, and remove what was there before."""
    recover(place)
    if place.exists():
        place.rename(_before(place))
    new.rename(place)
    recover(place)


def recover(place: Path) -> bool:
    """Put back what a stopped swap left beside its place; say whether there is something now."""
    before = _before(place)
    if before.exists() and not place.exists():
        before.rename(place)
    shutil.rmtree(before, ignore_errors=True)
    return place.exists()


def _before(place: Path) -> Path:
    return place.with_name(f"{place.name}-before")


if __name__ == "__main__":
    sys.exit(not recover(Path(sys.argv[1])))
