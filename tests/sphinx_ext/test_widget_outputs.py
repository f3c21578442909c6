"""Widgets that need a kernel: the page shows their figures as they stood, and nothing dead."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from figure_files import page_figures

from rent_or_sell.sphinx_ext.widget_figures import widget_figures

pytestmark = pytest.mark.builds


@pytest.fixture(scope="module")
def page(small_book: Path) -> str:
    """The HTML of a page with widgets of every kind."""
    return (small_book / "widgets.html").read_text(encoding="utf-8")


def test_figures_are_shown_as_the_cells_left_them(page: str, small_book: Path) -> None:
    first, in_box, drawn_anew = page_figures(small_book / "widgets.html")
    assert first["data"][0]["x"] == [1.0, 2.0]
    assert first["data"][0]["y"] == [10.0, 12.0]
    assert in_box["data"][0]["y"] == [10.0, 12.0]
    assert drawn_anew["data"][0]["y"] == [3]
    assert page.count('<p class="figure-title">Alive in a notebook</p>') == 2


def test_each_widget_says_how_to_run_it(page: str) -> None:
    notices = re.findall(r'<p class="needs-kernel">(.*?)</p>', page, re.DOTALL)
    assert ["picture" in notice for notice in notices] == [False, True, True, True, False]
    assert all("make lab" in re.sub("<[^>]*>", "", notice) for notice in notices)


def test_no_remnant_of_a_widget_is_published(page: str) -> None:
    for remnant in ("widget-state+json", "widget-view+json", "jupyter-widgets", "IPY_MODEL_"):
        assert remnant not in page


def test_a_widget_without_state_has_no_figures() -> None:
    assert list(widget_figures({}, "unknown")) == []
