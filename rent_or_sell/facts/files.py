"""Files of a data folder: read as UTF-8 text, and again when they were edited."""

from __future__ import annotations

import csv
import io
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Mapping
from functools import lru_cache, wraps
from pathlib import Path
from typing import TypeVar

from rent_or_sell.names import require_kind, shown

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
            require_kind("folder", folder, Path, "a folder, as a Path", DataError)
            return kept(folder, tuple(edited_at(folder / file) for file in files))

        return fresh

    return keep


def read_text(path: Path) -> str:
    """Return the text of a file, without the byte-order mark that spreadsheets write.

    Raises
    ------
    DataError
        If there is no such file, or it is no UTF-8 text; the message names the line.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise _missing(path) from None
    except OSError as error:
        why = error.strerror
        raise DataError(f"data/{path.name} cannot be read ({why}); put a file there") from None
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        raise DataError(f"data/{path.name} is written in UTF-16; save it as UTF-8")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        byte = f"the byte {content[error.start]:#04x}"
        raise DataError(
            f"data/{path.name}, row {line}: {byte} is not UTF-8; save the file as UTF-8"
        ) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise DataError(f"data/{path.name}, row {line}: a NUL character is no text; delete it")
    return text


def read_rows(path: Path, *columns: str) -> list[dict[str, str]]:
    """Return the rows of a CSV file as texts by column; a cell that is missing is empty.

    Raises
    ------
    DataError
        If one of the named columns is missing, or quotes do not hold together.
    """
    reader = csv.DictReader(io.StringIO(read_text(path), newline=""), restval="", strict=True)
    rows: list[dict[str, str]] = []
    line = 0
    try:
        header = reader.fieldnames or ()
        line = reader.line_num
        for row in reader:
            rows.append(row)
            line = reader.line_num
    except csv.Error as error:
        remedy = "close each of them, and write one inside a cell twice"
        raise DataError(
            f"data/{path.name}, row {line + 1}: its quotes do not hold together ({error}); {remedy}"
        ) from None
    for column in columns:
        if column not in header:
            place = f"data/{path.name}, row 1, column {column}"
            raise DataError(f"{place}: the column is missing; add it to the header and each row")
    return rows


def read_number(table: str, key: str, row: Mapping[str, str], column: str) -> float:
    """Return a cell's number, or raise `DataError` with its place."""
    try:
        return float(row[column])
    except ValueError:
        raise DataError(
            f"data/{table}.csv, row {key}, column {column}: {shown(row[column])} is not a "
            "number; write its digits"
        ) from None


def edited_at(path: Path) -> tuple[int, int]:
    """Return when a file was last changed, and its size, or raise `DataError` without it."""
    try:
        return path.stat().st_mtime_ns, path.stat().st_size
    except FileNotFoundError:
        raise _missing(path) from None


def _missing(path: Path) -> DataError:
    return DataError(f"data/{path.name} is missing; restore the file")
