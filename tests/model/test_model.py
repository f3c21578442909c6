"""What the models promise: overrides, arrays, undefined results, errors and identities."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import numpy as np
import pytest

import rent_or_sell
from rent_or_sell import ModelError, ModelInputError, evaluate, load_models, load_parameters
from rent_or_sell.model.operators import geometric_sum

MODELS = load_models()
SEED = 20260601


def draws(count: int) -> dict[str, Any]:
    """Return `count` random cases between each parameter's low and high, whole years whole."""
    random = np.random.default_rng(SEED)
    cases = {p.name: random.uniform(p.low, p.high, count) for p in load_parameters().values()}
    return cases | {name: np.round(cases[name]) for name in ("rental_years", "support_years")}


# Overrides


def test_the_base_case_gives_the_headline_results() -> None:
    results = evaluate("rack")
    assert results["npv_rent"] == pytest.approx(1_353_812, abs=1)
    assert results["gain_from_selling"] == pytest.approx(127_594, abs=1)
    assert results["price_floor_per_chip"] == pytest.approx(21_097, abs=1)
    assert results["price_ceiling_per_chip"] == pytest.approx(23_967, abs=1)


def test_a_change_moves_only_what_reads_it() -> None:
    base, changed = evaluate("rack"), evaluate("rack", {"sale_price_per_chip": 25_000})
    assert changed["npv_sell"] > base["npv_sell"]
    assert changed["npv_rent"] == base["npv_rent"]


def test_models_are_attributes_of_the_package() -> None:
    assert rent_or_sell.rack.evaluate() == evaluate("rack")
    with pytest.raises(AttributeError, match="'hall'"):
        _ = rent_or_sell.hall


# Only what is asked for


def test_the_results_asked_for_come_alone_and_in_order() -> None:
    names = ["price_floor_per_chip", "npv_rent"]
    some = evaluate("rack", {"attach_rate": 0.4}, results=names)
    every = evaluate("rack", {"attach_rate": 0.4})
    assert list(some) == names
    assert some == {name: every[name] for name in names}
    assert MODELS["fleet"].evaluate(results=[]) == {}


def test_what_no_asked_for_result_reads_is_not_computed() -> None:
    computed = []

    def price(chips: Any, sale_price_per_chip: Any) -> Any:
        computed.append("price")
        return chips * sale_price_per_chip

    model = MODELS["rack"].replace(price=price)
    model.evaluate(results=["npv_rent"])
    assert not computed
    model.evaluate(results=["gain_from_selling"])
    assert computed == ["price"]


@pytest.mark.parametrize(
    ("model", "name", "hint"),
    [("rack", "npv_rend", "did you mean 'npv_rent'"), ("fleet", "npv_sell", "known are: supply")],
)
def test_what_is_no_result_is_refused(model: str, name: str, hint: str) -> None:
    with pytest.raises(ModelError, match=f"'{name}' is not a result of {model}; {hint}"):
        evaluate(model, results=[name])


# Arrays in, arrays out


def test_scalars_give_floats_and_yearly_lists_of_six() -> None:
    results = evaluate("fleet")
    assert isinstance(results["policy_gain_total"], float)
    assert isinstance(results["sold"], list)
    assert [type(value) for value in results["sold"]] == [float] * 6


@pytest.mark.parametrize("name", MODELS)
def test_arrays_give_what_their_elements_give(name: str) -> None:
    cases = draws(20)
    together = MODELS[name].evaluate(cases)
    for index in range(20):
        alone = MODELS[name].evaluate({key: value[index] for key, value in cases.items()})
        for key, value in alone.items():
            np.testing.assert_allclose(together[key][..., index], value, rtol=1e-13)


def test_arrays_broadcast_with_the_year_first() -> None:
    changes = {"share_offered": np.linspace(0, 1, 3)[:, None], "attach_rate": [0.0, 0.1, 0.2, 0.3]}
    results = evaluate("fleet", changes)
    for name, value in results.items():
        yearly = MODELS["fleet"].equations[name].yearly
        assert value.shape == ((6, 3, 4) if yearly else (3, 4)), name


def test_results_that_depend_on_no_array_have_its_shape_too() -> None:
    assert evaluate("rack", {"attach_rate": [0.1, 0.2]})["build_cost"].tolist() == [2_304_000] * 2


