"""The table behind a chart: the points that it draws, or the rows that it says itself."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import plotly.graph_objects as go
import pytest

from rent_or_sell.charts.direct_labels import framed
from rent_or_sell.charts.figure_table import LISTED, FigureTable, figure_table


def made(figure: go.Figure) -> FigureTable:
    table = figure_table(json.loads(str(figure.to_json())))
    assert table is not None
    return table


def table_of(figure: go.Figure) -> str:
    return made(figure).html()


def rows_of(csv_text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(csv_text.removeprefix("\ufeff"), newline="")))


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
    assert figure_table(json.loads(str(framed([], "A", "In words", "Source").to_json()))) is None


@pytest.mark.parametrize(("points", "listed"), [(12, 12), (13, 7), (41, 11), (121, 12), (161, 12)])
def test_of_a_smooth_line_a_dozen_points_are_listed_its_ends_among_them(
    points: int, listed: int
) -> None:
    line = go.Scatter(x=list(range(points)), y=[0.5] * points, mode="lines")
    table = made(framed([line], "A title", "In words", "Source"))
    assert table.html().count("<tr>") - 1 == listed <= LISTED
    assert (table.listed[0], table.listed[-1]) == (0, points - 1)
    assert table.is_short == (listed < points)
    assert len(rows_of(table.csv())) == points + 1


def test_of_marks_and_bars_every_point_is_listed() -> None:
    many = list(range(30))
    traces = [go.Bar(x=many, y=many), go.Scatter(x=many, y=many, mode="lines+markers")]
    table = made(framed(traces, "A title", "In words", "Source"))
    assert list(table.listed) == list(range(60))
    assert not table.is_short


def test_the_file_has_all_digits_and_no_formula() -> None:
    line = go.Scatter(x=["=1+1", "-2"], y=[1 / 3, -2e-9], text=["@a", "b"], name="+c")
    other = go.Scatter(x=["d"], y=[1])
    table = made(framed([line, other], "A title", "In words", "Source"))
    _, first, second, third = rows_of(table.csv())
    assert first == ["'+c", "'=1+1", str(1 / 3), "'@a"]
    assert second == ["'+c", "-2", "-2e-09", "b"]
    assert third == ["series 2", "d", "1", ""]
