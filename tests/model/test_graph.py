"""What a plain function must say to become an equation, and what it may not be called."""

from __future__ import annotations

from typing import Any

import pytest

from rent_or_sell import ModelError, load_parameters, rack
from rent_or_sell.model import operators
from rent_or_sell.model.graph import Quantity, describe, order


def tariff(pue: Any) -> Any:
    """The price of a kilowatt-hour in the hall.

    Unit: USD/kWh
    """
    return pue


def test_a_summary_has_the_apostrophes_of_print() -> None:
    def saved() -> float:
        """A year's 'fair' share of two years' power.

        Unit: ratio
        """
        return 1.0

    assert describe("saved", saved).summary == "A year’s 'fair' share of two years’ power"


def test_a_unit_is_read_off_the_docstring_and_the_summary_too() -> None:
    described = describe("tariff", tariff)
    assert (described.unit, described.summary) == (
        "USD/kWh",
        "The price of a kilowatt-hour in the hall",
    )


@pytest.mark.parametrize("doc", [None, "", "A price.", "A price.\n\nUnit:", "The Unit: USD"])
def test_an_equation_without_a_unit_is_refused_with_the_remedy(doc: str | None) -> None:
    def price(pue: Any) -> Any:
        return pue

    price.__doc__ = doc
    with pytest.raises(ModelError, match=r"price names no unit; end its docstring .*'Unit: USD'"):
        describe("price", price)


@pytest.mark.parametrize(
    ("annotation", "yearly"),
    [
        (operators.Yearly, True),
        ("Yearly", True),
        ("operators.Yearly", True),
        (operators.Value, False),
        ("Value", False),
        ("NotYearly", False),
        (None, False),
    ],
)
def test_a_yearly_result_is_known_by_its_annotation_as_object_and_as_text(
    annotation: Any, yearly: bool
) -> None:
    def sold(pue: Any, year: Any) -> Any:
        """What is sold.

        Unit: million
        """
        return pue * year

    sold.__annotations__["return"] = annotation
    assert describe("sold", sold).yearly is yearly


@pytest.mark.parametrize("name", ["pue", "year"])
def test_an_equation_named_like_a_parameter_is_refused(name: str) -> None:
    quantities: dict[str, Quantity] = {name: describe(name, tariff)}
    with pytest.raises(ModelError, match=f"'{name}' is the name of a parameter.* name of its own"):
        order(quantities, load_parameters())


def test_equations_in_a_circle_are_named_in_order() -> None:
    def npv_rent(npv_sell: Any) -> Any:
        return npv_sell

    def npv_sell(npv_rent: Any) -> Any:
        return npv_rent

    with pytest.raises(ModelError, match="in a circle: npv_rent → npv_sell → npv_rent"):
        rack.replace(npv_rent=npv_rent, npv_sell=npv_sell)


def test_an_equation_reads_only_what_it_names() -> None:
    def npv_rent(*everything: Any) -> Any:
        return everything

    with pytest.raises(ModelError, match=r"npv_rent takes \*args"):
        rack.replace(npv_rent=npv_rent)
