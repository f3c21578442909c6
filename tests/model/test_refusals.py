"""What an author or a reader gets wrong is refused in words: place, value and remedy."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from rent_or_sell import (
    DataError,
    Edition,
    Explorer,
    ModelError,
    ModelInputError,
    ModelSource,
    View,
    Yearly,
    Years,
    bridge,
    compare,
    draws,
    evaluate,
    fleet,
    flip_points,
    load_scenarios,
    parity,
    rack,
    solve,
    table,
    tornado,
)
from rent_or_sell.book import BOOK
from rent_or_sell.model import operators as ops
from rent_or_sell.model.graph import describe
from rent_or_sell.model.models import Model
from rent_or_sell.model.parameters import load_parameters

Every = ops.Yearly
PRICE = "discounted_price_per_chip"


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


def test_an_equation_that_fails_is_named_with_its_case() -> None:
    def price(chips: float, pue: float) -> float:
        return {"144": chips}[str(pue)]

    said = r"equation of price fails with KeyError: .*; correct it in .*test_refusals .*chips = "
    with pytest.raises(ModelError, match=said) as caught:
        rack.replace(price=price).evaluate()
    assert isinstance(caught.value.__cause__, KeyError)
    with pytest.raises(ModelError, match="equation of price fails with KeyError"):
        rack.replace(price=price).evaluate(chips=[1.0, 2.0])


def test_a_word_for_what_an_equation_returns_is_no_value() -> None:
    with pytest.raises(ModelInputError, match=r"Yearly is no value.*-> Yearly; return an array"):
        Yearly(3)


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


@pytest.mark.parametrize(
    "ask",
    [
        lambda case: evaluate("parity", case),
        lambda case: table("parity", [case]),
        lambda case: draws("parity", changes=case, count=3),
        lambda case: flip_points("parity", PRICE, case),
        lambda case: solve("parity", PRICE, 2e4, "chips", case),
        lambda case: tornado("parity", PRICE, case),
        lambda case: bridge("parity", PRICE, None, case),
        lambda case: compare("parity", PRICE, case, None),
        lambda case: parity.spreadsheet("none.xlsx", case),
    ],
)
@pytest.mark.parametrize("kind", [dict, pd.Series])
def test_changes_without_effect_are_refused(ask: Any, kind: Any) -> None:
    said = "discount_rate is a parameter that parity does not read, so that nothing would change; "
    nearest = "did you mean 'parity_discount'. it reads chips, reference_rack_price, "
    with pytest.raises(ModelInputError, match=said + nearest):
        ask(kind({"discount_rate": 0.1, "pue": 1.2}))


def test_a_scenario_is_a_world_for_all_models() -> None:
    assert evaluate("parity", load_scenarios()["chips_scarce"]) == evaluate("parity")
    assert bridge("parity", PRICE, "base", "chips_scarce").steps == {}
    beside = {"attach_rate": 0.4, "parity_discount": 0.1}
    assert evaluate("parity", beside) == evaluate("parity", parity_discount=0.1)


def test_one_result_may_be_named_as_text() -> None:
    assert list(evaluate("rack", results="npv_rent")) == ["npv_rent"]


VIEW = {"name": "a", "model": "rack", "controls": ()}
SOURCE = {"name": "a", "title": "A", "module": ops}


@pytest.mark.parametrize(
    ("make", "given", "said"),
    [
        (Edition, {"number": 0}, "number = 0 is no whole number from 1; give one"),
        (Edition, {"number": "2"}, "number = '2' is no whole number"),
        (Edition, {"page": 3}, "page = 3 is not a text; give one"),
        (Edition, {"changes": {2: "Now."}}, r"changes\[2\] = 'Now.' is not a sentence for each"),
        (Edition, {"changes": "Now."}, "changes = 'Now.' is not a sentence for each"),
        (Years, {"first": "a", "count": "b"}, "first = 'a' is no whole number from 1"),
        (Years, {"first": 2026, "count": -1}, "count = -1 is no whole number from 0"),
        (Years, {"first": 2026, "count": 2.5}, "count = 2.5 is no whole number"),
        (View, VIEW | {"name": 1}, "name = 1 is not a text; give one"),
        (View, VIEW | {"controls": "pue"}, r"'pue' is not a tuple, such as \(a name, a name\)"),
        (View, VIEW | {"controls": (3,)}, r"controls\[0\] = 3 is not a name; give one"),
        (View, VIEW | {"answer": "Yes."}, "answer = 'Yes.' is not a tuple"),
        (View, VIEW | {"answer": (("Yes.",),)}, r"answer\[0\]\[0\] = 'Yes.' is not a Case"),
        (View, VIEW | {"parts": ("bars",)}, r"parts\[0\] = 'bars' is not a part"),
        (View, VIEW | {"labels": ("x",)}, r"labels = \('x',\) is not words by parameter"),
        (View, VIEW | {"guess": 1}, "guess = 1 is not a Guess, or None; give one"),
        (View, VIEW | {"lines": 9}, "lines = 9 is no whole number from 0 to 4; give one"),
        (ModelSource, SOURCE | {"module": "a"}, "module = 'a' is not a module of equations; give"),
        (ModelSource, SOURCE | {"title": 1}, "title = 1 is not a text"),
        (ModelSource, SOURCE | {"reads": 1}, "reads = 1 is not a module of equations, or None"),
        (ModelSource, SOURCE | {"headlines": "x"}, "headlines = 'x' is not a tuple"),
    ],
)
def test_what_is_wrongly_made_says_what_and_the_remedy(
    make: Any, given: dict[str, Any], said: str
) -> None:
    with pytest.raises((ModelError, ModelInputError), match=said):
        make(**given)


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda: ops.minimum("a", 3), "minimum takes numbers, and got 'a', 3"),
        (lambda: ops.maximum(None, [1, 2]), r"maximum takes numbers, and got None, \[1, 2\]"),
        (lambda: ops.where_positive(1, "a", "b"), "where_positive takes numbers, and got 1, 'a'"),
        (lambda: ops.geometric_sum(0.5, "3"), "geometric_sum takes numbers, and got 0.5, '3'"),
        (lambda: ops.cohort_sum(3, 0.5, 2), "cohort_sum takes numbers, and got 3, 0.5, 2"),
        (lambda: ops.year_sum("abc"), "year_sum takes numbers, and got 'abc'"),
        (lambda: ops.minimum([1, 2], [1, 2, 3]), "arrays that fit together"),
    ],
)
def test_an_operator_takes_numbers(ask: Any, said: str) -> None:
    with pytest.raises(ModelInputError, match=said):
        ask()


def test_a_masked_value_is_no_number() -> None:
    masked = np.ma.array([0.1, 0.2], mask=[False, True])
    with pytest.raises(
        ModelInputError, match="attach_rate = 'masked' .* at position 1; give a num"
    ):
        evaluate("rack", attach_rate=masked)
    with pytest.raises(ModelInputError, match="value = .* is not a number"):
        solve("rack", "gain_from_selling", masked, "displacement")
    whole = np.ma.array([0.1, 0.2])
    assert evaluate("rack", attach_rate=whole)["npv_rent"].shape == (2,)


def test_a_workbook_needs_a_file_s_name() -> None:
    for path in ("a\0b.xlsx", Path("a\0b.xlsx"), "", None):
        with pytest.raises(ModelInputError, match="path = .* names no file; give one"):
            rack.spreadsheet(path)  # type: ignore[arg-type]


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

    def doubled(chips: Any) -> Any:
        chips *= 2
        return chips

    with pytest.raises(ModelError, match=r"price cannot work out many.*change no argument"):
        rack.replace(price=doubled).evaluate(chips=[1.0, 2.0])
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


@pytest.mark.parametrize("value", ["0", b"0", np.datetime64("2026-11-30"), 1j, True])
def test_a_wanted_answer_is_a_number(value: Any) -> None:
    with pytest.raises(ModelInputError, match="^value = .* is not a number; give the result"):
        solve("rack", "gain_from_selling", value, "displacement")


def test_a_workbook_needs_a_folder_that_there_is(tmp_path: Path) -> None:
    for path, why in ((tmp_path, "Is a directory"), (tmp_path / "a" / "b.xlsx", "No such file")):
        with pytest.raises(ModelInputError, match=f"cannot be written .{why}.*give a file in"):
            rack.spreadsheet(path)


def test_an_explorer_has_a_name() -> None:
    with pytest.raises(ModelInputError, match="identity = ' ' names nothing; give a name"):
        Explorer("parity", identity=" ")
