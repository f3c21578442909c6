"""The values beside a picture: few, round, with as many digits as they need."""

from __future__ import annotations

import math
import re

from rent_or_sell.numbers.number_format import format_number

UP, ACROSS = 6, 7  # slots, of which a picture fills as many as it needs
_UNITS = {"M": 1e6, "%": 0.01}

Slot = tuple[float, str]  # a place, as a share of the picture, and what stands there


def slots(low: float, high: float, code: str, most: int, *, up: bool = False) -> list[Slot]:
    """Return the values of an axis in words, each at its place; slots that stay empty are last.

    An axis that runs `up` has its high end at the top.
    """
    values = ticks(low, high, most)
    written = finer(code, values[1] - values[0] if len(values) > 1 else 1)
    filled = [
        ((high - value if up else value - low) / (high - low), format_number(value, written))
        for value in values
    ]
    return filled + [(0.0, "")] * (most - len(filled))


def ticks(low: float, high: float, most: int) -> list[float]:
    """Return round values from one end to the other, as many at most."""
    rough = (high - low) / (most - 1)
    power = 10.0 ** math.floor(math.log10(rough) + 1e-9)
    step = power * next(times for times in (1, 2, 5, 10) if times * power >= rough * (1 - 1e-9))
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [place * step for place in range(first, last + 1)]


def finer(code: str, step: float) -> str:
    """Return a number format with as many decimals as steps of an axis need."""
    unit = _UNITS.get(code[-1])
    decimals = max(0, -math.floor(math.log10(step / (unit or 1)) + 1e-9))
    return f"{re.sub(r'[.][0-9].$', '', code)}.{decimals}{code[-1] if unit else 'f'}"


def marks(across: list[Slot], up: list[Slot]) -> str:
    """Return short ticks at the values of two axes, in a picture of 100 by 100."""
    low = (f"M{100 * place:.2f} 100v-2" for place, text in across if text)
    left = (f"M0 {100 * place:.2f}h1" for place, text in up if text)
    return "".join((*low, *left))
