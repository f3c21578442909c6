"""What would change an answer: the nearest value of each parameter at which it changes sign."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias, overload

import numpy as np
from numpy.typing import NDArray

from rent_or_sell.answers.cases import require_number, require_single, values_of
from rent_or_sell.answers.crossings import crossings, sample
from rent_or_sell.model.models import Model
from rent_or_sell.model.parameters import ModelInputError, as_array
from rent_or_sell.names import require_name, shown

if TYPE_CHECKING:
    import pandas as pd

    from rent_or_sell.answers.cases import Case

NEVER = float("nan")

Numbers: TypeAlias = "Sequence[float] | NDArray[np.float64]"


def flip_points(
    model: Model, answer: str, changes: Case = None, level: float = 0.0
) -> pd.DataFrame:
    """Return, for every parameter that the answer reads, the nearest value at which it flips.

    The other parameters stay as they are. What is not defined is never crossed: neither a gap nor
    a pole is a flip; a leap from one side to the other is.

    Raises
    ------
    ModelError
        If the answer is no single result of the model.
    ModelInputError
        If a name is unknown, or a value is not one number within its hard limits.
    """
    import pandas as pd

    require_single(model, answer)
    require_number("level", level)
    values = values_of(model, changes)
    read = model.depends_on(answer)
    parameters = [parameter for name, parameter in model.parameters.items() if name in read]
    names = [parameter.name for parameter in parameters]
    samples = sample(model, answer, values, names, level) if names else {}
    found: dict[str, list[float]] = {name: [] for name in names}
    for crossing in crossings(model, answer, values, samples, level):
        found[crossing.parameter].append(crossing.x)
    table = pd.DataFrame(
        {
            "now": [values[name] for name in names],
            "flip": [_nearest(found[name], values[name]) for name in names],
            "low": [parameter.low for parameter in parameters],
            "high": [parameter.high for parameter in parameters],
        },
        index=pd.Index(names, name="parameter"),
        dtype=float,
    )
    table["distance"] = (table["flip"] - table["now"]).abs() / (table["high"] - table["low"])
    table = table.sort_values("distance", kind="stable")
    table.attrs["units"] = {parameter.name: parameter.unit for parameter in parameters}
    return table


@overload
def solve(
    model: Model, answer: str, value: float, parameter: str, changes: Case = None
) -> float: ...
@overload
def solve(
    model: Model, answer: str, value: Numbers, parameter: str, changes: Case = None
) -> NDArray[np.float64]: ...
def solve(
    model: Model, answer: str, value: float | Numbers, parameter: str, changes: Case = None
) -> float | NDArray[np.float64]:
    """Return the nearest value of a parameter that gives the wanted answer; `nan` if none does.

    An array of answers gives an array of its shape.

    Raises
    ------
    ModelError
        If the answer is no single result of the model.
    ModelInputError
        If a name is unknown, a wanted value is not a number, or a change is not one number within
        its hard limits.
    """
    require_single(model, answer)
    require_name(parameter, model.parameters, f"a parameter of {model.name}", ModelInputError)
    wanted = as_array(value)
    if wanted.dtype != np.float64 or not np.isfinite(wanted).all():
        given = f"value = {shown(value)}"
        raise ModelInputError(f"{given} is not a number; give the result that you want.")
    values = values_of(model, changes)
    found = [_solved(model, answer, one, parameter, values) for one in wanted.ravel().tolist()]
    return np.reshape(found, wanted.shape) if wanted.ndim else found[0]


def _solved(
    model: Model, answer: str, value: float, parameter: str, values: Mapping[str, float]
) -> float:
    samples = sample(model, answer, values, [parameter], value)
    x, sides = samples[parameter].x, samples[parameter].sides
    found = crossings(model, answer, values, samples, value, reach=True)
    at = [crossing.x for crossing in found if not crossing.is_leap]
    return _nearest([*at, *x[sides == 0].tolist()], values[parameter])


def _nearest(found: list[float], now: float) -> float:
    return min(found, key=lambda at: abs(at - now), default=NEVER)
