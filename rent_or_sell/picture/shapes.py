"""Lines and rectangles drawn on a chart, as SVG."""

from __future__ import annotations

from rent_or_sell.picture.declaration import Spec
from rent_or_sell.picture.frame import Frame
from rent_or_sell.picture.svg import colour, element, path, stroke
from rent_or_sell.picture.text import SIZE, Block


def draw_shapes(layout: Spec, frame: Frame, *layers: str) -> str:
    """Return the shapes of the given layers: "below" the traces, "between" them, or "above"."""
    return "".join(
        _draw(shape, frame)
        for shape in layout.get("shapes") or []
        if shape.get("layer", "above") in layers and shape.get("visible", True) is True
    )


def _draw(shape: Spec, frame: Frame) -> str:
    ends = [
        frame.place(letter, shape.get(f"{letter}ref", letter), shape.get(letter + end))
        for letter, end in (("x", "0"), ("y", "0"), ("x", "1"), ("y", "1"))
    ]
    if None in ends:
        return ""
    x0, y0, x1, y1 = (end for end in ends if end is not None)
    look = {**stroke(shape.get("line") or {}, "#1d2430"), "opacity": shape.get("opacity")}
    if shape.get("type") == "line":
        drawn = element("path", d=path([(x0, y0), (x1, y1)]), **look)
    else:
        look = look if look["stroke_width"] else {"opacity": look["opacity"]}
        look["fill"] = colour(shape["fillcolor"]) if shape.get("fillcolor") else "none"
        left, top, width, height = min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0)
        if shape.get("type") == "circle":
            middle = {"cx": left + width / 2, "cy": top + height / 2}
            drawn = element("ellipse", **middle, rx=width / 2, ry=height / 2, **look)
        else:
            drawn = element("rect", x=left, y=top, width=width, height=height, **look)
    return drawn + _label(shape, (x0 + x1) / 2, (y0 + y1) / 2)


def _label(shape: Spec, x: float, y: float) -> str:
    label = shape.get("label") or {}
    font = label.get("font") or {}
    text = str(label.get("text") or "")
    return Block(text, font.get("size", SIZE)).draw(x, y, font.get("color")) if text else ""
