"""Copies of the book for those who read it: everyone, students, teachers.

A chapter is written once, with its checks, its solutions and its notes to teachers; a copy holds
what it is for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

TEACHING = "Teaching"  # the part of the table of contents that students do not get
NOTE = re.compile(r"^```\{teacher\}\n(?P<body>(?:.*\n)*?)```\n", re.MULTILINE)
CHECK = re.compile(
    r"^(?P<fence>`{3,}|:{3,})\{check\} (?P<title>.*)\n(?P<body>(?:.*\n)*?)(?P=fence)\n",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Copy:
    """What a copy of the book holds: solutions, checks of understanding, notes to teachers."""

    solutions: bool = True
    checks: bool = True
    notes: bool = False

    def text(self, text: str) -> str:
        """Return a chapter without the checks and notes that the copy does not hold."""
        if not self.checks:
            text = CHECK.sub("", text)
        kept = "```{admonition} For teachers\n\\g<body>```\n" if self.notes else ""
        return NOTE.sub(kept, text)

    def contents(self, toc: Mapping[str, Any]) -> dict[str, Any]:
        """Return a table of contents without the pages that the copy does not hold."""
        if self.solutions:
            return dict(toc)
        parts = [part for part in toc["parts"] if part.get("caption") != TEACHING]
        return {**toc, "parts": parts}


EVERYONE = Copy()
