"""Formulas stand below the headings of their module, each once, none of another model's."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

from rent_or_sell.book import BOOK
from rent_or_sell.model.equation_groups import WHOLE, grouped
from rent_or_sell.model.model_source import ModelSource

SOURCES = {source.name: source for source in BOOK.models}

MODULE = '''"""Two prices."""

# what follows is explained here, and is no heading
# in two lines


def first(chips):
    """First.

    Unit: USD
    """
    return chips


# What follows


def second(chips, third):
    """Second.

    Unit: USD
    """
    # no heading, since it stands in a function

    return chips + third


def third(first):
    """Third.

    Unit: USD
    """
    return first
'''


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A module of three equations, the last two below a heading."""
    tmp_path.joinpath("two_prices.py").write_text(MODULE, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "two_prices", raising=False)
    return __import__("two_prices")


def test_headings_group_what_follows_them_and_comments_do_not(module: ModuleType) -> None:
    source = ModelSource("prices", "Two prices", module)
    model = source.model(BOOK.load_parameters(), BOOK.load_scenarios(), BOOK.years)
    groups = {title: [one.name for one in some] for title, some in grouped(source, model).items()}
    assert groups == {WHOLE: ["first"], "What follows": ["third", "second"]}


@pytest.mark.parametrize("name", SOURCES)
def test_every_quantity_of_a_model_stands_in_one_group_in_order(name: str) -> None:
    model, source = BOOK.model(name), SOURCES[name]
    groups = grouped(source, model)
    printed = [quantity.name for some in groups.values() for quantity in some]
    own = [quantity.name for quantity in model.quantities if quantity.name not in source.shows]
    assert sorted(printed) == sorted(own)
    for some in groups.values():
        names = [quantity.name for quantity in some]
        for place, quantity in enumerate(some):
            assert not set(quantity.reads) & set(names[place:]), quantity.name


def test_the_rack_is_told_in_the_order_of_its_module() -> None:
    titles = list(grouped(SOURCES["rack"], BOOK.model("rack")))
    assert titles[:3] == ["What both lives share", "The rack rented through AWS", "The rack sold"]
    assert titles[-1] == "Checks against known numbers"


def test_no_formula_is_printed_by_two_models() -> None:
    printed = [
        quantity.name
        for name, source in SOURCES.items()
        for some in grouped(source, BOOK.model(name)).values()
        for quantity in some
    ]
    assert len(printed) == len(set(printed))
