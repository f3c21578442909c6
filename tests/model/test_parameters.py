"""The parameter table holds together, and the models read all of it."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from rent_or_sell import load_models, load_parameters, load_scenarios
from rent_or_sell.model.parameters import Parameter, base_values, check_changes

PARAMETERS = load_parameters()


@pytest.mark.parametrize("parameter", PARAMETERS.values(), ids=PARAMETERS)
def test_range_and_limits_are_in_order(parameter: Parameter) -> None:
    assert parameter.minimum <= parameter.low <= parameter.base <= parameter.high
    assert parameter.high <= parameter.maximum
    assert parameter.step > 0


@pytest.mark.parametrize("parameter", PARAMETERS.values(), ids=PARAMETERS)
def test_a_parameter_can_be_read_by_people(parameter: Parameter) -> None:
    assert parameter.name.isidentifier()
    assert all((parameter.symbol, parameter.label, parameter.unit, parameter.group, parameter.note))
    assert parameter.kind in ("sourced", "derived", "judgement")


def test_groups_are_headed_by_words() -> None:
    for group in {parameter.group for parameter in PARAMETERS.values()}:
        assert group[0].isupper(), group
        assert "_" not in group
        assert group == group.strip()


def test_symbols_are_different() -> None:
    symbols = Counter(parameter.symbol for parameter in PARAMETERS.values())
    assert symbols.most_common(1)[0][1] == 1


def test_what_is_sourced_names_a_source() -> None:
    bare = [p.name for p in PARAMETERS.values() if p.kind == "sourced" and not p.sources]
    assert bare == []


def test_every_parameter_is_read_by_some_model() -> None:
    read = {name for model in load_models().values() for name in model.parameters}
    assert read == set(PARAMETERS)


def test_no_quantity_shares_its_name_with_a_parameter() -> None:
    for model in load_models().values():
        assert not set(model.equations) & set(PARAMETERS)


def test_a_checked_value_is_float64() -> None:
    assert check_changes({"chips": 64}, load_parameters())["chips"].dtype == np.float64
    assert (
        check_changes({"chips": np.array([64, 144])}, load_parameters())["chips"].dtype
        == np.float64
    )


def test_checking_leaves_the_given_array_alone() -> None:
    given = np.array([0.1, 0.2])
    check_changes({"attach_rate": given}, load_parameters())["attach_rate"][0] = 9
    assert given.tolist() == [0.1, 0.2]


def test_a_name_like_no_other_is_answered_with_all_names() -> None:
    with pytest.raises(ValueError, match="known are: chips, kw_per_chip"):
        check_changes({"zzzzzz": 1}, load_parameters())


def test_limits_are_said_with_their_unit() -> None:
    assert PARAMETERS["building_per_mw"].limits == "a number from 0 to 100,000,000 (USD/MW)"


def test_scenarios_start_with_the_base_case_and_say_why() -> None:
    scenarios = load_scenarios()
    assert next(iter(scenarios)) == "base"
    assert not scenarios["base"].changes
    for scenario in scenarios.values():
        assert scenario.label
        assert scenario.reason
        check_changes(scenario.changes, load_parameters())


def test_a_scenario_changes_something_from_the_base() -> None:
    base = base_values(load_parameters())
    for scenario in load_scenarios().values():
        same = [name for name, value in scenario.changes.items() if value == base[name]]
        assert same == [], scenario.name


def test_the_table_cannot_be_changed_by_accident() -> None:
    with pytest.raises(TypeError):
        PARAMETERS["chips"] = PARAMETERS["pue"]  # type: ignore[index]
