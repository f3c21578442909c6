"""Rent or Sell? An executable explainer of Amazon's AI-chip choice.

`evaluate("rack", {"attach_rate": 0.4})` runs a model; `rack`, `fleet`, `market` and `parity` are
the models themselves, `Explorer("rack")` the widget.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from rent_or_sell.model.graph import ModelError
from rent_or_sell.model.operators import (
    cohort_sum,
    geometric_sum,
    maximum,
    minimum,
    where_positive,
    year_sum,
)
from rent_or_sell.model.parameters import ModelInputError, Parameter, Scenario

if TYPE_CHECKING:
    from rent_or_sell.explorer import Explorer as Explorer
    from rent_or_sell.model.models import Model

    rack: Model
    fleet: Model
    market: Model
    parity: Model

__all__ = [
    "Explorer",
    "ModelError",
    "ModelInputError",
    "Parameter",
    "Scenario",
    "cohort_sum",
    "evaluate",
    "fleet",
    "geometric_sum",
    "market",
    "maximum",
    "minimum",
    "parity",
    "rack",
    "where_positive",
    "year_sum",
]


def evaluate(model: str, changes: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return every result of a model at the base case with `changes` over it.

    Parameters
    ----------
    model
        "rack", "fleet", "market" or "parity".
    changes
        Parameter values by name; arrays broadcast together.

    Returns
    -------
    dict
        A float for each result, a list of six (2026 to 2031) for a yearly one; arrays for array
        inputs, the year as first axis. `nan` where a result is not defined.

    Raises
    ------
    ModelError
        If there is no such model.
    ModelInputError
        If a name is unknown or a value is not a number within its hard limits.
    """
    from rent_or_sell.model.models import load_model

    return load_model(model).evaluate(changes)


def __getattr__(name: str) -> Any:
    """Load the models and the widget when they are first asked for, not at import."""
    if name in ("rack", "fleet", "market", "parity"):
        from rent_or_sell.model.models import load_model

        return load_model(name)
    if name == "Explorer":
        from rent_or_sell.explorer import Explorer

        return Explorer
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
