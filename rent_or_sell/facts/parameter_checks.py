"""What is wrong with the assumptions: steps and ranges, and what no page could show."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from rent_or_sell.numbers.mathml import mathml
from rent_or_sell.numbers.number_format import format_number

Row = Mapping[str, str]
DECIMALS = re.compile(r"\$?,?\.\d[f%]")  # what a box can show and a reader type
RESERVED = ("explorer", "edition", "year")
Problem = tuple[int, str, str]  # row, column, message; rows count lines, the header is row 1


def number(text: str | None) -> float:
    """Return a number, or nan, which fails no comparison: its type is reported elsewhere."""
    try:
        return float(text or "nan")
    except ValueError:
        return float("nan")


def parameter_problems(rows: Iterable[Row]) -> Iterator[Problem]:
    """Yield the problems of parameters.csv that its schema does not tell."""
    parameters = list(rows)
    together = Counter(row["draw"] for row in parameters)
    for line, row in enumerate(parameters, start=2):
        if row["name"] in RESERVED:
            yield line, "name", f"{row['name']!r} is a word of links or years; give another name"
        if row["draw"] not in ("own", "none") and together[row["draw"]] == 1:
            message = f"{row['draw']!r} is shared with no other assumption"
            yield line, "draw", f"{message}; write own, or the name that others have"
        step, low, high = (number(row[name]) for name in ("step", "low", "high"))
        if step <= 0:
            message = f"{row['step']} is not above zero; give the smallest change a control makes"
            yield line, "step", message
        if low == high:
            yield line, "low", f"{row['low']} is the high, too; give a range with room to move"
        elif step > high - low > 0:
            range_ = f"the range, {row['low']} to {row['high']}"
            yield line, "step", f"{row['step']} is larger than {range_}; give a smaller step"
        try:
            format_number(0, row["format"])
        except ValueError as error:
            yield line, "format", str(error)
        else:
            if not DECIMALS.fullmatch(row["format"]):
                message = f"{row['format']!r} is not in decimals, as a control writes its number"
                yield line, "format", f"{message}; end it with f or %, like ',.0f' or '.1%'"
        if not _can_be_set(row["symbol"]):
            yield line, "symbol", f"{row['symbol']!r} is no TeX that can be shown; correct it"


def _can_be_set(symbol: str) -> bool:
    """Whether a symbol becomes a formula: what TeX does not know stays on the page as it is."""
    try:
        shown = "".join(mathml(symbol).itertext())
    except ValueError:
        return False
    is_plain = symbol.isprintable() and "$" not in symbol
    return is_plain and shown.isprintable() and bool(shown.strip())
