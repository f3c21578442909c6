"""A chart on a page says its title, and then what its title does not say."""

from __future__ import annotations

from typing import Any

import pytest

from rent_or_sell.sphinx_ext.chart_html import chart_html


def picture(summary: str) -> str:
    figure: dict[str, Any] = {
        "data": [],
        "layout": {"title": {"text": "Rents fell"}, "height": 300, "meta": {"summary": summary}},
    }
    return chart_html(figure, figure, ["<svg></svg>"])


@pytest.mark.parametrize(
    ("summary", "said"),
    [
        ("From 2 to 1 dollar.", "From 2 to 1 dollar."),
        ("Rents fell: from 2 to 1 dollar.", "From 2 to 1 dollar."),
        ("Rents fell. From 2 to 1 dollar.", "From 2 to 1 dollar."),
        ("Rents fell", "Rents fell"),
        ("", "Rents fell"),
    ],
)
def test_a_picture_in_words_does_not_say_its_title_again(summary: str, said: str) -> None:
    assert f'role="img" aria-label="{said}"' in picture(summary)