def test_arrays_of_different_lengths_are_refused_by_name() -> None:
    with pytest.raises(ModelInputError, match=r"attach_rate \(2,\), displacement \(3,\)"):
        evaluate("rack", {"attach_rate": [0.1, 0.2], "displacement": [0, 0.5, 1]})


@pytest.mark.parametrize("name", MODELS)
def test_a_result_depends_on_every_parameter_that_moves_it(name: str) -> None:
    model = MODELS[name]
    for parameter in model.parameters.values():
        ends = model.evaluate({parameter.name: [parameter.low, parameter.high]})
        for result, values in ends.items():
            if not np.array_equal(values[..., 0], values[..., 1], equal_nan=True):
                assert parameter.name in model.depends_on(result), result


# What is not defined


@pytest.mark.parametrize("zero_rent", [{"rent_per_chip_hour": 0}, {"paid_hours": 0}])
def test_ratios_by_a_rent_of_zero_are_not_defined(zero_rent: dict[str, float]) -> None:
    rack, market = evaluate("rack", zero_rent), evaluate("market", zero_rent)
    undefined = [rack["operating_margin"], rack["payback_years"], rack["buyer_premium_needed"]]
    undefined += [market["price_over_yearly_rent"], market["run_rate_ratio"]]
    assert np.isnan(undefined).all()
    assert rack["pv_compute"] == 0


def test_a_floor_needs_a_price_that_leaves_something() -> None:
    results = evaluate("rack", {"selling_share": 0.6, "warranty_share": 0.5})
    assert results["net_price_factor"] < 0
    assert np.isnan([results["price_floor_per_chip"], results["deal_surplus_per_chip"]]).all()


def test_displacement_of_a_fleet_that_sells_nothing_is_not_defined() -> None:
    results = evaluate("fleet", {"share_offered": 0})
    assert results["sold"] == [0] * 6
    assert np.isnan(results["fleet_displacement"]).all()
    assert results["policy_gain_total"] == 0


@pytest.mark.parametrize("limit", ["minimum", "maximum"])
@pytest.mark.parametrize("parameter", load_parameters())
def test_at_every_hard_limit_results_are_numbers_or_nan(parameter: str, limit: str) -> None:
    value = getattr(load_parameters()[parameter], limit)
    for model in (one for one in MODELS.values() if parameter in one.parameters):
        for name, result in model.evaluate({parameter: value}).items():
            assert not np.isinf(result).any(), name


# Errors


def test_an_unknown_parameter_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(ModelInputError, match="'atach_rate' is not a parameter.*'attach_rate'"):
        evaluate("rack", {"atach_rate": 0.2})


def test_an_unknown_model_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(ModelError, match="'rak' is not a model.*'rack'"):
        evaluate("rak")


@pytest.mark.parametrize(
    "value", ["0.2", None, True, ["0.2"], [True], [0.1, None], [[0.1], [0.1, 0.2]], 1j, {}]
)
def test_what_is_not_a_number_is_refused(value: Any) -> None:
    with pytest.raises(ModelInputError, match="attach_rate = .* is not a number.*from 0 to 5"):
        evaluate("rack", {"attach_rate": value})


@pytest.mark.parametrize(
    ("value", "shown"), [(-0.1, "-0.1"), (5.1, "5.1"), (np.nan, "nan"), ([0.2, np.inf], "inf")]
)
def test_what_is_out_of_limits_is_refused(value: Any, shown: str) -> None:
    with pytest.raises(ModelInputError, match=f"attach_rate = {shown} is outside.*from 0 to 5"):
        evaluate("rack", {"attach_rate": value})


# SymPy stays out of the way


@pytest.mark.parametrize("then", ["", "; [rent_or_sell.evaluate(m) for m in ('rack', 'fleet')]"])
def test_running_a_model_does_not_load_sympy(then: str) -> None:
    code = f"import sys, rent_or_sell{then}; sys.exit('sympy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# Identities


