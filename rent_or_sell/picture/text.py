"""Text in a picture: how wide it will be, and Plotly's few tags turned into SVG."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape, unescape
from typing import Any

from rent_or_sell.picture.svg import colour, element

SIZE = 13  # pixels
LINE = 1.3  # line height, in sizes of the font
BASELINE = 1.0  # first baseline beneath the top of a block, in sizes of the font
ANCHORS = {"left": "start", "center": "middle", "right": "end"}

_TAG = re.compile(r"</?[a-zA-Z][^>]*>")
_WIDTHS = {"iljI'’|": 0.28, " .,:;tfr()[]!·-": 0.38, "mwMW@%—": 0.92}


@dataclass(frozen=True)
class Block:
    """Lines of text around a point: `across` and `down` say which part of it lies there.

    `align` is how several lines stand to each other, as they stand to the point by default.
    """

    text: str
    size: float = SIZE
    across: str = "center"
    down: str = "middle"
    angle: float = 0
    align: str = ""

    @property
    def lines(self) -> list[str]:
        """The lines, still with their tags."""
        return re.split(r"<br\s*/?>", self.text)

    @property
    def width(self) -> float:
        """The width in pixels, estimated."""
        return max(text_width(line, self.size) for line in self.lines)

    @property
    def height(self) -> float:
        """The height in pixels."""
        return len(self.lines) * LINE * self.size

    @property
    def left(self) -> float:
        """The left edge, from the point, in pixels."""
        return -self.width * {"left": 0, "center": 0.5, "right": 1}[self.across]

    @property
    def top(self) -> float:
        """The upper edge, from the point, in pixels downward."""
        return -self.height * {"top": 0, "middle": 0.5, "bottom": 1}[self.down]

    def draw(self, x: float, y: float, fill: Any = None) -> str:
        """Return the text at a point in pixels."""
        first = y + self.top + BASELINE * self.size
        align = self.align if len(self.lines) > 1 and self.align else self.across
        x += self.left + self.width * {"left": 0, "center": 0.5, "right": 1}[align]
        lines = [_markup(line) for line in self.lines]
        spans = [
            element("tspan", line, x=x, y=first + position * LINE * self.size)
            for position, line in enumerate(lines)
        ]
        return element(
            "text",
            "".join(spans) if len(lines) > 1 else lines[0],
            x=x,
            y=first,
            text_anchor=None if align == "left" else ANCHORS[align],
            font_size=None if self.size == SIZE else self.size,
            fill=None if fill is None else colour(fill),
            transform=f"rotate({self.angle:g} {x:.1f} {y:.1f})" if self.angle else None,
        )


def text_width(text: str, size: float = SIZE) -> float:
    """Return the estimated width of a line in pixels, in a plain sans-serif face."""
    plain = unescape(_TAG.sub("", text))
    return size * sum(map(_letter_width, plain))


def _letter_width(letter: str) -> float:
    """Return a letter's width in sizes of the font: a wide face's, so that nothing is cut off."""
    for letters, width in _WIDTHS.items():
        if letter in letters:
            return width
    return 0.7 if letter.isupper() else 0.61


def _markup(line: str) -> str:
    """Return a line as SVG: bold and italics stay, other tags go, the rest is text."""
    parts, position = [], 0
    for tag in _TAG.finditer(line):
        parts += [escape(unescape(line[position : tag.start()])), _span(tag[0].lower())]
        position = tag.end()
    joined = "".join(parts) + escape(unescape(line[position:]))
    balanced = joined.count("<tspan") == joined.count("</tspan")
    return joined if balanced else re.sub(r"</?tspan[^>]*>", "", joined)


def _span(tag: str) -> str:
    opened = {"<b>": ' font-weight="700"', "<i>": ' font-style="italic"'}
    if tag in opened:
        return f"<tspan{opened[tag]}>"
    return "</tspan>" if tag in ("</b>", "</i>") else ""
