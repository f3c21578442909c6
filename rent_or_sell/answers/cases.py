"""What every question about a model takes: one of its single results, and one case."""

from __future__ import annotations

from collections.abc import Mapping
from sys import float_info
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from rent_or_sell.model import frames
from rent_or_sell.model.graph import ModelError
from rent_or_sell.model.models import Model
from rent_or_sell.model.parameters import ModelInputError, Scenario, base_values, check_changes
from rent_or_sell.names import require_name, shown

if TYPE_CHECKING:
    import pandas as pd

    Case: TypeAlias = Mapping[str, float] | Scenario | pd.Series | str | None


def require_number(name: str, value: object) -> None:
    """Refuse what is no number that can be computed with."""
    odd = (bool, np.timedelta64)  # NumPy calls a span of time a number
    number = isinstance(value, (int, float, np.number)) and not isinstance(value, odd)
    if not number or not abs(value) <= float_info.max:  # type: ignore[arg-type]
        raise ModelInputError(f"{name} = {shown(value)} is no number; give one.")


def require_single(model: Model, answer: str) -> None:
    """Refuse an answer that is no single result of the model, with the nearest name."""
    single = [quantity.name for quantity in model.quantities if not quantity.yearly]
    require_name(answer, single, f"a single result of {model.name}", ModelError)


def values_of(model: Model, case: Case) -> dict[str, float]:
    """Return a case as one value for every parameter that the model knows.

    Raises
    ------
    ModelInputError
        If a name is unknown, a value is not one number within its hard limits, or changes by name
        name nothing that the model reads.
    """
    if isinstance(case, str):
        require_name(case, model.scenarios, "a scenario", ModelInputError)
        case = model.scenarios[case]
    given, _ = frames.as_changes(case, {})
    if not isinstance(case, Scenario):
        model.require_effect(given)
    checked = check_changes(given, model.known)
    for name, value in checked.items():
        if np.ndim(value):
            raise ModelInputError(
                f"{name} = {shown(given[name])} is not one number; a case has one."
            )
    return base_values(model.known) | {name: float(value) for name, value in checked.items()}
