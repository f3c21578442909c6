"""SVG as text: short numbers, escaped words, and colours that follow the reader's theme."""

from __future__ import annotations

from html import escape
from typing import Any

from rent_or_sell.charts.look import PALETTE

# lengths of dashes and gaps, in widths of the line
DASHES = {"dot": (1, 1), "dash": (3, 3), "longdash": (5, 5), "dashdot": (3, 1, 1, 1)}
LEAST = 3  # pixels of a dash

_VARIABLES = {value: f"var(--{name})" for name, value in PALETTE.items()}


def element(tag: str, content: str = "", /, **attributes: Any) -> str:
    """Return an element; attributes that are None are left out, `_` in a name stands for `-`.

    `content` is SVG and stays as it is; attributes are text and are escaped.
    """
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{_text(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{written}>{content}</{tag}>" if content else f"<{tag}{written}/>"


def number(value: float) -> str:
    """Return a length in pixels to a tenth, without needless digits."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def path(points: list[tuple[float, float]], *, closed: bool = False) -> str:
    """Return the `d` of a line through points in pixels."""
    joined = "L".join(f"{number(x)} {number(y)}" for x, y in points)
    return f"M{joined}{'Z' if closed else ''}"


def colour(value: Any, otherwise: str = "ink") -> str:
    """Return a colour, as a custom property if it is one of the palette's.

    `otherwise` names the palette's colour to take if the value is no colour.
    """
    if not isinstance(value, str) or not value:
        return f"var(--{otherwise})"
    return _VARIABLES.get(value.lower(), value)


def stroke(line: Any, fallback: str, width: float = 2) -> dict[str, Any]:
    """Return the attributes of a Plotly `line`: colour, width in pixels and dashes."""
    width = line.get("width", width)
    return {
        "fill": "none",
        "stroke": colour(line.get("color", fallback)),
        "stroke_width": width,
        "stroke_dasharray": dashes(line.get("dash"), width),
    }


def dashes(name: str | None, width: float) -> str | None:
    """Return the dashes of a line by their Plotly name, or as declared if they are lengths."""
    if name in DASHES:
        return " ".join(number(part * max(width, LEAST)) for part in DASHES[name])
    return name.replace("px", "") if name and name[0].isdigit() else None


def _text(value: Any) -> str:
    return number(value) if isinstance(value, (int, float)) else escape(str(value))
