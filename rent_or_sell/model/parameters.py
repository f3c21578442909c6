"""The parameter table and scenarios: values over the base case, validated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from numbers import Real
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rent_or_sell.facts.files import DataError, read_again_when_edited, read_number, read_rows
from rent_or_sell.facts.sources import Source, load_sources
from rent_or_sell.names import require_name, shown

PARAMETER_FILES = ("parameters.csv", "parameter_sources.csv", "sources.csv")
SCENARIO_FILES = ("scenarios.csv", "scenario_changes.csv")
ASSUMPTION_FILES = PARAMETER_FILES + SCENARIO_FILES
NUMBERS = ("low", "base", "high", "step", "min", "max")
TEXTS = ("name", "symbol", "group", "label", "unit", "format", "kind", "note", "draw")


class ModelInputError(ValueError):
    """An input of the model is unknown, not a number or outside its hard limits."""


@dataclass(frozen=True, repr=False)
class Parameter:
    """One assumption: its base value, its range, its hard limits and where it comes from.

    Attributes
    ----------
    name, symbol, label
        How code, formulas and readers call it.
    low, base, high
        The base value and the range that the note argues.
    minimum, maximum
        The hard limits: beyond them no model runs.
    draw
        Whose luck it has where assumptions are drawn: its own name, one that several share and so
        move together, or "" if it is a decision and never drawn.
    unit, format, step
        Its unit, how it is written, and the smallest change that a control makes.
    kind, note, sources
        Whether it is sourced, derived or judged, why, and on which sources it rests.

    Examples
    --------
    >>> import rent_or_sell
    >>> pue = rent_or_sell.load_parameters()["pue"]
    >>> pue
    <Parameter pue: 1.14 ratio, 1.1 to 1.25>
    >>> pue.limits
    'a number from 1 to 3 (ratio)'
    """

    name: str
    symbol: str
    group: str
    label: str
    unit: str
    low: float
    base: float
    high: float
    step: float
    format: str
    kind: str
    note: str
    minimum: float
    maximum: float
    draw: str
    sources: tuple[Source, ...] = ()

    def check(self, value: Any) -> Any:
        """Return `value` as float64 (a scalar or an array) or raise `ModelInputError`.

        An array may be a list, a tuple or a pandas Series; the error says where in it the first
        wrong value stands.
        """
        given = as_array(value)
        odd = _no_numbers(given)
        if odd.any():
            wrong = given.astype(object)[odd].flat[0] if given.ndim else value
            place = f"{self.name} = {shown(wrong)} is not a number{_place(value, odd)}"
            raise ModelInputError(f"{place}; give {self.limits}.")
        numbers = given.astype(np.float64)
        outside = ~((numbers >= self.minimum) & (numbers <= self.maximum))
        if outside.any():
            wrong = numbers[outside].flat[0]
            place = f"{self.name} = {wrong:g} is outside its hard limits{_place(value, outside)}"
            raise ModelInputError(f"{place}; give {self.limits}.")
        return numbers[()]

    @property
    def limits(self) -> str:
        """The hard limits in words, such as "a number from 0 to 5 (USD/USD)"."""
        return f"a number from {self.minimum:,.10g} to {self.maximum:,.10g} ({self.unit})"

    def __repr__(self) -> str:
        """Say what it is in a line, such as `<Parameter pue: 1.14 ratio, 1.1 to 1.25>`."""
        values = f"{self.base:,.10g} {self.unit}, {self.low:,.10g} to {self.high:,.10g}"
        return f"<Parameter {self.name}: {values}>"


@dataclass(frozen=True)
class Scenario:
    """A named patch over the base case, with the reason for it.

    Attributes
    ----------
    name, label, reason
        How code and readers call it, and why the values are as they are.
    changes
        Parameter values by name; the others stay at their base values.
    is_preset
        Whether readers are offered it as a button.

    Examples
    --------
    >>> import rent_or_sell
    >>> crowded = rent_or_sell.Scenario(
    ...     "crowded", "Crowded", "AWS has no idle chips.", {"displacement": 1}
    ... )
    >>> rent_or_sell.evaluate("rack", crowded)["gain_from_selling"] < 0
    True
    """

    name: str
    label: str
    reason: str
    changes: Mapping[str, float] = field(default_factory=dict)
    is_preset: bool = True


@read_again_when_edited(*PARAMETER_FILES)
def load_parameters(folder: Path) -> Mapping[str, Parameter]:
    """Return every parameter of a data folder by name, in the order of parameters.csv."""
    known = load_sources(folder)
    sources: dict[str, list[Source]] = {}
    for row in read_rows(folder / "parameter_sources.csv", "parameter", "source_id"):
        require_name(row["source_id"], known, "a source of data/sources.csv", DataError)
        sources.setdefault(row["parameter"], []).append(known[row["source_id"]])
    return MappingProxyType(
        {
            row["name"]: _parameter(row, tuple(sources.get(row["name"], ())))
            for row in read_rows(folder / "parameters.csv", *TEXTS, *NUMBERS)
        }
    )


@read_again_when_edited(*SCENARIO_FILES)
def load_scenarios(folder: Path) -> Mapping[str, Scenario]:
    """Return every scenario of a data folder by name, the base case first."""
    changes: dict[str, dict[str, float]] = {}
    for row in read_rows(folder / "scenario_changes.csv", "scenario", "parameter", "value"):
        value = read_number("scenario_changes", row["scenario"], row, "value")
        changes.setdefault(row["scenario"], {})[row["parameter"]] = value
    return MappingProxyType(
        {
            row["scenario"]: Scenario(
                row["scenario"],
                row["label"],
                row["reason"],
                MappingProxyType(changes.get(row["scenario"], {})),
                row["preset"] == "yes",
            )
            for row in read_rows(folder / "scenarios.csv", "scenario", "label", "reason", "preset")
        }
    )


def base_values(parameters: Mapping[str, Parameter]) -> dict[str, float]:
    """Return the base case: every parameter's base value by name."""
    return {parameter.name: parameter.base for parameter in parameters.values()}


