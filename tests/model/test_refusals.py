"""What an author or a reader gets wrong is refused in words: place, value and remedy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rent_or_sell import DataError, Explorer, ModelError, View, evaluate, rack
from rent_or_sell.book import BOOK
from rent_or_sell.model import operators as ops
from rent_or_sell.model.graph import describe
from rent_or_sell.model.models import Model
from rent_or_sell.model.parameters import load_parameters

Every = ops.Yearly


def test_yearly_is_known_by_any_name() -> None:
    def sold(year: ops.Value) -> Every:
        """Say a thing.

        Unit: chips
        """
        return year

    assert describe("sold", sold).yearly


def test_an_argument_by_keyword_only_is_refused() -> None:
    with pytest.raises(ModelError, match="name each quantity that it reads, in plain arguments"):
        rack.replace(price=lambda chips, *, pue: chips * pue)


def test_one_result_may_be_named_as_text() -> None:
    assert list(evaluate("rack", results="npv_rent")) == ["npv_rent"]


def test_a_view_of_another_model_is_refused_by_name() -> None:
    with pytest.raises(ModelError, match="'fleet' asks the model 'fleet', not 'rack'"):
        Explorer("rack", view="fleet")


def test_a_model_of_ones_own_called_rack_has_an_explorer() -> None:
    price = {"price": rack.equations["price"]}
    own = Model("rack", "Mine", price, ("price",), (), rack.known, rack.scenarios, rack.years)
    explorer = BOOK.explorer(own)
    assert list(explorer.results) == ["price"]


def test_views_and_explorers_are_described_in_a_line() -> None:
    assert repr(BOOK.view("rack")) == "<View rack of the model rack: 6 open controls, 4 pictures>"
    explorer = Explorer("rack", {"attach_rate": 0.4})
    assert repr(explorer) == (
        f"<Explorer rack of the model rack: 1 of {len(rack.parameters)} assumptions changed>"
    )
    assert isinstance(BOOK.view("rack"), View)


@pytest.mark.parametrize(
    ("base", "said"),
    [("abc", "row attach_rate, column base: 'abc' is not a number"), ("99", "base: 99 is outside")],
)
def test_an_edited_table_that_is_wrong_names_its_cell(tmp_path: Path, base: str, said: str) -> None:
    data = Path(shutil.copytree(BOOK.data, tmp_path / "data"))
    path = data / "parameters.csv"
    text = path.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.startswith("attach_rate,"))
    changed = line.replace(",0.20,", f",{base},", 1)
    assert changed != line
    path.write_text(text.replace(line, changed), encoding="utf-8")
    with pytest.raises(DataError, match=said):
        load_parameters(data)
