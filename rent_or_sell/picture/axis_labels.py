"""The words along an axis: which fit, how they are turned, and how deep they and the title are."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rent_or_sell.picture.axes import Axis
from rent_or_sell.picture.declaration import text_of
from rent_or_sell.picture.text import LINE, SIZE, Block

NEAR = 4  # pixels between an axis and its labels
EDGE = 5  # pixels between the outermost words and the picture's edge
SLANTED, UPRIGHT = 30.0, 90.0  # degrees, where labels side by side would overlap


@dataclass(frozen=True)
class AxisLabels:
    """How an axis's tick labels stand: their angle, and the pixels that they and the title take.

    `overhang` is how far labels reach beyond the first and the last tick; `title_at` is the
    distance of the title's near edge from the axis.
    """

    shown: bool
    angle: float
    size: float
    overhang: tuple[float, float]
    title: Block | None
    title_at: float
    depth: float


def labels_of(axis: Axis, labels: Sequence[str], length: float) -> AxisLabels:
    """Return how labels, evenly spread over an axis of `length` pixels, stand and what they take."""
    spec = axis.spec
    shown = bool(spec.get("showticklabels", True) and labels and spec.get("visible", True))
    size = (spec.get("tickfont") or {}).get("size", SIZE)
    blocks = [Block(label, size) for label in labels]
    angle = _angle(axis, blocks, length) if shown else 0.0
    deep = max((_depth(axis, block, angle) for block in blocks), default=0.0) if shown else 0.0
    title, standoff = _title(axis)
    # Plotly measures the title's distance from the labels' baseline, about
    title_at = deep + standoff - 5
    overhang = _overhang(blocks, angle) if shown else (0.0, 0.0)
    depth = title_at + title.height + EDGE if title else deep + 8
    return AxisLabels(shown, angle, size, overhang, title, title_at, depth)


def _angle(axis: Axis, blocks: Sequence[Block], length: float) -> float:
    declared = axis.spec.get("tickangle", "auto")
    if not axis.is_x or declared != "auto":
        return 0.0 if declared == "auto" else float(declared)
    room = length / max(len(blocks) - (axis.kind != "category"), 1)
    # neighbours overlap where half of each is wider than the room between them
    wanted = max(((a.width + b.width) / 2 + 4 for a, b in pairwise(blocks)), default=0)
    if wanted <= room:
        return 0.0
    return SLANTED if room * math.sin(math.radians(SLANTED)) > LINE * SIZE else UPRIGHT


def _depth(axis: Axis, block: Block, angle: float) -> float:
    if not axis.is_x:
        return NEAR + block.width
    turned = math.radians(abs(angle))
    return NEAR + block.width * math.sin(turned) + block.height * math.cos(turned)


def _overhang(blocks: Sequence[Block], angle: float) -> tuple[float, float]:
    first, last = blocks[0].width, blocks[-1].width
    if not angle:
        return first / 2, last / 2
    along = math.cos(math.radians(angle))
    return (SIZE / 2, last * along) if angle > 0 else (first * along, SIZE / 2)


def _title(axis: Axis) -> tuple[Block | None, float]:
    declared = axis.spec.get("title") or {}
    # an empty title takes its room, as in Plotly
    if "text" not in declared:
        return None, 0.0
    text = text_of(declared)
    size = (declared.get("font") or {}).get("size", SIZE)
    return Block(text, size, down="top"), float(declared.get("standoff", 8))