def check_changes(
    changes: Mapping[str, Any], parameters: Mapping[str, Parameter]
) -> dict[str, Any]:
    """Return `changes` as float64 values, or raise `ModelInputError` naming what is wrong."""
    checked = {}
    for name, value in changes.items():
        require_name(name, parameters, "a parameter", ModelInputError)
        checked[name] = parameters[name].check(value)
    return checked


def one_case(changes: Mapping[str, Any], parameters: Mapping[str, Parameter]) -> dict[str, float]:
    """Return `changes` as one number each, or raise `ModelInputError` naming what is wrong."""
    checked = check_changes(changes, parameters)
    for name, value in checked.items():
        if np.ndim(value):
            remedy = "this shows one case; use evaluate for many"
            raise ModelInputError(f"{name} = {shown(changes[name])} is not one number; {remedy}.")
    return {name: float(value) for name, value in checked.items()}


def as_array(value: Any) -> NDArray[Any]:
    """Return the value as an array, a ragged list or other odd thing as one of objects."""
    if np.ma.is_masked(value):
        value = np.where(np.ma.getmaskarray(value), "masked", np.ma.getdata(value).astype(object))
    try:
        given = np.asarray(value)
        if given.dtype.kind in "US":  # one text among numbers makes texts of them all
            given = np.asarray(value, dtype=object)
        # pandas keeps numbers as objects where a frame was turned or its columns were mixed
        return given if _no_numbers(given).any() else given.astype(np.float64, copy=False)
    except (ValueError, OverflowError):
        return np.asarray(None)


def _no_numbers(given: NDArray[Any]) -> NDArray[np.bool_]:
    """Return which elements are no numbers; True and False are none."""
    if given.dtype.kind != "O":
        return np.full(given.shape, given.dtype.kind not in "iuf")
    odd = [isinstance(one, bool) or not isinstance(one, Real) for one in given.flat]
    return np.array(odd, dtype=bool).reshape(given.shape)


def _place(value: Any, wrong: NDArray[np.bool_]) -> str:
    """Say where the first wrong one stands: the label of its row, or its position in an array."""
    if wrong.ndim == 0:
        return ""
    first = [int(axis[0]) for axis in np.nonzero(wrong)]
    if hasattr(value, "iloc"):  # a pandas Series
        return f" in row {value.index.tolist()[first[0]]!r}"
    return f" at position {', '.join(map(str, first))}"


def _parameter(row: Mapping[str, str], sources: tuple[Source, ...]) -> Parameter:
    """Return a row as a parameter, or raise `DataError` with the cell that is wrong."""
    number = {name: read_number("parameters", row["name"], row, name) for name in NUMBERS}
    if not number["min"] <= number["base"] <= number["max"]:
        raise DataError(
            f"data/parameters.csv, row {row['name']}, column base: {row['base']} is outside "
            f"the hard limits; give a value from {row['min']} to {row['max']}"
        )
    return Parameter(
        name=row["name"],
        symbol=row["symbol"],
        group=row["group"],
        label=row["label"],
        unit=row["unit"],
        low=number["low"],
        base=number["base"],
        high=number["high"],
        step=number["step"],
        format=row["format"],
        kind=row["kind"],
        note=row["note"],
        minimum=number["min"],
        maximum=number["max"],
        draw={"own": row["name"], "none": ""}.get(row["draw"], row["draw"]),
        sources=sources,
    )
