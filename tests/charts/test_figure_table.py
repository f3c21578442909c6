"""The table behind a chart: the points that it draws, or the rows that it says itself."""

from __future__ import annotations

import json
from typing import Any

import plotly.graph_objects as go

from rent_or_sell.charts.direct_labels import framed
from rent_or_sell.charts.figure_table import figure_table


def table_of(figure: go.Figure) -> str:
    return figure_table(json.loads(str(figure.to_json())))


def drawn(**more: Any) -> go.Figure:
    line = go.Scatter(x=[0.1, 0.9], y=[0, 1], name="a line")
    return framed([line], "A title", "In words", "Source", **more)


def test_a_chart_shows_its_points() -> None:
    assert "<td>0.1000</td>" in table_of(drawn()).replace(' class="number"', "")


def test_a_picture_whose_places_are_no_numbers_shows_its_own_rows() -> None:
    table = table_of(drawn(table=[("From", "To"), ("a <b>", "c")]))
    assert table == (
        "<table><thead><tr><th>From</th><th>To</th></tr></thead>"
        "<tbody><tr><td>a &lt;b&gt;</td><td>c</td></tr></tbody></table>"
    )


def test_a_chart_without_points_has_no_table() -> None:
    assert table_of(framed([], "A title", "In words", "Source")) == ""
