"""Rent or Sell? An executable explainer of Amazon's AI-chip choice.

`evaluate("rack", attach_rate=0.4)` runs a model and `table("rack", cases)` many cases; `rack`,
`fleet`, `market` and `parity` are the models themselves, `Explorer("rack")` the widget.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rent_or_sell.answers.bridge import Bridge
    from rent_or_sell.answers.compare import Comparison
    from rent_or_sell.answers.evidence import EvidenceValue
    from rent_or_sell.answers.settle import Change
    from rent_or_sell.book import BOOK
    from rent_or_sell.books import Book
    from rent_or_sell.explorer.edition import Edition
    from rent_or_sell.explorer.view import View
    from rent_or_sell.facts.addresses import Fact
    from rent_or_sell.facts.files import DataError
    from rent_or_sell.model.graph import ModelError
    from rent_or_sell.model.model_source import ModelSource
    from rent_or_sell.model.models import Model
    from rent_or_sell.model.operators import (
        Value,
        Yearly,
        cohort_sum,
        geometric_sum,
        maximum,
        minimum,
        where_positive,
        year_sum,
    )
    from rent_or_sell.model.parameters import ModelInputError, Parameter, Scenario
    from rent_or_sell.model.years import Years

    Explorer = BOOK.explorer
    bridge = BOOK.bridge
    compare = BOOK.compare
    data_listing = BOOK.data_listing
    draws = BOOK.draws
    evaluate = BOOK.evaluate
    evidence_value = BOOK.evidence_value
    fact = BOOK.fact
    flip_points = BOOK.flip_points
    load_models = BOOK.load_models
    load_parameters = BOOK.load_parameters
    load_scenarios = BOOK.load_scenarios
    load_table = BOOK.load_table
    result_table = BOOK.result_table
    solve = BOOK.solve
    sourced_table = BOOK.sourced_table
    spreadsheet = BOOK.spreadsheet
    table = BOOK.table
    tornado = BOOK.tornado

    rack: Model
    fleet: Model
    market: Model
    parity: Model

# What the book itself answers: the name here → the method of the book.
_OF_THE_BOOK = {
    "Explorer": "explorer",
    "bridge": "bridge",
    "compare": "compare",
    "data_listing": "data_listing",
    "draws": "draws",
    "evaluate": "evaluate",
    "evidence_value": "evidence_value",
    "fact": "fact",
    "flip_points": "flip_points",
    "load_models": "load_models",
    "load_parameters": "load_parameters",
    "load_scenarios": "load_scenarios",
    "load_table": "load_table",
    "result_table": "result_table",
    "solve": "solve",
    "sourced_table": "sourced_table",
    "spreadsheet": "spreadsheet",
    "table": "table",
    "tornado": "tornado",
}
# What the engine offers besides: the name → its module.
_OF_THE_ENGINE = {
    "Book": "books",
    "Bridge": "answers.bridge",
    "Change": "answers.settle",
    "Comparison": "answers.compare",
    "DataError": "facts.files",
    "Edition": "explorer.edition",
    "EvidenceValue": "answers.evidence",
    "Fact": "facts.addresses",
    "Model": "model.models",
    "ModelError": "model.graph",
    "ModelInputError": "model.parameters",
    "ModelSource": "model.model_source",
    "Parameter": "model.parameters",
    "Scenario": "model.parameters",
    "Value": "model.operators",
    "View": "explorer.view",
    "Yearly": "model.operators",
    "Years": "model.years",
    "cohort_sum": "model.operators",
    "geometric_sum": "model.operators",
    "maximum": "model.operators",
    "minimum": "model.operators",
    "where_positive": "model.operators",
    "year_sum": "model.operators",
}
_MODELS = ("rack", "fleet", "market", "parity")

__all__ = [
    "Book",
    "Bridge",
    "Change",
    "Comparison",
    "DataError",
    "Edition",
    "EvidenceValue",
    "Explorer",
    "Fact",
    "Model",
    "ModelError",
    "ModelInputError",
    "ModelSource",
    "Parameter",
    "Scenario",
    "Value",
    "View",
    "Yearly",
    "Years",
    "bridge",
    "cohort_sum",
    "compare",
    "data_listing",
    "draws",
    "evaluate",
    "evidence_value",
    "fact",
    "fleet",
    "flip_points",
    "geometric_sum",
    "load_models",
    "load_parameters",
    "load_scenarios",
    "load_table",
    "market",
    "maximum",
    "minimum",
    "parity",
    "rack",
    "result_table",
    "solve",
    "sourced_table",
    "spreadsheet",
    "table",
    "tornado",
    "where_positive",
    "year_sum",
]


def __getattr__(name: str) -> Any:
    """Load what is asked for when it is asked for: an import of the engine loads no subject."""
    if name in _OF_THE_ENGINE:
        return getattr(import_module(f"rent_or_sell.{_OF_THE_ENGINE[name]}"), name)
    if name in _OF_THE_BOOK or name in _MODELS:
        book = import_module("rent_or_sell.book").BOOK
        return book.model(name) if name in _MODELS else getattr(book, _OF_THE_BOOK[name])
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """Return the public names, for completion."""
    return __all__
