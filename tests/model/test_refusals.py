"""What an author or a reader gets wrong is refused in words: place, value and remedy."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from rent_or_sell import (
    DataError,
    Explorer,
    ModelError,
    ModelInputError,
    View,
    evaluate,
    fleet,
    rack,
)
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


@pytest.mark.parametrize(
    ("returned", "said"),
    [
        ("text", "price gives 'text'; return a number"),
        ("3", "price gives '3'; return a number"),
        (None, "price gives None; return a number"),
        (1j, "price gives 1j; return a number"),
        ({}, "price gives {}; return a number"),
        ([[1], [2, 3]], r"price gives \[\[1\], \[2, 3\]\]; return a number"),
        ([1, 2], "price is one value for all years"),
    ],
)
def test_an_equation_that_gives_no_number_is_named(returned: Any, said: str) -> None:
    with pytest.raises(ModelError, match=said):
        rack.replace(price=lambda chips: returned).evaluate()


def test_a_yearly_equation_that_gives_too_few_years_is_named() -> None:
    with pytest.raises(ModelError, match="supply gives 2 values; return one for each of the 6"):
        fleet.replace(supply=lambda chip_supply: [chip_supply, 2.0]).evaluate()


@pytest.mark.parametrize("equation", [max, int, type, None, 3, "price"])
def test_what_is_no_equation_is_named(equation: Any) -> None:
    with pytest.raises(ModelError, match=f"price = {re.escape(repr(equation))} is no equation"):
        rack.replace(price=equation)


@pytest.mark.parametrize("changes", [[1, 2], ["pue"], np.ones(2), "pue", 3, {"pue"}, object()])
def test_changes_that_are_no_values_by_name_are_named(changes: Any) -> None:
    with pytest.raises(ModelInputError, match="are not values by name; give a dict such as"):
        evaluate("rack", changes)


@pytest.mark.parametrize("model", [[], None, 3, "rak"])
def test_what_is_no_model_is_named(model: Any) -> None:
    with pytest.raises(ModelError, match="is not a model; (did you mean|known are)"):
        evaluate(model)


def test_a_keyword_that_the_model_does_not_read_is_refused() -> None:
    with pytest.raises(ModelInputError, match="attach_rate is a parameter that parity does not"):
        evaluate("parity", attach_rate=0.4)
    # A mapping is a world, which all models share.
    assert evaluate("parity", {"attach_rate": 0.4}) == evaluate("parity")


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


def test_a_model_that_lacks_what_our_view_says_has_an_explorer() -> None:
    price = {"price": rack.equations["price"]}
    own = Model("parity", "Mine", price, ("price",), (), rack.known, rack.scenarios, rack.years)
    assert list(BOOK.explorer(own).results) == ["price"]


def test_what_an_explorer_holds_is_set_as_a_whole() -> None:
    explorer = Explorer("rack", {"attach_rate": 0.3})
    for change in (
        lambda: explorer.changes.update(pue=99),
        lambda: explorer.changes.__setitem__("attach_rate", 0.9),
        lambda: explorer.results.pop("npv_rent"),
    ):
        with pytest.raises(TypeError, match="set as a whole"):
            change()
    explorer.changes = {**explorer.changes, "pue": 1.2}
    assert explorer.results == evaluate("rack", {"attach_rate": 0.3, "pue": 1.2})


def test_an_equation_for_one_case_alone_is_named() -> None:
    def price(chips: float, sale_price_per_chip: float) -> float:
        return chips * sale_price_per_chip if sale_price_per_chip > 1 else 0

    with pytest.raises(ModelError, match="price cannot work out many cases.*where_positive"):
        rack.replace(price=price).evaluate(sale_price_per_chip=[1.0, 2.0])
    wrong = rack.replace(price=lambda chips: np.ones(4))
    with pytest.raises(ModelError, match=r"price gives an array of the shape \(4,\)"):
        wrong.evaluate(chips=[1.0, 2.0])


def test_views_and_explorers_are_described_in_a_line() -> None:
    assert repr(BOOK.view("rack")) == "<View rack of the model rack: 3 open controls, 4 pictures>"
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
