"""A bridge explains a difference: it adds up, knows no order, and refuses what it cannot say."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise, permutations
from statistics import fmean
from typing import Any

import pandas as pd
import pytest

import rent_or_sell
from rent_or_sell import ModelError, ModelInputError, bridge, evaluate, load_scenarios, rack
from rent_or_sell.answers.bridge import EXACT_UP_TO

COSTS = {"costs of selling": ("selling_share", "warranty_share", "credit_loss_share")}
# Far from the base, so that the order of the changes matters much.
FAR = {"attach_rate": 0.5, "rent_per_chip_hour": 2, "rental_years": 7, "rent_erosion": 0.2}
PARAMETERS = rent_or_sell.load_parameters()
# More changes than are counted in every order, of parameters that the gain reads.
MANY = {
    name: PARAMETERS[name].high
    for name in sorted(rack.depends_on("gain_from_selling"))
    if PARAMETERS[name].high != PARAMETERS[name].base
}


def by_every_order(answer: str, start: Mapping[str, float], end: Mapping[str, float]) -> Any:
    """Return the mean of what each change adds over all orders, one case after the other."""
    added: dict[str, list[float]] = {name: [] for name in {**start, **end}}
    full = {name: PARAMETERS[name].base for name in added}
    first, last = full | dict(start), full | dict(end)
    for order in permutations(added):
        cases = [first | {name: last[name] for name in order[:k]} for k in range(len(order) + 1)]
        values = [evaluate("rack", case)[answer] for case in cases]
        for name, (before, after) in zip(order, pairwise(values), strict=True):
            added[name].append(after - before)
    return {name: pytest.approx(fmean(amounts), rel=1e-9) for name, amounts in added.items()}


def difference(made: rent_or_sell.Bridge) -> Any:
    """Return what the steps must add up to, exact to 1e-9 of the larger end."""
    largest = max(abs(made.start), abs(made.end))
    return pytest.approx(made.end - made.start, rel=0, abs=1e-9 * largest)


def test_the_worked_numbers_of_a_world_without_frictions() -> None:
    made = bridge("rack", "buyer_value_needed", "no_frictions", "base", COSTS)
    assert (round(made.start, 3), round(made.end, 2), made.unit) == (1.2, 1.32, "USD/chip-hour")
    assert made.exact
    cents = {name: round(100 * amount, 1) for name, amount in made.steps.items()}
    assert cents == {
        "displacement": -15.4,
        "attach_rate": 12.7,
        "costs of selling": 8.9,
        "support_fee_share": 6.0,
    }


@pytest.mark.parametrize(
    ("answer", "start", "end"),
    [
        ("npv_rent", {}, FAR),
        ("gain_from_selling", FAR, {"displacement": 0.9}),
        ("buyer_value_needed", {"attach_rate": 0}, {"rent_erosion": 0.1, "support_years": 3}),
    ],
)
def test_the_steps_are_the_means_over_all_orders(
    answer: str, start: dict[str, float], end: dict[str, float]
) -> None:
    assert bridge("rack", answer, start, end).steps == by_every_order(answer, start, end)


@pytest.mark.parametrize("model", rent_or_sell.load_models())
@pytest.mark.parametrize("scenario", load_scenarios())
def test_it_adds_up_between_the_base_and_every_scenario(model: str, scenario: str) -> None:
    for answer in rent_or_sell.load_models()[model].headlines:
        made = bridge(model, answer, None, scenario)
        assert made.start == evaluate(model)[answer]
        assert made.end == evaluate(model, load_scenarios()[scenario])[answer]
        assert sum(made.steps.values()) == difference(made)


def test_the_way_back_is_the_way_there() -> None:
    for end in (FAR, MANY):
        there = bridge("rack", "gain_from_selling", None, end)
        back = bridge("rack", "gain_from_selling", end, None)
        assert (back.start, back.end) == (there.end, there.start)
        expected = {name: pytest.approx(-amount) for name, amount in there.steps.items()}
        assert back.steps == expected


def test_equal_parts_get_equal_amounts() -> None:
    change = {"selling_share": 0.09, "warranty_share": 0.06, "credit_loss_share": 0.04}
    amounts = list(bridge("rack", "buyer_value_needed", None, change).steps.values())
    assert amounts == pytest.approx([amounts[0]] * 3)
    assert amounts[0] > 0


@pytest.mark.parametrize("changes", [FAR, MANY])
def test_the_order_in_which_changes_are_written_says_nothing(changes: dict[str, float]) -> None:
    turned = dict(reversed(list(changes.items())))
    made = bridge("rack", "gain_from_selling", None, changes)
    assert list(bridge("rack", "gain_from_selling", None, turned).steps.items()) == list(
        made.steps.items()
    )


def test_the_largest_step_comes_first() -> None:
    sizes = [abs(amount) for amount in bridge("rack", "npv_rent", None, FAR).steps.values()]
    assert sizes == sorted(sizes, reverse=True)


def test_all_in_one_group_is_the_whole_difference() -> None:
    made = bridge("rack", "npv_rent", None, FAR, {"all": list(FAR)})
    assert made.steps == {"all": pytest.approx(made.end - made.start)}


def test_what_is_not_changed_or_not_read_is_no_step() -> None:
    groups = {"attached": ["attach_rate", "attach_margin"], "idle": "pue"}
    changes = {"attach_rate": 0.4, "earning_fleet": 2, "discount_rate": 0.09, "rent_erosion": 0.1}
    made = bridge("rack", "npv_rent", None, changes, groups)
    assert list(made.steps) == ["attached", "rent_erosion"]


def test_nothing_changed_is_a_bridge_without_steps() -> None:
    made = bridge("rack", "npv_rent", "base", None)
    assert (made.end, made.steps, made.exact) == (made.start, {}, True)
    assert made.table().empty
    assert repr(made) == "<Bridge of npv_rent: 1,354,000 to 1,354,000 USD; nothing changed>"


def test_a_case_is_a_scenario_its_name_changes_or_a_series() -> None:
    scenario = load_scenarios()["enterprise"]
    forms: list[Any] = [scenario, "enterprise", scenario.changes, pd.Series(scenario.changes)]
    made = [bridge("rack", "npv_rent", None, form) for form in forms]
    assert all(one == made[0] for one in made)


def test_many_changes_are_the_mean_of_two_orders_and_say_so() -> None:
    assert len(MANY) > EXACT_UP_TO
    made = bridge("rack", "gain_from_selling", None, MANY)
    assert not made.exact
    assert "; not exact>" in repr(made)
    assert sum(made.steps.values()) == difference(made)
    order = [name for name in PARAMETERS if name in MANY]
    for name in ("attach_rate", order[0], order[-1]):
        place = order.index(name)
        added = []
        for before in (order[:place], order[place + 1 :]):
            cases = [{each: MANY[each] for each in names} for names in (before, [*before, name])]
            without, with_it = (evaluate("rack", case)["gain_from_selling"] for case in cases)
            added.append(with_it - without)
        assert made.steps[name] == pytest.approx(fmean(added), rel=1e-9)


def test_groups_make_many_changes_few_enough() -> None:
    few = dict(list(MANY.items())[:EXACT_UP_TO])
    assert bridge("rack", "gain_from_selling", None, few).exact
    rest = {"the rest": [name for name in MANY if name not in list(few)[1:]]}
    made = bridge("rack", "gain_from_selling", None, MANY, rest)
    assert made.exact
    assert len(made.steps) == EXACT_UP_TO


def test_its_table_leads_from_start_to_end() -> None:
    made = bridge("rack", "buyer_value_needed", "no_frictions", "base", COSTS)
    table = made.table()
    assert table.index.tolist() == list(made.steps)
    assert table["before"].iloc[0] == made.start
    assert table["after"].iloc[-1] == pytest.approx(made.end)
    assert table["before"].tolist()[1:] == pytest.approx(table["after"].tolist()[:-1])
    assert set(table.attrs["units"].values()) == {"USD/chip-hour"}


def test_it_says_in_a_line_where_it_leads() -> None:
    made = bridge("rack", "npv_rent", None, FAR)
    assert repr(made).startswith("<Bridge of npv_rent: 1,354,000 to ")
    assert repr(made).endswith(", 1 more>")
    assert "rent_per_chip_hour +" in repr(made)


# Refusals


@pytest.mark.parametrize(
    ("model", "answer", "said"),
    [
        ("rack", "npv_rnt", "'npv_rnt' is not a single result of rack; did you mean 'npv_rent'"),
        ("fleet", "sold", "'sold' is not a single result of fleet; did you mean 'sold_total'"),
        ("market", "npv_rent", "is not a single result of market"),
        ("rak", "npv_rent", "'rak' is not a model; did you mean 'rack'"),
    ],
)
def test_an_answer_that_is_no_single_result_is_refused(model: str, answer: str, said: str) -> None:
    with pytest.raises(ModelError, match=said):
        bridge(model, answer, None, "base")


UNPAID = {"rent_per_chip_hour": 0}


@pytest.mark.parametrize(
    ("start", "end", "case"),
    [
        (UNPAID, None, "'a'"),
        (None, UNPAID, "'b'"),
        (rent_or_sell.Scenario("free", "Free", "No rent.", UNPAID), None, "'free'"),
    ],
)
def test_a_case_where_it_is_not_defined_is_named(start: Any, end: Any, case: str) -> None:
    with pytest.raises(ModelError, match=f"payback_years is not defined in {case};"):
        bridge("rack", "payback_years", start, end)


def test_a_case_on_the_way_where_it_is_not_defined_is_named() -> None:
    def price(attach_rate: float, rent_per_chip_hour: float) -> float:
        return 1 / (attach_rate - rent_per_chip_hour)

    odd = rack.replace(price=price)
    with pytest.raises(ModelError, match="in 'base' with what 'b' has for attach_rate;"):
        bridge(odd, "price", "base", {"attach_rate": 1.2, "rent_per_chip_hour": 2})


@pytest.mark.parametrize(
    ("end", "groups", "said"),
    [
        ("enterprize", {}, "'enterprize' is not a scenario; did you mean 'enterprise'"),
        ({"atach_rate": 1}, {}, "'atach_rate' is not a parameter; did you mean 'attach_rate'"),
        ({"attach_rate": 9}, {}, "attach_rate = 9 is outside its hard limits"),
        ({"attach_rate": [0.1, 0.4]}, {}, "is not one number"),
        (3, {}, "are not values by name"),
        (FAR, {"rents": ["rent"]}, r"'rent' is not a parameter \(in the group 'rents'\)"),
        (FAR, {"one": ["pue"], "two": ["pue"]}, "pue stands in the groups 'one' and 'two'"),
        (FAR, {"attach_rate": ["rental_years"]}, "'attach_rate' has a parameter's name"),
    ],
)
def test_what_no_bridge_takes_is_refused_in_words(end: Any, groups: Any, said: str) -> None:
    with pytest.raises(ModelInputError, match=said):
        bridge("rack", "npv_rent", None, end, groups)
