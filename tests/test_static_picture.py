"""The static picture of a figure: marks where the data are, colours of the theme, text as text."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree

import numpy as np
import plotly.graph_objects as go
import pytest

from rent_or_sell.charts.look import PALETTE, label_ends
from rent_or_sell.picture.number_text import coded, shortened
from rent_or_sell.picture.static_picture import WIDTHS, static_picture
from rent_or_sell.trainium.figures.deal import deal_zones

Picture = ElementTree.Element
QUARTERS = ["2025 Q4", "2026 Q1", "2026 Q2"]


def html_of(figure: go.Figure) -> str:
    return static_picture(json.loads(figure.to_json()))


def picture(figure: go.Figure, name: str = "wide") -> Picture:
    """Return the wide or the narrow SVG of a figure."""
    root = ElementTree.fromstring(html_of(figure))
    found = root.find(f"svg[@class='{name}']")
    assert found is not None
    return found


def lengths(marks: list[Picture], *names: str) -> list[list[float]]:
    return [[float(mark.attrib[name]) for mark in marks] for name in names]


def bars(svg: Picture) -> list[Picture]:
    return svg.findall(".//rect")


def points(svg: Picture) -> list[Picture]:
    return svg.findall(".//circle")


def words(svg: Picture) -> dict[str, Picture]:
    return {"".join(text.itertext()): text for text in svg.iter("text")}


def at(svg: Picture, word: str, coordinate: str) -> float:
    return float(words(svg)[word].attrib[coordinate])


def is_linear(numbers: Any, pixels: Any) -> bool:
    """Whether pixels follow from numbers by one factor and one shift, to a tenth of a pixel."""
    line = np.polyfit(np.asarray(numbers, float), pixels, 1)
    return bool(np.abs(np.polyval(line, np.asarray(numbers, float)) - pixels).max() < 0.11)


def test_points_lie_where_their_numbers_are() -> None:
    x, y = [1, 2, 4, 8], [30, -10, 20, 5]
    across, down = lengths(points(picture(go.Figure(go.Scatter(x=x, y=y)))), "cx", "cy")
    assert is_linear(x, across)
    assert is_linear(y, down)
    assert across == sorted(across)
    assert down[0] < down[1]


def test_points_and_labels_share_one_scale() -> None:
    svg = picture(go.Figure(go.Scatter(x=[0, 10], y=[0, 4], mode="markers")))
    (across, _) = lengths(points(svg), "cx", "cy")
    assert at(svg, "10", "x") == pytest.approx(across[1], abs=0.11)


def test_bars_stand_on_zero_and_are_as_high_as_their_numbers() -> None:
    svg = picture(go.Figure(go.Bar(x=QUARTERS, y=[10, -5, 20])))
    tops, heights, widths = lengths(bars(svg), "y", "height", "width")
    assert heights == pytest.approx([2 * heights[1], heights[1], 4 * heights[1]], abs=0.2)
    assert tops[0] + heights[0] == pytest.approx(tops[1], abs=0.11)
    assert max(widths) - min(widths) < 0.11


def test_lying_bars_and_bars_from_a_base() -> None:
    svg = picture(go.Figure(go.Bar(y=["A", "B"], x=[4, 2], base=[1, 5], orientation="h")))
    lefts, widths = lengths(bars(svg), "x", "width")
    assert widths[0] == pytest.approx(2 * widths[1], abs=0.2)
    assert lefts[1] == pytest.approx(lefts[0] + widths[0], abs=0.2)


def test_grouped_bars_stand_side_by_side_and_stacked_ones_on_top_of_each_other() -> None:
    both = [go.Bar(x=QUARTERS, y=[1, 2, 3], name="rent"), go.Bar(x=QUARTERS, y=[2, 2, 2], name="s")]
    left, width = lengths(bars(picture(go.Figure(both, {"showlegend": False}))), "x", "width")
    assert left[0] + width[0] == pytest.approx(left[3], abs=0.11)
    stacked = go.Figure(both, {"barmode": "stack", "showlegend": False})
    left, top, height = lengths(bars(picture(stacked)), "x", "y", "height")
    assert left[:3] == left[3:]
    assert [top[n + 3] + height[n + 3] for n in range(3)] == pytest.approx(top[:3], abs=0.11)


def test_categories_keep_their_order_and_can_run_downward() -> None:
    names = ["Base case", "Frontier lab", "Enterprise"]
    figure = go.Figure(go.Scatter(x=[1, 2, 3], y=names, mode="markers"))
    upward = [at(picture(figure), name, "y") for name in names]
    figure.update_layout(yaxis={"autorange": "reversed"})
    downward = [at(picture(figure), name, "y") for name in names]
    assert upward == sorted(upward, reverse=True)
    assert downward == sorted(downward)


def test_logarithmic_axis_places_by_powers() -> None:
    figure = go.Figure(go.Scatter(x=[1, 10, 1000], y=[1, 1, 1]), {"xaxis": {"type": "log"}})
    (across,) = lengths(points(picture(figure)), "cx")
    assert is_linear([0, 1, 3], across)
    assert at(picture(figure), "100", "x") == pytest.approx(
        across[1] * 0.5 + across[2] * 0.5, abs=1
    )


def test_dates_are_placed_by_time_and_labelled_by_month() -> None:
    days = ["2026-01-01", "2026-02-01", "2026-06-10"]
    svg = picture(go.Figure(go.Scatter(x=days, y=[1, 2, 3])))
    (across,) = lengths(points(svg), "cx")
    assert is_linear([0, 31, 160], across)
    assert at(svg, "Feb 2026", "x") == pytest.approx(across[1], abs=0.2)


def test_two_axes_have_a_part_of_the_height_each() -> None:
    figure = go.Figure(
        [go.Scatter(x=[1, 2], y=[1, 2]), go.Scatter(x=[1, 2], y=[500, 900], yaxis="y2")],
        {"yaxis": {"domain": [0.6, 1]}, "yaxis2": {"domain": [0, 0.4]}, "showlegend": False},
    )
    (down,) = lengths(points(picture(figure)), "cy")
    assert max(down[:2]) < min(down[2:])


def test_range_is_kept_and_what_is_beyond_it_is_cut_off() -> None:
    svg = picture(go.Figure(go.Scatter(x=[0, 5, 90], y=[1, 2, 3]), {"xaxis": {"range": [0, 10]}}))
    assert svg.find("svg") is not None
    assert "90" not in words(svg)


def test_colours_of_the_palette_follow_the_theme() -> None:
    figure = deal_zones()
    figure.add_scatter(x=[25000], y=["Base case"], marker={"color": "#123456"})
    shown = html_of(figure)
    assert not [colour for colour in PALETTE.values() if colour in shown.lower()]
    assert 'fill="var(--second)"' in shown
    assert 'stroke="var(--second-pale)"' in shown
    assert "#123456" in shown


def test_text_of_the_figure_is_text_wherever_it_stands() -> None:
    wicked = '</text><script>alert("1")</script><img src=x onerror=alert(1)>'
    declared: Mapping[str, Any] = {
        "data": [
            {"x": [wicked], "y": [1], "text": [wicked], "name": wicked, "mode": "markers+text"},
            {"type": "bar", "x": [wicked], "y": [1], "text": [wicked], "name": wicked}
            | {"marker": {"color": '"><script>'}},
        ],
        "layout": {
            "title": {"text": wicked},
            "xaxis": {"title": {"text": wicked}, "tickvals": [wicked], "ticktext": [wicked]},
            "annotations": [{"x": wicked, "y": 1, "text": wicked}],
            "shapes": [{"x0": 0, "x1": 1, "y0": 0, "y1": 1, "line": {"dash": '1"><script>'}}],
        },
    }
    shown = static_picture(declared)
    tags = {tag.tag for tag in ElementTree.fromstring(shown).iter()}
    assert tags <= {"div", "svg", "text", "tspan", "path", "rect", "circle", "g"}
    assert "<script" not in shown
    assert "<img" not in shown


def test_notes_stand_at_their_points_in_their_colours() -> None:
    figure = go.Figure(go.Scatter(x=[0, 1], y=[0, 1], mode="lines", name="rent"))
    svg = picture(label_ends(figure))
    note = words(svg)["rent"]
    assert note.attrib["fill"] == "var(--first)"
    assert float(note.attrib["x"]) > at(svg, "1", "x")
    # the axis leaves room for the words
    assert float(note.attrib["x"]) + 20 < WIDTHS["wide"]


def test_both_pictures_keep_the_height_and_the_size_of_the_words() -> None:
    figure = go.Figure(go.Scatter(x=[1, 2], y=[3, 4]), {"height": 333})
    for name, width in WIDTHS.items():
        svg = picture(figure, name)
        assert svg.attrib["viewBox"] == f"0 0 {width} 333"
        assert svg.attrib["font-size"] == "13"


def test_picture_has_a_name_and_one_role() -> None:
    shown = html_of(go.Figure(go.Scatter(y=[1]), {"meta": {"summary": "Rent & sell"}}))
    assert shown.count('role="img"') == 1
    assert 'aria-label="Rent &amp; sell"' in shown


def test_packed_arrays_and_gaps_are_read() -> None:
    figure = go.Figure(go.Scatter(x=np.arange(5.0), y=np.array([1, 2, np.nan, 4, 5]), mode="lines"))
    lines = [path for path in picture(figure).iter("path") if "stroke-width" in path.attrib]
    assert len(lines) == 2


def test_coordinates_have_one_decimal_and_the_picture_stays_small() -> None:
    shown = html_of(deal_zones())
    assert not re.search(r"\d\.\d\d", re.sub(r"<text.*?</text>|aria-label=\".*?\"", "", shown))
    assert len(shown) < 12_000


def test_a_kind_of_trace_that_is_not_known_gives_no_picture() -> None:
    assert html_of(go.Figure(go.Pie(values=[1, 2]))) == ""
    assert html_of(go.Figure(go.Scatter(y=[1, 2], stackgroup="one"))) == ""
    assert html_of(go.Figure()) == ""


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (20000, "$~s", "$20k"),
        (22500, "$~s", "$22.5k"),
        (1.5e9, "~s", "1.5G"),
        (21096.97, ",.0f", "21,097"),
        (21096.97, "$,.0f", "$21,097"),
        (0.59, ".0%", "59%"),
        (12.0, "d", "12"),
        (-1234.5, ",.1f", "−1,234.5"),
        (-0.001, ".1f", "0.0"),
        (3, "+.1f", "+3.0"),
    ],
)
def test_tick_formats(value: float, code: str, text: str) -> None:
    assert coded(value, code) == text


def test_unknown_tick_format_names_itself() -> None:
    with pytest.raises(ValueError, match="'<5z'"):
        coded(1, "<5z")


@pytest.mark.parametrize(
    ("value", "step", "largest", "text"),
    [
        (0.5, 0.5, 2, "0.5"),
        (5000, 1000, 9000, "5000"),
        (20000, 10000, 60000, "20k"),
        (0, 1, 5, "0"),
    ],
)
def test_ticks_without_a_format(value: float, step: float, largest: float, text: str) -> None:
    assert shortened(value, step, largest) == text
