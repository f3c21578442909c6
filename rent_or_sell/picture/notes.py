"""Notes (Plotly's annotations): the room they take, and how they are drawn."""

from __future__ import annotations

from dataclasses import dataclass

from rent_or_sell.picture.declaration import Spec
from rent_or_sell.picture.frame import Frame
from rent_or_sell.picture.svg import colour, element, path
from rent_or_sell.picture.text import SIZE, Block

TAIL = {"x": -10, "y": -30}  # pixels from a point to its note, where none are declared
PAD = 1  # pixel around a note's words
ROUND_HEADS = (6, 7)  # Plotly's numbers for arrows that end in a dot or a square
THIRDS = {"x": ("left", "center", "right"), "y": ("bottom", "middle", "top")}


@dataclass(frozen=True)
class NoteBox:
    """A note's words and how far, in pixels, they stand to the right of and below their point."""

    block: Block
    right: float
    down: float

    @property
    def across(self) -> tuple[float, float]:
        """Left and right edge, in pixels to the right of the point."""
        left = self.right + self.block.left
        return left - PAD, left + self.block.width + PAD

    @property
    def upward(self) -> tuple[float, float]:
        """Lower and upper edge, in pixels above the point."""
        top = self.down + self.block.top
        return -(top + self.block.height) - PAD, PAD - top


def note_box(note: Spec) -> NoteBox:
    """Return a note's words and where they stand, from the point that it names."""
    block = Block(
        str(note.get("text") or ""),
        (note.get("font") or {}).get("size", SIZE),
        _anchor(note, "x"),
        _anchor(note, "y"),
        note.get("textangle", 0),
        note.get("align", "center"),
    )
    right, down = note.get("xshift", 0), -note.get("yshift", 0)
    right += {"left": PAD, "center": 0, "right": -PAD}[block.across]
    down += {"top": PAD, "middle": 0, "bottom": -PAD}[block.down]
    if _has_arrow(note):
        right, down = right + note.get("ax", TAIL["x"]), down + note.get("ay", TAIL["y"])
    return NoteBox(block, right, down)


def draw_note(note: Spec, frame: Frame) -> str:
    """Return a note as SVG; empty if its point is not on the picture."""
    x, y = (
        frame.place(letter, note.get(f"{letter}ref", letter), note.get(letter, 0.5), note=True)
        for letter in "xy"
    )
    if x is None or y is None or note.get("visible", True) is False:
        return ""
    box = note_box(note)
    words = box.block.draw(x + box.right, y + box.down, (note.get("font") or {}).get("color"))
    return (_leader(note, box, x, y) if _has_arrow(note) else "") + _ground(note, box, x, y) + words


def _has_arrow(note: Spec) -> bool:
    return bool(note.get("showarrow", True))


def _anchor(note: Spec, letter: str) -> str:
    declared = str(note.get(f"{letter}anchor", "auto"))
    if declared != "auto":
        return declared
    is_paper = note.get(f"{letter}ref", letter) == "paper"
    if not is_paper or _has_arrow(note):
        return THIRDS[letter][1]
    return THIRDS[letter][min(int(3 * max(note.get(letter, 0.5), 0)), 2)]


def _ground(note: Spec, box: NoteBox, x: float, y: float) -> str:
    """Return the rectangle behind a note that asks for one."""
    fill, edge = note.get("bgcolor"), note.get("bordercolor")
    if not fill and not edge:
        return ""
    (left, right), (low, high) = box.across, box.upward
    return element(
        "rect",
        x=x + left - 1,
        y=y - high,
        width=right - left + 2,
        height=high - low,
        fill=colour(fill) if fill else "none",
        stroke=colour(edge) if edge else None,
    )


def _leader(note: Spec, box: NoteBox, x: float, y: float) -> str:
    """Return the line from a note's edge to its point, with a dot where one is asked for."""
    x, y = x + note.get("xshift", 0), y - note.get("yshift", 0)
    away = [note.get(f"a{letter}", TAIL[letter]) for letter in "xy"]
    share = _outside(box, note, away)
    if share <= 0:
        return ""
    ink, width = colour(note.get("arrowcolor"), "muted"), note.get("arrowwidth", 2)
    near = (x + away[0] * share, y + away[1] * share)
    line = element("path", d=path([near, (x, y)]), fill="none", stroke=ink, stroke_width=width)
    if note.get("arrowhead", 1) not in ROUND_HEADS:
        return line
    return line + element("circle", cx=x, cy=y, r=2 * width * note.get("arrowsize", 1), fill=ink)


def _outside(box: NoteBox, note: Spec, away: list[float]) -> float:
    """Return the share of the line from point to note that the words do not hide."""
    (left, right), (low, high) = box.across, box.upward
    sideways, upward = note.get("xshift", 0), note.get("yshift", 0)
    # the edges that face the point, from the point itself
    edges = (right if away[0] < 0 else left) - sideways, -(high if away[1] > 0 else low) + upward
    shares = [edge / end for edge, end in zip(edges, away, strict=True) if end]
    return min(1.0, max(shares, default=0.0))
