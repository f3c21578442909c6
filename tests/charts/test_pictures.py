"""What a picture is drawn from, when it is stale, and what is left of the SVG that Plotly makes."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import plotly.graph_objects as go
import pytest

from rent_or_sell.charts.drawn_figure import drawn_figure, fingerprint, title_of
from rent_or_sell.charts.pictures import WIDTHS, Picture
from rent_or_sell.charts.plain_svg import plain_svg

EXPORTED = """<svg class="main-svg" xmlns="http://www.w3.org/2000/svg" width="340" height="200"
 style="" viewBox="0 0 340 200">
<rect x="0" y="0" width="340" height="200" style="fill: rgb(255, 255, 255); fill-opacity: 1;"/>
<defs id="defs-57d15b"><g class="clips">
<clipPath id="clip57d15bxyplot" class="plotclip"><rect width="168.123456" height="134"/></clipPath>
<clipPath id="clip57d15bx"><rect x="120" y="0" width="568" height="420"/></clipPath>
</g></defs>
<g class="layer-below"><g class="imagelayer"/></g>
<g class="plot" clip-path="url(#clip57d15bxyplot)">
<path class="js-line" d="M36.654321,74.31L81.63,73.6000001"
 style="vector-effect: none; fill: none; stroke: rgb(31, 106, 165); stroke-opacity: 1; stroke-width: 2px; opacity: 1;"/>
</g>
<path class="drag" d="M0,0H10V10Z" style="fill: rgb(0, 0, 0); fill-opacity: 0; stroke-width: 0px;"/>
<path class="xlines-below"/>
<g class="xtick"><text text-anchor="middle" x="0" y="388" transform="translate(166.67000000000002,4)"
 style="font-family: system-ui, sans-serif; font-size: 13px; fill: rgb(29, 36, 48); fill-opacity: 1; white-space: pre;">$15k &lt;</text></g>
<g class="annotation" style="opacity: 1;"><g transform="translate(100,20)">
<rect class="bg" x="0.5" y="0.5" width="32" height="18" style="stroke-width: 1px; stroke: rgb(0, 0, 0); stroke-opacity: 0; fill: rgb(0, 0, 0); fill-opacity: 0;"/>
<text x="1" y="14" style="font-size: 11px; fill: rgb(184, 86, 15);">two<tspan x="1" dy="1.3em">lines</tspan></text>
</g></g>
<path d="M0,0A0,0 0 1,1 0,-0A0,0 0 0,1 0,0Z" style="stroke: rgb(31, 106, 165); stroke-width: 3px;"/>
<path d="M1,1h3" style="stroke: rgb(18, 52, 86); stroke-width: 1px;"/>
</svg>"""


def figure(**layout: Any) -> dict[str, Any]:
    """Return a figure as a cell leaves it."""
    traces = [go.Scatter(x=[1, 2], y=np.array([0.1, 0.2])), go.Scatter(y=[3.0, 4.0])]
    content: dict[str, Any] = json.loads(go.Figure(traces, layout).to_json())
    return content


def mark(content: dict[str, Any]) -> str:
    return fingerprint(drawn_figure(content))


def cleaned() -> ElementTree.Element:
    svg = plain_svg(EXPORTED, name="bundle-2", width="narrow", fingerprint="0f3a")
    return ElementTree.fromstring(re.sub(r' xmlns="[^"]*"', "", svg))


def test_arrays_are_lists_and_titles_are_outside() -> None:
    content = figure(title="Rent <i>leads</i>", width=900)
    drawn = drawn_figure(content)
    assert drawn["data"][0]["y"] == [0.1, 0.2]
    assert "title" not in drawn["layout"]
    assert "width" not in drawn["layout"]
    assert title_of(content) == "Rent leads"


def test_numbers_without_a_value_are_null() -> None:
    packed = {"y": {"dtype": "f8", "bdata": "AAAAAAAA+H8AAAAAAADwPw=="}}
    assert drawn_figure({"data": [packed]})["data"] == [{"y": [None, 1.0]}]


def test_label_keeps_to_the_side_where_it_is_anchored() -> None:
    notes = [
        {"text": "a", "xanchor": "right"},
        {"text": "b"},
        {"xanchor": "left", "align": "center"},
    ]
    drawn = drawn_figure({"layout": {"annotations": notes}})["layout"]["annotations"]
    assert [note.get("align") for note in drawn] == ["right", None, "center"]


def test_hash_follows_what_is_drawn_alone() -> None:
    plain = mark(figure(title="One", meta={"source": "one"}))
    assert mark(figure(title="Two", meta={"source": "two"})) == plain
    other = figure()
    other["data"][1]["y"][0] = 3.0 * (1 + 1e-14)
    other["data"][0]["uid"] = "random"
    assert mark(other) == plain
    other["data"][1]["y"][0] = 3.0 * (1 + 1e-9)
    assert mark(other) != plain
    assert mark(figure(height=300)) != plain


@pytest.mark.parametrize("spoilt", [None, *WIDTHS])
def test_picture_is_used_if_every_width_shows_the_figure(tmp_path: Path, spoilt: str) -> None:
    picture = Picture(tmp_path / "bundle", 2)
    for width in WIDTHS:
        file = picture.file(width)
        file.parent.mkdir(exist_ok=True)
        shown = "old" if width == spoilt else "0f3a"
        svg = plain_svg(EXPORTED, name=picture.name, width=width, fingerprint=shown)
        file.write_text(svg, encoding="utf-8")
    assert len(picture.drawn("0f3a")) == (0 if spoilt else len(WIDTHS))
    assert (tmp_path / "pictures/bundle-2.wide.svg").exists()
    picture.file("wide").unlink()
    assert not picture.drawn("0f3a")


def test_svg_has_no_styles_and_only_what_is_seen() -> None:
    svg = cleaned()
    assert svg.attrib["viewBox"] == "0 0 340 200"
    assert not {"width", "height"} & set(svg.attrib)
    tags = [element.tag for element in svg.iter()]
    assert tags == ["svg", "clipPath", "rect", "g", "path", "text", "text", "tspan", "path"]
    for element in svg.iter():
        assert not {"style", "font-family", "vector-effect"} & set(element.attrib)


def test_colours_of_the_palette_are_classes_and_others_stay() -> None:
    line, other = cleaned().findall(".//path")
    assert line.attrib == {
        "class": "stroke-first",
        "d": "M36.65,74.31L81.63,73.6",
        "fill": "none",
        "stroke-width": "2",
    }
    assert other.attrib == {"d": "M1,1h3", "stroke": "rgb(18, 52, 86)"}


def test_text_stays_text_in_its_place() -> None:
    tick, label = cleaned().findall(".//text")
    assert tick.text == "$15k <"
    assert tick.attrib == {"x": "166.67", "y": "392", "text-anchor": "middle"}
    assert label.attrib == {"class": "fill-second", "x": "101", "y": "34", "font-size": "11"}
    (piece,) = label
    assert (piece.text, piece.attrib) == ("lines", {"x": "101", "dy": "1.3em"})


def test_ids_are_the_pictures_own() -> None:
    svg = cleaned()
    assert [clip.attrib["id"] for clip in svg.iter("clipPath")] == ["bundle-2-narrow-1"]
    assert svg.findall("g")[0].attrib == {"clip-path": "url(#bundle-2-narrow-1)"}
    assert svg.findall(".//rect")[0].attrib == {"width": "168.12", "height": "134"}
