"""Orders equations by their argument names and evaluates them on floats and arrays."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import numpy as np

from rent_or_sell.model.operators import Value
from rent_or_sell.model.parameters import (
    ModelInputError,
    base_values,
    check_changes,
    load_parameters,
    unknown_name,
)

YEARS = 6  # t = 0 to 5
FIRST_YEAR = 2026

Equation = Callable[..., Value]


class ModelError(ValueError):
    """An equation reads what no one defines, or equations read each other in a circle."""


@dataclass(frozen=True)
class Quantity:
    """A result of the model: the equation that defines it and what it reads."""

    name: str
    summary: str
    unit: str
    reads: tuple[str, ...]
    yearly: bool
    equation: Equation


def equations_of(module: ModuleType) -> dict[str, Quantity]:
    """Return the public functions that a module defines as quantities, in its order."""
    return {
        name: describe(name, function)
        for name, function in vars(module).items()
        if inspect.isfunction(function)
        and function.__module__ == module.__name__
        and not name.startswith("_")
    }


def describe(name: str, equation: Equation, instead_of: Quantity | None = None) -> Quantity:
    """Return a quantity read off a function's arguments, docstring and return annotation.

    What a function that replaces another leaves unsaid is taken from the one it replaces.
    """
    doc = inspect.getdoc(equation) or ""
    units = [line for line in doc.splitlines() if line.startswith("Unit: ")]
    if instead_of is not None:
        return Quantity(
            name,
            doc.partition("\n")[0] or instead_of.summary,
            units[0].removeprefix("Unit: ") if units else instead_of.unit,
            _arguments(name, equation),
            instead_of.yearly,
            equation,
        )
    return Quantity(
        name,
        doc.partition("\n")[0].rstrip("."),
        units[0].removeprefix("Unit: "),
        _arguments(name, equation),
        equation.__annotations__.get("return") == "Yearly",
        equation,
    )


def _arguments(name: str, equation: Equation) -> tuple[str, ...]:
    arguments = inspect.signature(equation).parameters.values()
    if any(
        argument.kind in (argument.VAR_POSITIONAL, argument.VAR_KEYWORD) for argument in arguments
    ):
        raise ModelError(f"{name} takes *args or **kwargs; name each quantity that it reads.")
    return tuple(argument.name for argument in arguments)


def order(quantities: Mapping[str, Quantity]) -> dict[str, Quantity]:
    """Return the quantities so that each comes after all that it reads.

    Raises
    ------
    ModelError
        If one reads a name that is neither parameter nor quantity, or if they form a circle.
    """
    known = [*load_parameters(), "year", *quantities]
    ordered: dict[str, Quantity] = {}
    path: list[str] = []

    def visit(quantity: Quantity) -> None:
        if quantity.name in path:
            circle = " → ".join([*path[path.index(quantity.name) :], quantity.name])
            raise ModelError(f"These equations read each other in a circle: {circle}.")
        path.append(quantity.name)
        for name in quantity.reads:
            if name in quantities and name not in ordered:
                visit(quantities[name])
            elif name not in known:
                what = "a parameter or a quantity"
                raise ModelError(f"{quantity.name} reads {unknown_name(name, known, what)}")
        path.pop()
        ordered[quantity.name] = quantity

    for quantity in quantities.values():
        if quantity.name not in ordered:
            visit(quantity)
    return ordered


def evaluate(quantities: Mapping[str, Quantity], changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return every quantity at the base case with `changes`, as NumPy values.

    Parameters
    ----------
    quantities
        Ordered: each comes after all that it reads.
    changes
        Parameter values over the base case: numbers or arrays that broadcast together.

    Returns
    -------
    dict
        Values of the broadcast shape; a yearly quantity has the six years as its first axis.
        What is not defined (a ratio by zero, say) is `nan`.

    Raises
    ------
    ModelInputError
        If a name is unknown, a value is not a number within the parameter's hard limits or the
        arrays do not broadcast together.
    ModelError
        If an equation of a single value returns one a year.
    """
    changed = check_changes(changes)
    shape = _common_shape(changed)
    year = np.arange(float(YEARS)).reshape(YEARS, *(1 for _ in shape))
    base = {name: np.float64(value) for name, value in base_values().items()}
    values: dict[str, Any] = base | changed | {"year": year}
    results = {}
    with np.errstate(all="ignore"):
        for name, quantity in quantities.items():
            result = _defined(quantity.equation(*(values[read] for read in quantity.reads)))
            if quantity.yearly:
                result = _broadcast(result, np.broadcast_shapes(result.shape, year.shape))
            elif result.ndim > len(shape):
                raise ModelError(f"{name} is one value for all years; add them up with year_sum.")
            # What depends on no array stays one number, and quick, until it is handed out.
            values[name] = result
            results[name] = _broadcast(result, (YEARS, *shape) if quantity.yearly else shape)
    return results


def _common_shape(values: Mapping[str, Any]) -> tuple[int, ...]:
    try:
        return np.broadcast_shapes(*(np.shape(value) for value in values.values()))
    except ValueError:
        shapes = ", ".join(f"{name} {np.shape(value)}" for name, value in values.items())
        raise ModelInputError(
            f"These arrays do not broadcast together: {shapes}; give them the same length."
        ) from None


def _broadcast(value: Any, shape: tuple[int, ...]) -> Any:
    return value if value.shape == shape else np.broadcast_to(value, shape)


def _defined(result: Value) -> Any:
    """Return the result with `nan` in place of an infinity: neither is a number to show."""
    numbers = np.asarray(result, dtype=np.float64)
    if np.isfinite(numbers).all():
        return numbers[()]
    return np.where(np.isfinite(numbers), numbers, np.nan)[()]
