"""Makes the SVG that Plotly exports small and plain: what is seen of it, in the page's colours.

Text stays text. No styles, no scripts, no background, no empty groups, no ids but those in use.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from rent_or_sell.charts.svg_attributes import FONT_SIZE, is_hidden, plain_attributes

NAMESPACE = "http://www.w3.org/2000/svg"
SHAPES = ("path", "rect", "circle", "line", "polygon", "polyline")
WORDS = ("text", "tspan")
INK = "fill-ink"  # what is not said otherwise

_FLAGS = re.compile(r"0 [01],[01] ")
_TRANSLATE = re.compile(r"translate\((-?[\d.]+)(?:, ?(-?[\d.]+))?\)")
_CLIP = re.compile(r"url\([\"']?#([^\"')]+)[\"']?\)")


def plain_svg(exported: str, *, name: str, width: str, fingerprint: str) -> str:
    """Return a picture's file.

    Parameters
    ----------
    exported
        The SVG of `Plotly.toImage`.
    name, width
        The picture's name and its width's, which make its ids unique on a page.
    fingerprint
        The hash of the figure that it shows.
    """
    root = ElementTree.fromstring(exported)
    picture = Element(
        "svg",
        {
            "xmlns": NAMESPACE,
            "class": f"{width} {INK}",
            "data-figure": fingerprint,
            "viewBox": root.attrib["viewBox"],
            "font-size": FONT_SIZE,
            "stroke-miterlimit": "2",
            "aria-hidden": "true",
        },
    )
    marks = [mark for child in list(root) if not _is_background(child) for mark in _plain(child)]
    picture.extend([*_clips(root, marks, f"{name}-{width}"), *_joined(marks)])
    _break_lines(picture)
    return ElementTree.tostring(picture, encoding="unicode").replace(" />", "/>") + "\n"


def _plain(element: Element) -> list[Element]:
    """Return what is seen of an element: nothing, itself made plain, or its children."""
    tag = _tag(element)
    if tag == "defs" or is_hidden(element.attrib):
        return []
    attributes = plain_attributes(element.attrib)
    if tag in SHAPES:
        return [Element(tag, attributes)] if _is_seen(tag, attributes) else []
    children = [mark for child in element for mark in _plain(child)]
    if tag in WORDS:
        return [_text(element, attributes, children)] if "".join(element.itertext()) else []
    if not children or not attributes:
        return children
    return _group(attributes, children)


def _is_seen(tag: str, attributes: dict[str, str]) -> bool:
    is_painted = attributes.get("fill") != "none" or "stroke" in str(attributes)
    return is_painted and (tag != "path" or _has_extent(attributes.get("d", "")))


def _has_extent(path: str) -> bool:
    """Return whether a path leads anywhere; a marker of size 0 does not, but for its arcs' flags."""
    return bool(re.search("[1-9]", _FLAGS.sub("", path)))


def _text(element: Element, attributes: dict[str, str], children: list[Element]) -> Element:
    """Return words with their pieces; `_plain` drops no piece that has words."""
    if _tag(element) == "text" and attributes.get("class") == INK:
        del attributes["class"]
    text = Element(_tag(element), attributes)
    text.text = element.text
    tails = [child.tail for child in element if "".join(child.itertext())]
    for piece, tail in zip(children, tails, strict=True):
        piece.tail = tail
        text.append(piece)
    _move(text, text.attrib.pop("transform", ""))
    return text


def _group(attributes: dict[str, str], children: list[Element]) -> list[Element]:
    """Return a group, or its only child if the group but moves it."""
    only = children[0]
    if len(children) == 1 and list(attributes) == ["transform"] and only.tag == "text":
        _move(only, attributes["transform"])
        return children
    group = Element("g", attributes)
    group.extend(_joined(children))
    return [group]


def _joined(marks: list[Element]) -> list[Element]:
    """Return marks with groups that follow each other and say the same made one."""
    joined: list[Element] = []
    for mark in marks:
        last = joined[-1] if joined else mark
        if last is not mark and last.tag == mark.tag == "g" and last.attrib == mark.attrib:
            last.extend(list(mark))
        else:
            joined.append(mark)
    return joined


def _move(text: Element, transform: str) -> None:
    """Move words by their coordinates where a transform does no more than move."""
    if _TRANSLATE.sub("", transform) or "transform" in text.attrib:
        text.set("transform", transform + text.attrib.get("transform", ""))
        return
    moves = [move.groups("0") for move in _TRANSLATE.finditer(transform)]
    for piece in (text, *text.iter("tspan")):
        for axis, distances in zip("xy", zip(*moves, strict=True), strict=False):
            if axis in piece.attrib or piece is text:
                place = float(piece.attrib.get(axis, 0)) + sum(map(float, distances))
                piece.set(axis, f"{place:.2f}".rstrip("0").rstrip("."))


def _clips(root: Element, marks: list[Element], prefix: str) -> list[Element]:
    """Return the outlines that marks are cut by, and name them anew in order of use."""
    outlines = {clip.attrib["id"]: clip for clip in root.iter(f"{{{NAMESPACE}}}clipPath")}
    names: dict[str, str] = {}
    for element in (part for mark in marks for part in mark.iter()):
        used = _CLIP.fullmatch(element.attrib.get("clip-path", ""))
        if used:
            name = names.setdefault(used[1], f"{prefix}-{len(names) + 1}")
            element.set("clip-path", f"url(#{name})")
    clips = []
    for old, new in names.items():
        clip = Element("clipPath", {"id": new})
        clip.extend(Element(_tag(shape), plain_attributes(shape.attrib)) for shape in outlines[old])
        clips.append(clip)
    return clips


def _is_background(element: Element) -> bool:
    return _tag(element) == "rect"


def _tag(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _break_lines(element: Element) -> None:
    """Give every mark a line of its own, so that a picture's changes can be read."""
    if element.tag in WORDS:
        return
    if len(element):
        element.text = "\n"
    for child in element:
        child.tail = "\n"
        _break_lines(child)
