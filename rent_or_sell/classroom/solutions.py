"""The solutions of exercises, as chapters write them: found, and left out for students."""

from __future__ import annotations

import re

_SOLUTION = re.compile(
    r"^(?P<fence>`{3,}|:{3,})\{dropdown\}[ ]*Solution\b.*\n(?P<body>(?:.*\n)*?)(?P=fence)[ ]*(?:\n|\Z)",
    re.MULTILINE,
)


def solutions(text: str) -> list[str]:
    """Return the solutions that a chapter holds, as they are written."""
    return [found["body"].strip() for found in _SOLUTION.finditer(text)]


def without_solutions(text: str) -> str:
    """Return a chapter with its exercises and without what solves them."""
    return _SOLUTION.sub("", text)
