"""The attributes that a mark of a picture needs: no styles, the palette as classes, few digits."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rent_or_sell.charts.palette import PALETTE

Attributes = dict[str, str]

GEOMETRY = ("x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "width", "height", "points", "d")
PAINT = (
    "fill",
    "fill-opacity",
    "fill-rule",
    "stroke",
    "stroke-opacity",
    "stroke-width",
    "stroke-dasharray",
    "opacity",
)
WORDS = ("text-anchor", "dx", "dy", "font-size", "font-weight", "font-style")
KEPT = (*GEOMETRY, "transform", "clip-path", *WORDS, *PAINT)

FONT_SIZE = "13"  # the template's, said once for a whole picture
DEFAULTS = {
    "fill-opacity": "1",
    "fill-rule": "evenodd",  # no mark of Plotly's crosses itself
    "stroke": "none",
    "stroke-opacity": "1",
    "stroke-width": "1",
    "stroke-dasharray": "none",
    "opacity": "1",
    "text-anchor": "start",
    "font-size": FONT_SIZE,
    "font-weight": "normal",
    "font-style": "normal",
    "dx": "0",
    "dy": "0em",
}

_NUMBER = re.compile(r"-?\d*\.\d+(?:e-?\d+)?")
_NO_TURN = re.compile(r"rotate\(0(?:,[\d.,-]+)?\)")
_PIXELS = re.compile(r"(?<=\d)px\b")
_RGB = re.compile(r"rgb\((\d+), ?(\d+), ?(\d+)\)")
_NAMES = {colour: name for name, colour in PALETTE.items()}
# what Plotly writes on pale bars, which the dark theme's are not
_NAMES["#444444"] = "ink"


def plain_attributes(element: Mapping[str, str]) -> Attributes:
    """Return what an element of Plotly's needs for the same picture, as attributes alone."""
    declared = dict(element) | _declarations(element.get("style", ""))
    kept = {name: _short(declared[name]) for name in KEPT if name in declared}
    if _NO_TURN.fullmatch(kept.get("transform", "")):
        del kept["transform"]
    if kept.get("fill-opacity") == "0":
        kept["fill"] = "none"
        del kept["fill-opacity"]
    if "0" in (kept.get("stroke-opacity"), kept.get("stroke-width")):
        for name in [name for name in kept if name.startswith("stroke")]:
            del kept[name]
    kept = {name: value for name, value in kept.items() if DEFAULTS.get(name) != value}
    return _with_classes(kept)


def is_hidden(element: Mapping[str, str]) -> bool:
    """Return whether an element of Plotly's shows nothing at all."""
    declared = dict(element) | _declarations(element.get("style", ""))
    return (
        declared.get("display") == "none"
        or declared.get("visibility") == "hidden"
        or declared.get("opacity") == "0"
    )


def colour_name(colour: str) -> str:
    """Return a colour's name in the palette; empty if it is not one of it."""
    found = _RGB.fullmatch(colour.strip())
    code = "#" + "".join(f"{int(part):02x}" for part in found.groups()) if found else colour
    return _NAMES.get(code.lower(), "")


def _declarations(style: str) -> Attributes:
    pairs = (part.partition(":") for part in style.split(";") if part.strip())
    return {name.strip(): value.strip() for name, _, value in pairs}


def _short(value: str) -> str:
    """Return a value with two decimals at most, and pixels as bare numbers."""

    def rounded(match: re.Match[str]) -> str:
        text = f"{float(match[0]):.2f}".rstrip("0").rstrip(".")
        return "0" if text == "-0" else text

    return _NUMBER.sub(rounded, _PIXELS.sub("", value))


def _with_classes(attributes: Attributes) -> Attributes:
    """Return attributes with colours of the palette as classes, first in line."""
    names = {mark: colour_name(attributes.get(mark, "")) for mark in ("fill", "stroke")}
    classes = " ".join(f"{mark}-{name}" for mark, name in names.items() if name)
    others = {key: value for key, value in attributes.items() if not names.get(key)}
    return ({"class": classes} if classes else {}) | others
