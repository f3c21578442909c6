"""From one function come the numbers, the formula and the JavaScript; none of them may drift."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
import sympy

from rent_or_sell import (
    ModelError,
    geometric_sum,
    load_models,
    maximum,
    minimum,
    rack,
    where_positive,
)
from rent_or_sell.model.graph import Quantity, describe
from rent_or_sell.model.javascript import javascript
from rent_or_sell.model.models import Model

MODELS = load_models()
EQUATIONS = [(model, name) for model in MODELS.values() for name in model.equations]
NAMED = [f"{model.name}-{name}" for model, name in EQUATIONS]


def symbols_in(expression: sympy.Expr) -> Counter[str]:
    """Count each name in an expression, as often as it is written there."""
    return Counter(
        node.name for node in sympy.preorder_traversal(expression) if isinstance(node, sympy.Symbol)
    )


def formula_of(equation: Callable[..., Any]) -> str:
    """Return the right-hand side of an equation that takes the place of the rack's price."""
    return rack.replace(price=equation).latex("price").partition(" = ")[2]


# Every equation


@pytest.mark.parametrize(("model", "name"), EQUATIONS, ids=NAMED)
def test_a_formula_holds_what_the_equation_reads(model: Model, name: str) -> None:
    assert set(symbols_in(model.expression(name))) == set(model.equations[name].reads)


@pytest.mark.parametrize(("model", "name"), EQUATIONS, ids=NAMED)
def test_latex_shows_each_name_as_often_as_it_is_written(model: Model, name: str) -> None:
    marked = {key: replace(each, symbol=f"<{key}>") for key, each in model.known.items()}
    shown = replace(model, known=marked).latex(name).partition(" = ")[2]
    found = re.findall(r"<(\w+)>", shown)
    found += [text.replace(r"\_", "_") for text in re.findall(r"\\text\{([^}]*)\}", shown)]
    wanted = symbols_in(model.expression(name))
    assert {key: found.count(key) for key in wanted if key != "year"} == {
        key: count for key, count in wanted.items() if key != "year"
    }


@pytest.mark.parametrize(("model", "name"), EQUATIONS, ids=NAMED)
def test_latex_is_whole(model: Model, name: str) -> None:
    latex = model.latex(name)
    assert latex.count("{") == latex.count("}")
    assert latex.count(r"\left") == latex.count(r"\right")
    assert "nan" not in latex.lower()
    assert "+ -" not in latex


@pytest.mark.parametrize("model", MODELS.values(), ids=MODELS)
def test_javascript_names_parameters_results_and_years(model: Model) -> None:
    lines = model.javascript().splitlines()
    yearly = {name for name in model.results if model.equations[name].yearly}
    assert f"  parameters: {json.dumps(list(model.parameters))}," in lines
    assert f"  results: {json.dumps(list(model.results))}," in lines
    (named,) = (line for line in lines if line.startswith("  yearly: "))
    steps = json.loads(named.removeprefix("  yearly: ").removesuffix(","))
    assert {step for step in steps if not step.startswith("$")} == yearly
    assert f"  years: {model.years.count}," in lines


def test_a_power_that_two_equations_share_is_computed_once() -> None:
    code = rack.javascript()
    assert code.count("= Math.pow(discount_factor, golive_lag + 0.5);") == 1
    assert 'rent_annuity: ["$part1", "$part2"]' in code
    assert 'cost_annuity: ["$part1", "$part3"]' in code


# Formulas


def test_terms_keep_their_author_s_order() -> None:
    terms = re.findall(r"([+-]?) ?\\text\{(\w+)\}", rack.latex("npv_rent").replace(r"\_", "_"))
    assert terms == [
        ("", "npv_rent"),
        ("", "pv_compute"),
        ("-", "pv_cloud_opex"),
        ("+", "pv_attached"),
        ("-", "pv_power"),
        ("-", "pv_upkeep"),
        ("-", "pv_building"),
        ("+", "pv_residual"),
        ("-", "build_cost"),
    ]


def test_what_is_undefined_is_said_in_words() -> None:
    assert r"\text{not defined} & \text{otherwise}" in rack.latex("payback_years")


@pytest.mark.parametrize(
    ("name", "right_hand_side"),
    [
        ("discount_factor", r"\frac{1}{1 + r}"),
        ("hardware_margin", r"1 - \frac{b}{p}"),
        ("buyer_premium_needed", r"\frac{\text{buyer\_value\_needed}}{h} - 1"),
        ("rental_at_stake", r"\text{npv\_rent} + \left(1 - z\right) \cdot \text{pv\_building}"),
        ("rent_minus_sell", r"\text{npv\_rent} - \text{npv\_sell}"),
        ("buyer_earning_hours", r"n \cdot 8760 \cdot u \cdot \text{buyer\_rent\_annuity}"),
    ],
)
def test_formulas_read_as_a_person_would_write_them(name: str, right_hand_side: str) -> None:
    assert rack.latex(name).partition(" = ")[2] == right_hand_side


