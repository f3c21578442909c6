"""Changes and results as pandas has them: what comes in with an index goes out with it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from rent_or_sell.model.graph import Quantity
from rent_or_sell.model.parameters import ModelInputError, Parameter, Scenario, as_array
from rent_or_sell.model.years import Years
from rent_or_sell.names import require_name, shown

if TYPE_CHECKING:
    import pandas as pd


def as_changes(changes: Any, more: Mapping[str, Any]) -> tuple[dict[str, Any], Any]:
    """Return changes as values by name, and the index that they share (None without pandas).

    Raises
    ------
    ModelInputError
        If the changes are no values by name or name one twice, two Series have different indices,
        or a value does not have one number a row of the index.
    """
    values = _by_name(changes, "changes") | dict(more)
    pandas = sys.modules.get("pandas")  # whoever brings a Series has loaded it
    if pandas is None:
        return values, None
    index = changes.index if isinstance(changes, pandas.DataFrame) else None
    for name, value in values.items():
        if isinstance(value, pandas.DataFrame):
            raise ModelInputError(f"{name} is a DataFrame; give one of its columns.")
        if isinstance(value, pandas.Series):
            if index is not None and not value.index.equals(index):
                raise ModelInputError(
                    f"{name} has another index than the other changes; align them first, "
                    "for instance with reindex."
                )
            index = value.index
    if index is not None:
        _require_rows(values, len(index))
    return values, index


def _by_name(changes: Any, what: str) -> dict[str, Any]:
    """Return a mapping, a scenario, a Series or a frame's columns as values by name."""
    if isinstance(changes, Scenario):
        return _by_name(changes.changes, f"{what} of the scenario {shown(changes.name)}")
    if changes is None:
        return {}
    if not hasattr(changes, "items"):
        remedy = "give a dict such as {'name_of_a_parameter': 1.3}"
        raise ModelInputError(f"{what} = {shown(changes)} are not values by name; {remedy}.")
    pairs = list(changes.items())
    twice = [name for name, count in Counter(name for name, _ in pairs).items() if count > 1]
    if twice:
        raise ModelInputError(f"{what} name {shown(twice[0])} more than once; keep one of them.")
    return dict(pairs)


def _require_rows(values: Mapping[str, Any], rows: int) -> None:
    for name, value in values.items():
        shape = as_array(value).shape
        if shape not in ((), (1,), (rows,)):
            raise ModelInputError(
                f"{name} has the shape {shape} beside an index of {rows} rows; "
                "give one number, or one a row."
            )


def as_given(
    value: Any, quantity: Quantity, changes: Mapping[str, Any], index: Any, years: Years
) -> Any:
    """Return a result in the kind of its inputs: floats and lists, arrays, Series or DataFrames."""
    if index is not None:
        import pandas as pd

        if quantity.yearly:
            cases = np.broadcast_to(value.reshape(years.count, -1), (years.count, len(index)))
            return pd.DataFrame(cases.T, index=index, columns=list(years))
        return pd.Series(np.array(value), index=index, name=quantity.name)
    scalar = all(np.ndim(one) == 0 for one in changes.values())
    return np.asarray(value).tolist() if scalar else value


def as_cases(cases: Any, parameters: Mapping[str, Parameter]) -> pd.DataFrame:
    """Return cases as a DataFrame of changes, every gap filled with the base value.

    Only what a mapping leaves out is a gap: a missing value that stands somewhere is refused when
    the cases are run.

    Raises
    ------
    ModelInputError
        If the cases are none, or one changes a name that is no parameter.
    """
    import pandas as pd

    if isinstance(cases, pd.DataFrame):
        return cases
    try:
        labelled = dict(cases.items() if hasattr(cases, "items") else enumerate(cases))
    except TypeError:
        raise ModelInputError(
            f"cases = {shown(cases)} are no cases; give a list or a mapping of changes, or a DataFrame."
        ) from None
    changes = [_by_name(case, f"cases[{shown(label)}]") for label, case in labelled.items()]
    columns = {}
    for name in dict.fromkeys(name for case in changes for name in case):
        require_name(name, parameters, "a parameter", ModelInputError)
        base = parameters[name].base
        columns[name] = [case.get(name, base) for case in changes]
    return pd.DataFrame(columns, index=pd.Index(list(labelled)))


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
