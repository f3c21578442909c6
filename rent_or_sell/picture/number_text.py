"""Numbers on axes and bars as text: Plotly's own manner, and the d3 codes that the book uses."""

from __future__ import annotations

import math
import re

MINUS = "\N{MINUS SIGN}"
PREFIXES = {-9: "n", -6: "µ", -3: "m", 0: "", 3: "k", 6: "M", 9: "G", 12: "T"}
BILLIONS = PREFIXES | {9: "B"}  # what people say, where no code asks for SI

_CODE = re.compile(r"(\+?)(\$?)0?\d*(,?)(?:\.(\d+))?(~?)([a-z%]?)")


def coded(value: float, code: str) -> str:
    """Return a number by a d3 code such as "$~s", ",.0f", ".0%", "d" or "+.1f".

    Raises
    ------
    ValueError
        If the code has parts beyond these.
    """
    match = _CODE.fullmatch(code)
    if match is None or match[6] not in ("", "f", "d", "s", "%", "g", "r", "e"):
        raise ValueError(
            f"The tick format {code!r} is not one that a static picture can write; "
            "use one like '$~s', ',.0f', '.0%' or 'd'."
        )
    plus, dollar, comma, digits, trim, kind = match.groups()
    text = _magnitude(abs(value), comma, None if digits is None else int(digits), kind)
    if trim or not kind:
        text = _trimmed(text)
    negative = value < 0 and re.search(r"[1-9]", text)
    return f"{MINUS if negative else plus}{dollar}{text}"


def plain(value: object) -> str:
    """Return a value as text; a whole number without the decimals of its type."""
    return f"{value:.0f}" if isinstance(value, float) and value.is_integer() else str(value)


def shortened(value: float, step: float, largest: float) -> str:
    """Return a tick as Plotly does without a code: "0.5", "5000", "20k", "3B".

    `step` is the distance between ticks, `largest` the axis's farthest number, which decides
    whether all its numbers are shortened.
    """
    exponent = math.floor(math.log10(largest) + 0.01) if largest > 0 else 0
    power = 3 * round((exponent - 1) / 3) if abs(exponent) > 3 else 0
    power = power if power in BILLIONS else 0
    decimals = max(0, min(12, 2 - math.floor(math.log10(step) + 0.01) + power)) if step else 2
    text = _trimmed(f"{abs(value) / 10**power:.{decimals}f}")
    return f"{MINUS if value < 0 else ''}{text}{BILLIONS[power] if value else ''}"


def _magnitude(value: float, comma: str, digits: int | None, kind: str) -> str:
    if kind == "d":
        return f"{round(value):{comma}d}"
    if kind == "%":
        return f"{value * 100:{comma}.{6 if digits is None else digits}f}%"
    if kind == "s":
        return _with_prefix(value, 6 if digits is None else digits)
    if kind in ("g", "r", "e"):
        number = f"{value:.{6 if digits is None else digits}{'e' if kind == 'e' else 'g'}}"
        return number if kind == "e" else f"{float(number):{comma}}"
    return f"{value:{comma}.{(6 if kind else 12) if digits is None else digits}f}"


def _with_prefix(value: float, digits: int) -> str:
    """Return a number to significant digits with a prefix for its thousands."""
    if not value:
        return f"{0:.{max(0, digits - 1)}f}"
    rounded = float(f"{value:.{max(digits, 1) - 1}e}")
    power = max(-9, min(12, 3 * math.floor(math.log10(rounded) / 3)))
    scaled = rounded / 10**power
    decimals = max(0, digits - 1 - math.floor(math.log10(scaled) + 1e-12))
    return f"{scaled:.{decimals}f}{PREFIXES[power]}"


def _trimmed(text: str) -> str:
    """Return a number without zeros at the end of its decimals."""
    return re.sub(r"\.(\d*?)0+(?=\D*$)", lambda m: f".{m[1]}" if m[1] else "", text)