@pytest.mark.parametrize(
    ("equation", "right_hand_side"),
    [
        (lambda chips: -chips, "-n"),
        (lambda chips: chips**-2, r"\frac{1}{n^{2}}"),
        (lambda chips: 1 - 2 / chips, r"1 - \frac{2}{n}"),
        (lambda chips: -2 / chips, r"-\frac{2}{n}"),
        (lambda chips, pue: chips - (pue - chips), r"n - \left(\pi - n\right)"),
        (lambda chips, pue: -(chips + pue) * 3, r"-\left(n + \pi\right) \cdot 3"),
        (lambda chips, pue: chips * -3 * pue, r"n \cdot \left(-3\right) \cdot \pi"),
        (lambda chips: minimum(chips, 9) ** 2, r"\left(\min\left(n,\; 9\right)\right)^{2}"),
        (lambda chips: maximum(chips - 9, 0), r"\max\left(n - 9,\; 0\right)"),
    ],
)
def test_signs_powers_and_brackets_survive(
    equation: Callable[..., Any], right_hand_side: str
) -> None:
    assert formula_of(equation) == right_hand_side


# Replacing an equation


def test_a_replaced_equation_changes_numbers_formula_and_javascript() -> None:
    def price(chips: Any, sale_price_per_chip: Any, share_offered: Any) -> Any:
        return chips * sale_price_per_chip * (1 - share_offered)

    cheaper = rack.replace(price=price)
    assert cheaper.evaluate({"share_offered": 0.5})["price"] == rack.evaluate()["price"] / 2
    assert cheaper.latex("price") == r"\text{price} = n \cdot p \cdot \left(1 - x\right)"
    assert "(1 - share_offered)" in cheaper.javascript()
    assert "share_offered" in cheaper.parameters
    assert "share_offered" not in rack.parameters
    assert rack.latex("price") == r"\text{price} = n \cdot p"


def test_a_replacement_keeps_what_it_leaves_unsaid() -> None:
    before = rack.equations["price"]
    after = rack.replace(price=lambda chips: chips).equations["price"]
    assert (after.summary, after.unit) == (before.summary, before.unit)


def test_a_replacement_may_read_what_comes_later() -> None:
    model = rack.replace(price=lambda npv_rent: npv_rent)
    results = model.evaluate()
    assert results["price"] == results["npv_rent"]


def test_sums_are_written_with_their_bounds() -> None:
    assert formula_of(lambda pue, rental_years: geometric_sum(1 - pue, rental_years)) == (
        r"\sum_{j=0}^{N - 1} \left(1 - \pi\right)^{j}"
    )


def test_every_operator_gives_a_formula() -> None:
    def price(chips: Any, pue: Any) -> Any:
        return where_positive(chips - 9, geometric_sum(pue, chips), minimum(1, maximum(0, pue)))

    assert formula_of(price).startswith(r"\begin{cases} \sum_{j=0}^{n - 1} \pi^{j}")


def test_numbers_reach_javascript_with_all_their_digits() -> None:
    code = rack.replace(price=lambda chips: 1 / 3 * chips).javascript()
    assert "$defined(0.3333333333333333*chips);" in code


# Refusals, each with its remedy


def test_an_unknown_read_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(ModelError, match="price reads 'chip' is not.*did you mean 'chips'"):
        rack.replace(price=lambda chip: chip)


def test_equations_in_a_circle_are_refused_by_name() -> None:
    with pytest.raises(ModelError, match="in a circle: price → npv_sell → price"):
        rack.replace(price=lambda npv_sell: npv_sell)


def test_an_unknown_quantity_cannot_be_replaced() -> None:
    with pytest.raises(ModelError, match="'prize' is not a quantity of rack.*'price'"):
        rack.replace(prize=lambda chips: chips)


@pytest.mark.parametrize(
    "equation",
    [
        lambda chips, pue: chips if chips > 9 else pue,
        lambda chips: min(chips, 9),
        lambda chips: math.exp(chips),
        lambda chips: float(chips),
        lambda chips: chips > 9,
        lambda chips: abs(chips),
        lambda chips: None,
        lambda chips: "chips",
        lambda chips: sympy.Sum(chips, (sympy.Symbol("i"), 0, 3)),
    ],
)
def test_what_cannot_be_a_formula_is_refused_with_a_remedy(equation: Callable[..., Any]) -> None:
    model = rack.replace(price=equation)
    remedy = r"^price .*minimum, maximum and where_positive"
    with pytest.raises(ModelError, match=remedy):
        model.latex("price")
    with pytest.raises(ModelError, match=remedy):
        model.javascript()


def test_an_equation_must_name_what_it_reads() -> None:
    with pytest.raises(ModelError, match="name each quantity"):
        rack.replace(price=lambda *everything: 1)


def test_a_yearly_value_in_place_of_a_single_one_is_refused() -> None:
    model = MODELS["fleet"].replace(policy_gain_total=lambda policy_gain: policy_gain)
    with pytest.raises(ModelError, match="policy_gain_total is one value.*year_sum"):
        model.evaluate()


@pytest.mark.parametrize("word", ["delete", "new", "default", "Math", "year"])
def test_words_of_javascript_are_no_names(word: str) -> None:
    def equation(chips: Any) -> Any:
        """Say a thing.

        Unit: USD
        """
        return chips

    quantity: Quantity = describe(word, equation)
    with pytest.raises(ModelError, match=f"'{word}' has a meaning of its own in JavaScript"):
        javascript({word: quantity}, ["chips"], [word], 6)
