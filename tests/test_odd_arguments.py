"""Whatever is given as an argument, an answer or a sentence that names it comes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

import numpy as np
import pandas as pd
import pytest
from traitlets import TraitError

import rent_or_sell
from rent_or_sell import (
    DataError,
    Edition,
    Explorer,
    ModelError,
    ModelInputError,
    ModelSource,
    Scenario,
    View,
    Years,
    rack,
)
from rent_or_sell.book import BOOK
from rent_or_sell.explorer.widget import Explorer as Widget
from rent_or_sell.model import operators
from rent_or_sell.model.parameters import load_parameters, load_scenarios

ANSWER = "gain_from_selling"
OTHER = {"attach_rate": 0.4}
NOBODY = object()
ODD: tuple[Any, ...] = (
    *(NOBODY, None, 3, -1, 3.5, 10**400, True, 1j, float("nan"), float("inf"), "x", "", b"x"),
    *(
        [],
        ["a"],
        [3],
        [[1]],
        ("a",),
        {"a"},
        {},
        {"a": 1},
        {"a": None},
        {3: 4},
        int,
        max,
        "y" * 9999,
    ),
    *(np.array(0.1), np.datetime64("2026-11-30"), np.timedelta64(5, "s"), "1.2"),
    *("a\0b", np.ma.array([0.1, 0.2], mask=[False, True])),
    *(np.array([1.0, 2.0]), pd.Series({"a": 1.0}), pd.DataFrame({"a": [1.0]}), pd.Timestamp(0)),
)
LONGEST = 2_500  # characters of a message: all names of a model's results are some thousand


def shown_cases(**given: Any) -> str:
    asked: dict[str, Any] = {
        "cases": {"Base": {}},
        "columns": {"price_floor_per_chip": "Floor"},
        "caption": "x",
    }
    return rent_or_sell.result_table("rack", **asked | given)._repr_html_()


def shown_facts(**given: Any) -> str:
    return rent_or_sell.sourced_table(**{"name": "commitments"} | given)._repr_html_()


# What is called, with arguments that are right, and those that odd values take the place of.
CALLS: dict[str, tuple[Callable[..., Any], dict[str, Any], tuple[str, ...]]] = {
    "evaluate": (
        rent_or_sell.evaluate,
        {"model": "rack"},
        ("model", "changes", "results", "attach_rate"),
    ),
    "table": (rent_or_sell.table, {"model": "parity"}, ("model", "cases")),
    "a case of a table": (lambda case: rack.table({"a": case}), {}, ("case",)),
    "bridge": (
        rent_or_sell.bridge,
        {"model": "rack", "answer": ANSWER, "a": None, "b": OTHER},
        ("model", "answer", "a", "b", "groups"),
    ),
    "a group of a bridge": (
        lambda names: rent_or_sell.bridge("rack", ANSWER, None, OTHER, {"all": names}),
        {},
        ("names",),
    ),
    "compare": (
        rent_or_sell.compare,
        {"model": "rack", "answer": ANSWER, "a": None, "b": OTHER},
        ("model", "answer", "a", "b"),
    ),
    "draws": (
        rent_or_sell.draws,
        {"model": "parity", "count": 3},
        ("model", "results", "changes", "count", "seed", "independent"),
    ),
    "evidence_value": (
        rent_or_sell.evidence_value,
        {"model": "rack", "payoff": "gain_from_offer", "count": 3},
        ("model", "payoff", "changes", "count", "seed"),
    ),
    "flip_points": (
        rent_or_sell.flip_points,
        {"model": "rack", "answer": ANSWER},
        ("model", "answer", "changes", "level"),
    ),
    "solve": (
        rent_or_sell.solve,
        {"model": "rack", "answer": ANSWER, "value": 0, "parameter": "displacement"},
        ("model", "answer", "value", "parameter", "changes"),
    ),
    "tornado": (
        rent_or_sell.tornado,
        {"model": "rack", "answer": ANSWER},
        ("model", "answer", "changes"),
    ),
    "result_table": (shown_cases, {}, ("cases", "columns", "caption")),
    "a heading": (
        lambda heading: shown_cases(columns={"price_floor_per_chip": heading}),
        {},
        ("heading",),
    ),
    "sourced_table": (shown_facts, {}, ("name", "columns", "rows", "caption", "folded")),
    "data_listing": (lambda name: rent_or_sell.data_listing(name), {}, ("name",)),
    "load_table": (rent_or_sell.load_table, {}, ("name",)),
    "load_parameters": (load_parameters, {}, ("folder",)),
    "load_scenarios": (load_scenarios, {}, ("folder",)),
    "fact": (rent_or_sell.fact, {}, ("address",)),
    "rows": (BOOK.rows, {"table": "commitments", "row_ids": ["CM02"]}, ("table", "row_ids")),
    "view": (BOOK.view, {}, ("name",)),
    "Book": (
        lambda **given: replace(BOOK, **given),
        {},
        ("data", "years", "models", "views", "things", "edition"),
    ),
    "Explorer": (
        Explorer,
        {"model": "parity"},
        ("model", "changes", "view", "controls", "identity"),
    ),
    "replace": (lambda price: rack.replace(price=price), {}, ("price",)),
    "quantity": (rack.quantity, {}, ("name",)),
    "expression": (rack.expression, {}, ("name",)),
    "latex": (rack.latex, {}, ("name",)),
    "depends_on": (rack.depends_on, {}, ("name",)),
    "Parameter.check": (rack.parameters["pue"].check, {}, ("value",)),
    "Years": (Years, {"first": 2026, "count": 3}, ("first", "count")),
    "Edition": (Edition, {}, ("number", "changes", "page", "as_of")),
    "ModelSource": (
        ModelSource,
        {"name": "a", "title": "A", "module": operators},
        ("name", "title", "module", "reads", "shows", "headlines"),
    ),
    "View": (
        View,
        {"name": "a", "model": "rack", "controls": ()},
        tuple(field.name for field in fields(View)),
    ),
    "minimum": (rent_or_sell.minimum, {"first": 1, "second": 2}, ("first", "second")),
    "where_positive": (
        rent_or_sell.where_positive,
        {"condition": 1, "then": 2},
        ("condition", "then", "otherwise"),
    ),
    "year_sum": (rent_or_sell.year_sum, {}, ("flow",)),
    "Scenario": (
        lambda changes: rack.evaluate(Scenario("a", "A", "Why.", changes)),
        {},
        ("changes",),
    ),
}


@pytest.mark.parametrize(
    ("call", "argument"), [(call, name) for call, (_, _, names) in CALLS.items() for name in names]
)
def test_an_odd_argument_is_answered_in_words(call: str, argument: str) -> None:
    function, right, _ = CALLS[call]
    for value in ODD:
        try:
            function(**right | {argument: value})
        except (ModelError, ModelInputError, DataError) as error:
            said = str(error)
            assert len(said) < LONGEST, said
            assert value is not NOBODY or "<object object at" in said, said
        else:
            assert value is not NOBODY


@pytest.mark.parametrize("value", ODD)
def test_what_an_explorer_is_set_to_stays_what_it_was(explorer: Widget, value: Any) -> None:
    for name in ("changes", "scenario"):
        before = getattr(explorer, name)
        if isinstance(value, dict) and not value:
            continue
        with pytest.raises(TraitError if name == "changes" else (TraitError, ModelInputError)):
            setattr(explorer, name, value)
        assert getattr(explorer, name) == before


@pytest.fixture(scope="module")
def explorer() -> Widget:
    return Explorer("parity")


@pytest.mark.parametrize("kind", [np.int16, np.int32, np.uint32, np.int64])
def test_a_seed_is_a_whole_number_of_any_kind(kind: Callable[[int], Any]) -> None:
    drawn = rent_or_sell.draws("rack", [ANSWER], count=3, seed=kind(7))
    assert drawn.equals(rent_or_sell.draws("rack", [ANSWER], count=3, seed=7))
