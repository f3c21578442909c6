"""Ticks of an axis of dates: days, months or years, with the year said once."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import UTC, datetime

from rent_or_sell.picture.declaration import Spec

DAY = 86_400_000.0  # milliseconds
MONTH, YEAR = DAY * 30.4375, DAY * 365.25
SATURDAY = 10_957 * DAY  # 1 January 2000; days are counted from it, weeks from the day after
MONTHS = (1, 2, 3, 6, 12)
DAYS = (1, 2, 3, 7, 14)


def date_ticks(low: float, high: float, rough: float, spec: Spec) -> list[tuple[float, str]]:
    """Return ticks between two dates in milliseconds, about `rough` milliseconds apart."""
    step = spec.get("dtick")
    months = int(step[1:]) if isinstance(step, str) else _months(rough)
    if isinstance(step, (int, float)) or not months:
        every = step if isinstance(step, (int, float)) else DAY * _first(rough / DAY, DAYS)
        first = SATURDAY + DAY if every % (7 * DAY) == 0 else SATURDAY
        counts = range(math.ceil((low - first) / every), math.floor((high - first) / every) + 1)
        numbers = [first + count * every for count in counts]
    else:
        every = months * MONTH
        numbers = [start for start in _month_starts(low, high, months) if low <= start <= high]
    return list(zip(numbers, date_labels(numbers, every, spec.get("tickformat")), strict=True))


def date_labels(numbers: Sequence[float], step: float, code: str | None) -> list[str]:
    """Return dates as text, by a d3 time code or by the distance between them.

    Of a code's second line, only what differs from the date before is written.
    """
    default = "%Y" if step > 0.9 * YEAR else "%b %Y" if step > 0.9 * MONTH else "%b %-d\n%Y"
    first, _, second = (code or default).partition("\n")
    labels, said = [], ""
    for number in numbers:
        moment = datetime.fromtimestamp(number / 1000, UTC)
        label, below = _written(moment, first), _written(moment, second)
        labels.append(f"{label}<br>{below}" if below and below != said else label)
        said = below
    return labels


def _written(moment: datetime, code: str) -> str:
    """Return a date by a d3 code; `%-d` and `%q` (the quarter) are not known everywhere."""
    quarter = str((moment.month + 2) // 3)
    known = {"%-d": str(moment.day), "%-m": str(moment.month), "%q": quarter}
    for part, text in known.items():
        code = code.replace(part, text)
    return moment.strftime(code) if code else ""


def _months(rough: float) -> int:
    """Return the months between ticks, 0 if they are days apart."""
    if 2 * rough > YEAR:
        years = rough / YEAR
        base = 10.0 ** math.floor(math.log10(years))
        return 12 * max(1, round(base * _first(years / base, (1, 2, 5, 10))))
    return _first(rough / MONTH, MONTHS) if 2 * rough > MONTH else 0


def _first(rough: float, steps: Sequence[int]) -> int:
    return next((step for step in steps if step >= rough), steps[-1])


def _month_starts(low: float, high: float, months: int) -> list[float]:
    """Return the first days of every so many months, counted from January 2000."""
    first, last = (datetime.fromtimestamp(end / 1000, UTC) for end in (low, high))
    counted = range((first.year - 2000) * 12, (last.year - 2000) * 12 + 13)
    return [
        datetime(2000 + count // 12, count % 12 + 1, 1, tzinfo=UTC).timestamp() * 1000
        for count in counted
        if count % months == 0
    ]
