"""The picture of what a model's quantities read: every quantity, every reading, the same each time."""

from __future__ import annotations

import re

import pytest

from rent_or_sell.book import BOOK
from rent_or_sell.sphinx_ext.dependency_graph import graph_html

MODELS = ("rack", "fleet", "market", "parity")


def rows(html: str) -> list[str]:
    return re.findall(r"<li>.*?</li>", html, re.DOTALL)


@pytest.mark.parametrize("name", MODELS)
def test_every_quantity_links_to_its_formula_below_its_readers(name: str) -> None:
    model = BOOK.model(name)
    html = graph_html(model)
    names = re.findall(r'<li><a href="#quantity-(\w+)"[^>]*>\1</a>', html)
    assert sorted(names) == sorted(model.equations)
    for row, reader in enumerate(names):
        reads = [read for read in model.equations[reader].reads if read in model.equations]
        assert all(names.index(read) > row for read in reads)


@pytest.mark.parametrize("name", MODELS)
def test_curves_end_at_the_rows_of_what_is_read(name: str) -> None:
    model = BOOK.model(name)
    html = graph_html(model)
    names = re.findall(r"#quantity-(\w+)", html)
    for row, (reader, item) in enumerate(zip(names, rows(html), strict=True)):
        ends = [int(end) for end in re.findall(r"M0 0C\S+ 0 \S+ \d+ 0 (\d+)\"", item)]
        reads = [read for read in model.equations[reader].reads if read in model.equations]
        assert [names[row + end] for end in ends] == reads
        assert (f'title="reads {", ".join(reads)}"' in item) == bool(reads)
        height = re.search(r'viewBox="0 0 100 (\d+)" height="(\d+)em"', item)
        assert (height is None) == (not ends)
        if height:
            assert int(height[1]) == int(height[2]) == max(ends)


@pytest.mark.parametrize("name", MODELS)
def test_curves_stay_within_the_space_for_them(name: str) -> None:
    handles = re.findall(r"M0 0C(\S+) ", graph_html(BOOK.model(name)))
    assert max(0.75 * float(handle) for handle in handles) <= 100.1


def test_the_same_model_gives_the_same_picture_without_styles_of_its_own() -> None:
    html = graph_html(BOOK.model("rack"))
    assert html == graph_html(BOOK.model("rack"))
    assert "style=" not in html
    assert not re.search(r"#[0-9a-f]{3,6}\b|rgb", re.sub(r'href="[^"]*"', "", html))
