"""What `import rent_or_sell` offers: every name documented, with an example that runs."""

from __future__ import annotations

import doctest
import inspect
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import rent_or_sell
from rent_or_sell import Book, Explorer
from rent_or_sell.book import BOOK

MODELS = tuple(rent_or_sell.load_models())
# Values, not code: a docstring of their own they cannot have, and their class or type tells more.
VALUES = (*MODELS, "Value", "Yearly")
DOCUMENTED = [name for name in rent_or_sell.__all__ if name not in VALUES]
# What an author only catches needs no example of its own.
ERRORS = ("DataError", "ModelError", "ModelInputError")


def examples(thing: Any) -> Iterator[doctest.DocTest]:
    """Yield the examples in the docstrings of a name and of its public methods."""
    finder = doctest.DocTestFinder(exclude_empty=True)
    name = getattr(thing, "__qualname__", type(thing).__name__)
    yield from finder.find(thing, name, module=False)


def methods_of(owner: type) -> list[str]:
    """Return the public methods and properties of a class."""
    return [
        name
        for name, member in inspect.getmembers(owner)
        if not name.startswith("_") and (inspect.isfunction(member) or isinstance(member, property))
    ]


@pytest.mark.parametrize("name", DOCUMENTED)
def test_a_public_name_says_what_it_is(name: str) -> None:
    thing = getattr(rent_or_sell, name)
    summary = (inspect.getdoc(thing) or "").partition("\n")[0]
    assert summary.endswith("."), f"{name} has no docstring of its own"
    assert not summary.startswith(f"{name}("), f"{name} has only the docstring of a dataclass"
    if inspect.isclass(thing):
        assert [one for one in methods_of(thing) if not inspect.getdoc(getattr(thing, one))] == []


@pytest.mark.parametrize("name", [name for name in DOCUMENTED if name not in ERRORS])
def test_a_public_name_has_an_example(name: str) -> None:
    doc = inspect.getdoc(getattr(rent_or_sell, name)) or ""
    _, heading, example = doc.partition("\nExamples\n--------\n")
    assert heading, f"{name} has no section Examples"
    assert ">>> " in example


@pytest.mark.parametrize("name", DOCUMENTED)
def test_its_examples_give_what_they_show(name: str) -> None:
    for example in examples(getattr(rent_or_sell, name)):
        ran = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(example)
        assert ran.failed == 0, f"{example.name}: see the report above"


def test_completion_offers_the_public_names() -> None:
    assert dir(rent_or_sell) == sorted(rent_or_sell.__all__)
    assert all(getattr(rent_or_sell, name) is not None for name in rent_or_sell.__all__)


def test_an_import_loads_neither_pandas_nor_widgets_nor_charts() -> None:
    heavy = "{'pandas', 'sympy', 'anywidget', 'plotly', 'rent_or_sell.trainium'}"
    code = f"import sys, rent_or_sell; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_an_explorer_needs_no_chart_library() -> None:
    code = (
        "import sys; sys.modules['plotly'] = None; import rent_or_sell; "
        "print(rent_or_sell.Explorer('rack').identity)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "rack", done.stderr


# The cache of models is nobody's to change, and follows the files


def test_nobody_can_change_the_models_that_others_get() -> None:
    models = rent_or_sell.load_models()
    with pytest.raises(TypeError):
        models["rack"] = models["fleet"]  # type: ignore[index]
    rack = models["rack"]
    for held in (rack.equations, rack.parameters, rack.known, rack.scenarios, rack.presets):
        with pytest.raises(TypeError):
            held["pue"] = 0  # type: ignore[index]
    with pytest.raises(AttributeError):
        rack.title = "Another"  # type: ignore[misc]
    assert rent_or_sell.load_models()["rack"] is rack


@pytest.fixture
def copied(tmp_path: Path) -> Book:
    """Return the book over a copy of its data, once read."""
    shutil.copytree(BOOK.data, tmp_path / "data")
    book = replace(BOOK, data=tmp_path / "data")
    book.evaluate("rack")
    return book


def write(book: Book, file: str, old: str, new: str) -> None:
    """Replace a text that stands once in a file of the book's data."""
    path = book.data / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_an_edited_parameter_is_read_again_everywhere(copied: Book) -> None:
    base = copied.evaluate("rack")
    row = next(
        line
        for line in (copied.data / "parameters.csv").read_text(encoding="utf-8").splitlines()
        if line.startswith("attach_rate,")
    )
    write(copied, "parameters.csv", row, row.replace(",0.20,", ",0.3,", 1))
    assert copied.load_parameters()["attach_rate"].base == 0.3
    edited = copied.evaluate("rack")
    assert edited == BOOK.evaluate("rack", attach_rate=0.3)
    assert edited["npv_rent"] > base["npv_rent"]
    assert copied.explorer("rack").results["npv_rent"] == edited["npv_rent"]
    assert copied.table("rack").loc["base", "npv_rent"] == edited["npv_rent"]
    assert BOOK.evaluate("rack") == base


def test_an_edited_scenario_is_read_again_everywhere(copied: Book) -> None:
    write(
        copied, "scenario_changes.csv", "hall_empty,space_reused,0", "hall_empty,space_reused,0.1"
    )
    assert copied.load_scenarios()["hall_empty"].changes == {"space_reused": 0.1}
    assert copied.explorer("rack", {"space_reused": 0.1}).scenario == "hall_empty"
    made = copied.table("rack").loc["hall_empty", "npv_sell"]
    assert made == copied.evaluate("rack", space_reused=0.1)["npv_sell"]


def test_an_edited_table_is_read_again(copied: Book) -> None:
    before = copied.load_table("units")
    with (copied.data / "units.csv").open("a", encoding="utf-8") as file:
        file.write("parsec,a distance\n")
    assert copied.load_table("units")["unit"].tolist() == [*before["unit"], "parsec"]


# What a reader may hand to an explorer


def test_an_explorer_takes_what_a_model_takes() -> None:
    import pandas as pd

    changes = {"attach_rate": 0.4}
    scenario = rent_or_sell.load_scenarios()["hall_empty"]
    assert Explorer("rack", pd.Series(changes)).changes == changes
    assert Explorer("rack", scenario).scenario == "hall_empty"
    assert Explorer(rent_or_sell.rack, changes).results == rent_or_sell.evaluate("rack", changes)
    assert "rack" in Explorer("rack", controls="attach_rate").identity


def test_an_explorer_refuses_what_no_model_takes() -> None:
    with pytest.raises(rent_or_sell.ModelError, match="3 is not a model; known are: rack, fleet"):
        Explorer(3)  # type: ignore[arg-type]
    with pytest.raises(rent_or_sell.ModelInputError, match="are not values by name"):
        Explorer("rack", [0.4])  # type: ignore[arg-type]
    with pytest.raises(rent_or_sell.ModelInputError, match="not one number.*evaluate for many"):
        Explorer("rack", {"attach_rate": [0.1, 0.4]})  # type: ignore[dict-item]
