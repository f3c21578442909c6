"""Files of a data folder, read again when they were edited."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from pathlib import Path
from typing import TypeVar

Content = TypeVar("Content")


class DataError(ValueError):
    """The data are missing, malformed or contradict themselves; the message says what to do."""


def read_again_when_edited(
    *files: str,
) -> Callable[[Callable[[Path], Content]], Callable[[Path], Content]]:
    """Keep what a function reads from a folder until one of the named files of it changes."""

    def keep(read: Callable[[Path], Content]) -> Callable[[Path], Content]:
        @lru_cache(maxsize=8)
        def kept(folder: Path, edited: tuple[tuple[int, int], ...]) -> Content:
            return read(folder)

        @wraps(read)
        def fresh(folder: Path) -> Content:
            return kept(folder, tuple(edited_at(folder / file) for file in files))

        return fresh

    return keep


def edited_at(path: Path) -> tuple[int, int]:
    """Return when a file was last changed, and its size, or raise `DataError` without it."""
    try:
        return path.stat().st_mtime_ns, path.stat().st_size
    except FileNotFoundError:
        raise DataError(f"data/{path.name} is missing; restore the file") from None
