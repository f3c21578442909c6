"""The parameter table and scenarios: values over the base case, validated."""

from __future__ import annotations

import csv
import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

DATA = Path(__file__).resolve().parents[2] / "data"


class ModelInputError(ValueError):
    """An input of the model is unknown, not a number or outside its hard limits."""


@dataclass(frozen=True)
class Parameter:
    """One assumption: its base value, its range, its hard limits and where it comes from."""

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
    source_ids: tuple[str, ...]

    def check(self, value: Any) -> Any:
        """Return `value` as float64 (a scalar or an array) or raise `ModelInputError`."""
        given = _array(value)
        if given.dtype.kind not in "iuf":
            raise ModelInputError(f"{self.name} = {value!r} is not a number; give {self.limits}.")
        numbers = given.astype(np.float64)
        outside = ~((numbers >= self.minimum) & (numbers <= self.maximum))
        if outside.any():
            wrong = numbers[outside].flat[0]
            raise ModelInputError(
                f"{self.name} = {wrong:g} is outside its hard limits; give {self.limits}."
            )
        return numbers[()]

    @property
    def limits(self) -> str:
        """The hard limits in words, such as "a number from 0 to 5 (USD/USD)"."""
        return f"a number from {self.minimum:,.10g} to {self.maximum:,.10g} ({self.unit})"


@dataclass(frozen=True)
class Scenario:
    """A named patch over the base case, with the reason for it."""

    name: str
    label: str
    reason: str
    changes: Mapping[str, float] = field(default_factory=dict)


@cache
def load_parameters() -> Mapping[str, Parameter]:
    """Return every parameter by name, in the order of `data/parameters.csv`."""
    sources: dict[str, list[str]] = {}
    for row in _read("parameter_sources.csv"):
        sources.setdefault(row["parameter"], []).append(row["source_id"])
    return MappingProxyType(
        {
            row["name"]: _parameter(row, tuple(sources.get(row["name"], ())))
            for row in _read("parameters.csv")
        }
    )


@cache
def load_scenarios() -> Mapping[str, Scenario]:
    """Return every scenario by name, the base case first."""
    changes: dict[str, dict[str, float]] = {}
    for row in _read("scenario_changes.csv"):
        changes.setdefault(row["scenario"], {})[row["parameter"]] = float(row["value"])
    return MappingProxyType(
        {
            row["scenario"]: Scenario(
                row["scenario"],
                row["label"],
                row["reason"],
                MappingProxyType(changes.get(row["scenario"], {})),
            )
            for row in _read("scenarios.csv")
        }
    )


def base_values() -> dict[str, float]:
    """Return the base case: every parameter's base value by name."""
    return {parameter.name: parameter.base for parameter in load_parameters().values()}


def check_changes(changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return `changes` as float64 values, or raise `ModelInputError` naming what is wrong."""
    parameters = load_parameters()
    checked = {}
    for name, value in changes.items():
        if name not in parameters:
            raise ModelInputError(unknown_name(name, parameters, "a parameter"))
        checked[name] = parameters[name].check(value)
    return checked


def unknown_name(name: object, known: Iterable[str], what: str) -> str:
    """Say that `name` is not `what`, with the nearest known name or, failing that, all of them."""
    names = list(known)
    nearest = difflib.get_close_matches(str(name), names, n=1, cutoff=0.5)
    hint = f"did you mean {nearest[0]!r}?" if nearest else f"known are: {', '.join(names)}."
    return f"{name!r} is not {what}; {hint}"


def _array(value: Any) -> NDArray[Any]:
    """Return the value as an array, a ragged list or other odd thing as one of objects."""
    try:
        return np.asarray(value)
    except ValueError:
        return np.asarray(None)


def _read(file: str) -> list[dict[str, str]]:
    with (DATA / file).open(newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def _parameter(row: Mapping[str, str], source_ids: tuple[str, ...]) -> Parameter:
    return Parameter(
        name=row["name"],
        symbol=row["symbol"],
        group=row["group"],
        label=row["label"],
        unit=row["unit"],
        low=float(row["low"]),
        base=float(row["base"]),
        high=float(row["high"]),
        step=float(row["step"]),
        format=row["format"],
        kind=row["kind"],
        note=row["note"],
        minimum=float(row["min"]),
        maximum=float(row["max"]),
        source_ids=source_ids,
    )
