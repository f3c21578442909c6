"""Pandas in, pandas out: what comes in with an index goes out with it, and nothing is guessed."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd
import pytest

from rent_or_sell import ModelInputError, evaluate, load_parameters, load_scenarios, rack, table

RATES = [0.1, 0.4]
ALONE = [evaluate("rack", attach_rate=rate)["npv_rent"] for rate in RATES]
BASE = evaluate("rack")["npv_rent"]

INDICES = {
    "labels": pd.Index(["low", "high"], name="case"),
    "a label twice": pd.Index(["same", "same"]),
    "numbers that count nothing": pd.Index([7, 3]),
    "dates": pd.DatetimeIndex(["2026-01-01", "2027-01-01"]),
    "two levels": pd.MultiIndex.from_tuples([("a", 1), ("a", 2)], names=["one", "two"]),
}


# Keyword arguments


def test_keyword_arguments_say_what_a_mapping_says() -> None:
    said = evaluate("rack", {"attach_rate": 0.4, "displacement": 0.5})
    assert evaluate("rack", attach_rate=0.4, displacement=0.5) == said
    assert evaluate("rack", {"attach_rate": 0.1, "displacement": 0.5}, attach_rate=0.4) == said


def test_a_scenario_is_its_changes() -> None:
    scenario = load_scenarios()["hall_empty"]
    assert evaluate("rack", scenario) == evaluate("rack", scenario.changes)


def test_a_model_and_its_name_are_asked_alike() -> None:
    assert evaluate(rack, attach_rate=0.4) == evaluate("rack", attach_rate=0.4)
    pd.testing.assert_frame_equal(table(rack), table("rack"))


# What keeps its index


@pytest.mark.parametrize("index", INDICES.values(), ids=INDICES)
def test_a_frame_keeps_its_index(index: pd.Index) -> None:
    results = evaluate("rack", pd.DataFrame({"attach_rate": RATES}, index=index))
    expected = pd.Series(ALONE, index=index, name="npv_rent")
    pd.testing.assert_series_equal(results["npv_rent"], expected)
    assert all(result.index.equals(index) for result in results.values())


@pytest.mark.parametrize("index", INDICES.values(), ids=INDICES)
def test_a_table_keeps_its_index(index: pd.Index) -> None:
    made = table("fleet", pd.DataFrame({"attach_rate": RATES}, index=index))
    pd.testing.assert_index_equal(made.index, index)


def test_a_yearly_result_of_a_frame_is_a_frame_with_a_column_a_year() -> None:
    sold = evaluate("fleet", pd.DataFrame({"share_offered": [0, 0.5]}, index=["a", "b"]))["sold"]
    assert sold.columns.tolist() == [2026, 2027, 2028, 2029, 2030, 2031]
    assert sold.loc["b"].tolist() == evaluate("fleet", share_offered=0.5)["sold"]


def test_results_that_depend_on_no_row_have_the_index_too() -> None:
    cost = evaluate("rack", attach_rate=pd.Series(RATES, index=["a", "b"]))["build_cost"]
    assert cost.to_dict() == {"a": 2_304_000, "b": 2_304_000}
    cost["a"] = 1  # a Series of one's own, not a view of one number
    assert cost.to_dict() == {"a": 1, "b": 2_304_000}


def test_a_series_of_values_by_name_is_one_case() -> None:
    assert evaluate("rack", pd.Series({"attach_rate": 0.4})) == evaluate("rack", attach_rate=0.4)


def test_a_frame_and_keyword_arguments_go_together() -> None:
    frame = pd.DataFrame({"attach_rate": RATES}, index=["a", "b"])
    both = evaluate("rack", frame, chips=[64, 144])["npv_rent"]
    assert both["b"] == evaluate("rack", attach_rate=0.4, chips=144)["npv_rent"]
    assert evaluate("rack", frame, chips=64)["npv_rent"]["a"] == both["a"]


# Sizes and kinds


@pytest.mark.parametrize(
    "frame",
    [
        pd.DataFrame(),
        pd.DataFrame({"attach_rate": []}),
        pd.DataFrame(columns=["attach_rate"]),
    ],
    ids=["bare", "a column", "a column of objects"],
)
def test_an_empty_frame_gives_empty_results(frame: pd.DataFrame) -> None:
    assert evaluate("rack", frame)["npv_rent"].shape == (0,)
    assert evaluate("fleet", frame)["sold"].shape == (0, 6)
    assert table("rack", frame).shape == (0, len(rack.results))


def test_a_frame_with_rows_and_no_columns_is_the_base_case() -> None:
    assert evaluate("rack", pd.DataFrame(index=["a", "b"]))["npv_rent"].tolist() == [BASE, BASE]
    assert evaluate("fleet", pd.DataFrame(index=["a"]))["sold"].shape == (1, 6)


def test_a_frame_of_one_row_stays_a_frame() -> None:
    frame = pd.DataFrame({"attach_rate": [0.4]}, index=["only"])
    assert evaluate("rack", frame)["npv_rent"].to_dict() == {"only": ALONE[1]}
    assert evaluate("fleet", frame)["sold"].shape == (1, 6)


KINDS: dict[str, Any] = {
    "integers": pd.Series([64, 144]),
    "nullable integers": pd.Series([64, 144], dtype="Int64"),
    "float32": pd.Series([64, 144], dtype="float32"),
    "objects": pd.Series([64, 144.0], dtype=object),
    "fractions": pd.Series([Fraction(64), Fraction(144)]),
    "a turned frame": pd.DataFrame({"a": ["words", 64], "b": ["words", 144]}).T[1],
}


@pytest.mark.parametrize("chips", KINDS.values(), ids=KINDS)
def test_numbers_of_any_kind_are_numbers(chips: pd.Series) -> None:
    found = evaluate("rack", chips=chips)["npv_rent"]
    assert found.tolist() == evaluate("rack", chips=[64.0, 144.0])["npv_rent"].tolist()


@pytest.mark.parametrize("kind", [list, tuple, np.array, pd.Index])
def test_sequences_are_arrays(kind: Any) -> None:
    found = evaluate("rack", attach_rate=kind(RATES))["npv_rent"]
    assert isinstance(found, np.ndarray)
    assert found.tolist() == ALONE


# What is refused, and in which words


def refused(text: str, *changes: Any, **more: Any) -> None:
    with pytest.raises(ModelInputError) as error:
        evaluate("rack", *changes, **more)
    assert text in str(error.value)


def test_indices_that_differ_are_refused() -> None:
    one, other = pd.Series(RATES, index=["a", "b"]), pd.Series([64, 144], index=["b", "a"])
    refused("chips has another index than the other", attach_rate=one, chips=other)
    refused("attach_rate has another index", pd.DataFrame({"chips": other}), attach_rate=one)


def test_arrays_that_do_not_fit_the_index_are_refused() -> None:
    rows = pd.Series(RATES)
    refused("chips has the shape (3,) beside an index of 2 rows", attach_rate=rows, chips=[1, 2, 3])
    refused("chips has the shape (2, 1) beside", attach_rate=rows, chips=[[64], [144]])
    refused("beside an index of 1 rows", attach_rate=rows[:1], chips=[64, 144])


def test_a_name_given_twice_is_refused() -> None:
    refused("name 'chips' more than once", pd.DataFrame([[64, 65]], columns=["chips", "chips"]))
    refused("name 'chips' more than once", pd.Series([64, 65], index=["chips", "chips"]))


def test_a_missing_value_is_refused_with_its_row() -> None:
    frame = pd.DataFrame({"chips": [64, np.nan]}, index=["a", "b"])
    refused("chips = nan is outside its hard limits in row 'b'; give a number from 1 to", frame)
    refused("in row 'b'", frame.astype("Int64"))
    refused("chips = <NA> is not a number in row 'b'", frame.astype(object).fillna(pd.NA))


def test_what_is_wrong_is_named_with_its_place() -> None:
    refused("attach_rate = 'x' is not a number at position 1", attach_rate=[0.1, "x"])
    refused("attach_rate = 9 is outside its hard limits at position 2", attach_rate=[0, 1, 9])
    refused("outside its hard limits at position 1, 0", attach_rate=[[0, 1], [9, 1]])
    refused("chips = True is not a number in row 0", chips=pd.Series([True, False]))
    refused("chips = 1.5e+300 is outside its hard limits;", chips=1.5e300)
    refused("is not a number; give a number from 1 to 1,000 (chips)", chips=10**400)


def test_columns_that_are_no_parameters_are_refused() -> None:
    refused("'atach_rate' is not a parameter", pd.DataFrame({"atach_rate": RATES}))
    refused("0 is not a parameter; known are", pd.Series([0.4]))


def test_a_frame_in_place_of_a_column_is_refused() -> None:
    refused("attach_rate is a DataFrame; give one of its", attach_rate=pd.DataFrame({"a": RATES}))


@pytest.mark.parametrize("changes", [0.4, "attach_rate", [0.4], [{"attach_rate": 0.4}]])
def test_changes_without_names_are_refused(changes: Any) -> None:
    refused(f"changes = {changes!r} are not values by name; give a dict", changes)


# Tables of cases


def test_a_mapping_of_cases_fills_gaps_with_base_values() -> None:
    made = table("rack", {"rate": {"attach_rate": 0.4}, "size": {"chips": 64}, "base": {}})
    assert made.index.tolist() == ["rate", "size", "base"]
    small = evaluate("rack", chips=64)["npv_rent"]
    assert made["npv_rent"].tolist() == [ALONE[1], small, BASE]


@pytest.mark.parametrize("kind", [list, tuple, iter])
def test_cases_without_names_are_numbered(kind: Any) -> None:
    made = table("rack", kind([{"attach_rate": 0.1}, pd.Series({"attach_rate": 0.4})]))
    assert made["npv_rent"].to_dict() == dict(enumerate(ALONE))


def test_scenarios_are_cases_and_stand_in_where_none_are_given() -> None:
    made = table("rack")
    assert made.index.tolist() == list(load_scenarios())
    pd.testing.assert_frame_equal(made, table("rack", load_scenarios()))


@pytest.mark.parametrize("cases", [{}, []])
def test_no_cases_make_an_empty_table(cases: Any) -> None:
    assert table("rack", cases).shape == (0, len(rack.results))


def test_a_yearly_result_has_a_column_a_year_and_every_column_its_unit() -> None:
    made = table("fleet", {"half": {"share_offered": 0.5}})
    sold = [f"sold[{year}]" for year in range(2026, 2032)]
    assert made[sold].iloc[0].tolist() == evaluate("fleet", share_offered=0.5)["sold"]
    units = made.attrs["units"]
    assert list(units) == made.columns.tolist()
    assert units["sold[2031]"] == "million chips/year"
    assert made[["sold_total"]].attrs["units"]["sold_total"] == "million chips"


def test_columns_are_the_models_results() -> None:
    assert table("rack").columns.tolist() == [quantity.name for quantity in rack.quantities]
    assert set(table("rack").dtypes) == {np.dtype("float64")}


BAD_CASES: list[tuple[Any, str]] = [
    (3, "cases = 3 are no cases; give a list or a mapping of changes, or a DataFrame."),
    ({"attach_rate": 0.4}, "cases['attach_rate'] = 0.4 are not values by name"),
    (["attach_rate"], "cases[0] = 'attach_rate' are not values by name"),
    ({"a": {"atach_rate": 0.4}}, "'atach_rate' is not a parameter; did you mean 'attach_rate'?"),
    ({"a": {"chips": "64"}, "b": {}}, "chips = '64' is not a number in row 'a'"),
    ({"a": {}, "b": {"chips": None}}, "chips = nan is outside its hard limits in row 'b'"),
    ({"a": {}, "b": {"chips": np.nan}}, "chips = nan is outside its hard limits in row 'b'"),
    ({"a": {"chips": [64, 144]}}, "chips = [64, 144] is not a number in row 'a'"),
    (pd.DataFrame([[64, 65]], columns=["chips", "chips"]), "name 'chips' more than once"),
]


@pytest.mark.parametrize(("cases", "text"), BAD_CASES, ids=range(len(BAD_CASES)))
def test_odd_cases_are_refused_in_words(cases: Any, text: str) -> None:
    with pytest.raises(ModelInputError) as error:
        table("rack", cases)
    assert text in str(error.value)


def test_changes_are_left_as_they_were() -> None:
    frame = pd.DataFrame({"attach_rate": RATES})
    before = frame.copy()
    evaluate("rack", frame, chips=64)
    table("rack", frame)
    pd.testing.assert_frame_equal(frame, before)
    assert load_parameters()["chips"].base == 144