def test_the_components_add_up_to_both_values() -> None:
    r = evaluate("rack", draws(200))
    rent = r["pv_compute"] + r["pv_attached"] + r["pv_residual"] - r["pv_cloud_opex"]
    rent = rent - r["pv_power"] - r["pv_upkeep"] - r["pv_building"] - r["build_cost"]
    sell = r["price"] + r["pv_support"] + r["pv_attach_kept"] - r["selling_cost"]
    sell = sell - r["warranty_cost"] - r["credit_cost"] - r["build_cost"]
    np.testing.assert_allclose(r["npv_rent"], rent, atol=1e-6)
    np.testing.assert_allclose(r["npv_sell"], sell, atol=1e-6)
    np.testing.assert_allclose(r["rent_minus_sell"], rent - sell, atol=1e-6)


def test_the_two_factors_multiply_to_the_ratio_of_run_rates() -> None:
    r = evaluate("market", draws(200))
    product = r["price_over_yearly_rent"] * r["output_over_fleet"]
    np.testing.assert_allclose(r["run_rate_ratio"], product, rtol=1e-12)


def test_the_deal_surplus_is_the_ceiling_less_the_floor() -> None:
    r = evaluate("rack", draws(200))
    width = r["price_ceiling_per_chip"] - r["price_floor_per_chip"]
    np.testing.assert_allclose(r["deal_surplus_per_chip"], width, rtol=1e-12)


def test_selling_at_the_floor_gains_nothing() -> None:
    cases = draws(200)
    cases["sale_price_per_chip"] = evaluate("rack", cases)["price_floor_per_chip"]
    np.testing.assert_allclose(evaluate("rack", cases)["gain_from_selling"], 0, atol=1e-6)


def test_the_ceiling_meets_the_floor_at_the_value_needed() -> None:
    cases = draws(200)
    cases["buyer_value_per_chip_hour"] = evaluate("rack", cases)["buyer_value_needed"]
    np.testing.assert_allclose(evaluate("rack", cases)["deal_surplus_per_chip"], 0, atol=1e-6)


def test_selling_and_renting_pay_alike_at_the_breakeven_displacement() -> None:
    displacement = evaluate("rack")["breakeven_displacement"]
    gain = evaluate("rack", {"displacement": displacement})["gain_from_selling"]
    assert gain == pytest.approx(0, abs=1e-6)


def test_without_displacement_the_sale_is_judged_alone() -> None:
    results = evaluate("rack", {"displacement": 0})
    assert results["forgone"] == 0
    assert results["gain_from_selling"] == results["npv_sell"]


def test_with_full_displacement_the_whole_rental_is_lost() -> None:
    results = evaluate("rack", {"displacement": 1})
    assert results["gain_from_selling"] == -results["rent_minus_sell"]


def test_every_chip_is_sold_rented_or_idle() -> None:
    r = evaluate("fleet", draws(200))
    np.testing.assert_allclose(r["sold"] + r["rented"] + r["idle"], r["supply"], rtol=1e-12)
    assert (r["displaced"] <= r["sold"] * (1 + 1e-12)).all()


# Closed forms


@pytest.mark.parametrize("ratio", [0.0, 0.5, 0.92, 1 - 1e-9, 1 - 1e-15, 1.0, 1.0 + 1e-12])
@pytest.mark.parametrize("terms", [1, 2, 5, 10])
def test_the_closed_sum_equals_the_terms_added_one_by_one(ratio: float, terms: int) -> None:
    one_by_one = sum(ratio**term for term in range(terms))
    assert geometric_sum(ratio, terms) == pytest.approx(one_by_one, rel=1e-13)


@pytest.mark.parametrize("erosion", [0, 0.08, 1])
@pytest.mark.parametrize("years", [1, 5, 10])
@pytest.mark.parametrize("rate", [0.001, 0.09, 0.5])
def test_rent_equals_its_payments_discounted_year_by_year(
    erosion: float, years: int, rate: float
) -> None:
    changes = {"rent_erosion": erosion, "rental_years": years, "discount_rate": rate}
    results = evaluate("rack", changes)
    payments = [
        results["rent_year_one"] * (1 - erosion) ** year / (1 + rate) ** (0.25 + year + 0.5)
        for year in range(years)
    ]
    assert results["pv_compute"] == pytest.approx(sum(payments), rel=1e-12)


def test_part_years_are_worth_something_between_whole_ones() -> None:
    worth = evaluate("rack", {"rental_years": np.linspace(5, 6, 11)})["pv_compute"]
    assert (np.diff(worth) > 0).all()
