"""How much an answer hangs on each parameter: its value at either end of the parameter's range."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from rent_or_sell.answers.cases import require_single, values_of
from rent_or_sell.model.models import Model

if TYPE_CHECKING:
    import pandas as pd

    from rent_or_sell.answers.cases import Case


def tornado(model: Model, answer: str, changes: Case = None) -> pd.DataFrame:
    """Return the answer at the low and the high end of each parameter that it reads.

    The other parameters stay as they are. A bar crosses zero where the ends have different signs.

    Raises
    ------
    ModelError
        If the answer is no single result of the model.
    ModelInputError
        If a name is unknown, or a value is not one number within its hard limits.
    """
    import pandas as pd

    require_single(model, answer)
    values = values_of(model, changes)
    read = model.depends_on(answer)
    parameters = [parameter for name, parameter in model.parameters.items() if name in read]
    ends = np.array([(parameter.low, parameter.high) for parameter in parameters]).reshape(-1, 2)
    moved = {
        parameter.name: np.full(ends.shape, values[parameter.name]) for parameter in parameters
    }
    for row, parameter in enumerate(parameters):
        moved[parameter.name][row] = ends[row]
    result = model.evaluate(values | moved, [answer])[answer]
    at = np.broadcast_to(np.asarray(result, dtype=np.float64), ends.shape)
    table = pd.DataFrame(
        {
            "low": ends[:, 0],
            "high": ends[:, 1],
            "at_low": at[:, 0],
            "at_high": at[:, 1],
            "spread": np.abs(at[:, 1] - at[:, 0]),
            "crosses": np.sign(at[:, 0]) * np.sign(at[:, 1]) < 0,
        },
        index=pd.Index([parameter.name for parameter in parameters], name="parameter"),
    )
    table = table.sort_values("spread", ascending=False, kind="stable")
    table.attrs["units"] = {parameter.name: parameter.unit for parameter in parameters}
    table.attrs["answer_unit"] = model.quantity(answer).unit
    return table
