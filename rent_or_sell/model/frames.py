"""Changes and results as pandas has them: what comes in with an index goes out with it."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from rent_or_sell.model.graph import Quantity
from rent_or_sell.model.parameters import ModelInputError, Parameter
from rent_or_sell.model.years import Years
from rent_or_sell.names import unknown_name

if TYPE_CHECKING:
    import pandas as pd


def as_changes(changes: Any, more: Mapping[str, Any]) -> tuple[dict[str, Any], Any]:
    """Return changes as values by name, and the index that they share (None without pandas).

    Raises
    ------
    ModelInputError
        If the changes are no values by name, or two Series have different indices.
    """
    if changes is not None and not hasattr(changes, "items"):
        raise ModelInputError(
            f"changes = {changes!r} are not values by name; give a dict such as {{'pue': 1.3}}."
        )
    values = {} if changes is None else dict(changes.items())
    values |= more
    pandas = sys.modules.get("pandas")  # whoever brings a Series has loaded it
    if pandas is None:
        return values, None
    index = changes.index if isinstance(changes, pandas.DataFrame) else None
    for name, value in values.items():
        if isinstance(value, pandas.Series):
            if index is not None and not value.index.equals(index):
                raise ModelInputError(
                    f"{name} has another index than the other changes; align them first, "
                    "for instance with reindex."
                )
            index = value.index
            values[name] = value.to_numpy()
    return values, index


def as_given(
    value: Any, quantity: Quantity, changes: Mapping[str, Any], index: Any, years: Years
) -> Any:
    """Return a result in the kind of its inputs: floats and lists, arrays, Series or DataFrames."""
    if index is not None:
        import pandas as pd

        if quantity.yearly:
            cases = np.broadcast_to(value.reshape(years.count, -1), (years.count, len(index)))
            return pd.DataFrame(cases.T, index=index, columns=list(years))
        return pd.Series(value, index=index, name=quantity.name)
    scalar = all(np.ndim(one) == 0 for one in changes.values())
    return np.asarray(value).tolist() if scalar else value


def as_cases(cases: Any, parameters: Mapping[str, Parameter]) -> pd.DataFrame:
    """Return cases as a DataFrame of changes, every gap filled with the base value.

    Raises
    ------
    ModelInputError
        If a case changes a name that is no parameter.
    """
    import pandas as pd

    if isinstance(cases, pd.DataFrame):
        frame = cases
    elif isinstance(cases, Mapping):
        frame = pd.DataFrame([dict(case) for case in cases.values()], index=list(cases))
    else:
        frame = pd.DataFrame([dict(case) for case in cases])
    for name in frame.columns:
        if name not in parameters:
            raise ModelInputError(unknown_name(name, parameters, "a parameter"))
    base = {name: parameters[name].base for name in frame.columns}
    return frame if isinstance(cases, pd.DataFrame) else frame.fillna(base)


def as_table(
    results: Mapping[str, Any], quantities: Sequence[Quantity], index: Any, years: Years
) -> pd.DataFrame:
    """Return results by name as one DataFrame with the units of its columns in its attributes."""
    import pandas as pd

    columns: dict[str, Any] = {}
    units: dict[str, str] = {}
    for quantity in quantities:
        result = results[quantity.name]
        if quantity.yearly:
            named = {f"{quantity.name}[{year}]": result[year] for year in years}
        else:
            named = {quantity.name: result}
        columns |= named
        units |= dict.fromkeys(named, quantity.unit)
    table = pd.DataFrame(columns, index=index)
    table.attrs["units"] = units
    return table
