"""Areas: totals as rectangles to one scale, how many across and how much for each upwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rent_or_sell.explorer.part import BaseCase
from rent_or_sell.explorer.sentence import Sentence, as_json, say

GAP = 0.12  # of the picture's width, between two areas


@dataclass(frozen=True)
class Area:
    """One rectangle: its hue, its total, how many it is wide, and words in it and beneath it."""

    hue: str
    total: str
    count: str
    inside: Sentence
    beneath: Sentence


@dataclass(frozen=True)
class Areas:
    """Rectangles beside each other under a title; an area is a total.

    In the last one the first is drawn again, to compare.
    """

    title: Sentence
    areas: tuple[Area, ...]

    def context(self, base: BaseCase) -> Mapping[str, Any]:
        """Return place and size of each rectangle, in shares of the picture, and its words."""
        pairs = [(base.values[area.count], base.values[area.total]) for area in self.areas]
        found = places(pairs)
        return {
            "pieces": say(self.title, base.values),
            "places": found,
            "again": (found[-1][0], *found[0][1:]),
            "inside": [say(area.inside, base.values) for area in self.areas],
            "beneath": [say(area.beneath, base.values) for area in self.areas],
        }

    def settings(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the names of each rectangle, and all words as cases."""
        return {
            "title": as_json(self.title),
            "gap": GAP,
            "areas": [
                {
                    "total": area.total,
                    "count": area.count,
                    "inside": as_json(area.inside),
                    "beneath": as_json(area.beneath),
                }
                for area in self.areas
            ],
        }


def places(pairs: list[tuple[float, float]]) -> list[tuple[float, float, float]]:
    """Return left, width and height of rectangles, each given by its width and its area."""
    room = 1 - GAP * (len(pairs) - 1)
    across = sum(count for count, _ in pairs) or 1
    up = max((total / count for count, total in pairs if count), default=0) or 1
    found, left = [], 0.0
    for count, total in pairs:
        width = room * count / across
        found.append((left, width, total / count / up if count else 0.0))
        left += width + GAP
    return found
