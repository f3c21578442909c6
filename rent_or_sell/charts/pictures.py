"""Where the picture of a chart is kept, and whether it still shows the chart's figure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = "pictures"  # beside the chapters
# one for a page's column, one for a phone, whose words would be too small in the other
WIDTHS = {"wide": 640, "narrow": 340}

_MARK = re.compile(r'<svg [^>]*data-figure="(\w+)"')


@dataclass(frozen=True)
class Picture:
    """The picture of a chapter's chart: one file for each width.

    Attributes
    ----------
    chapter
        The chapter's file without its suffix, such as `book/bundle.md`.
    place
        Which of the chapter's charts it is, from 1.
    """

    chapter: Path
    place: int

    @property
    def name(self) -> str:
        """The picture's name, such as "bundle-2"."""
        return f"{self.chapter.name}-{self.place}"

    def file(self, width: str) -> Path:
        """Return the file for a width, one of WIDTHS."""
        return folder_of(self.chapter) / f"{self.name}.{width}.svg"

    def drawn(self, fingerprint: str) -> list[str]:
        """Return the SVG of each width; nothing if one is missing or shows another figure."""
        files = [self.file(width) for width in WIDTHS]
        texts = [file.read_text(encoding="utf-8") for file in files if file.exists()]
        current = [text for text in texts if shown_by(text) == fingerprint]
        return current if len(current) == len(WIDTHS) else []


def folder_of(chapter: Path) -> Path:
    """Return the folder in which a chapter's pictures are kept."""
    return chapter.parent / FOLDER


def shown_by(svg: str) -> str:
    """Return the fingerprint of the figure that a picture shows; empty if it carries none."""
    found = _MARK.match(svg)
    return found[1] if found else ""
