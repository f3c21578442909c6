"""Orders equations by their argument names and evaluates them on floats and arrays."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rent_or_sell.model.operators import Value, Yearly
from rent_or_sell.model.parameters import Parameter, base_values, check_changes
from rent_or_sell.model.shapes import broadcast, common_shape, fits
from rent_or_sell.model.years import Years
from rent_or_sell.names import shown, unknown_name

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

    Raises
    ------
    ModelError
        If the docstring names no unit, or the arguments are not all named.
    """
    doc = inspect.getdoc(equation) or ""
    unit = _unit(doc) or (instead_of.unit if instead_of else "")
    if not unit:
        raise ModelError(
            f"{name} names no unit; end its docstring with a line such as 'Unit: USD' "
            "(or 'Unit: ratio' for a bare number)."
        )
    # what readers see has the apostrophe of print; code has that of the keyboard
    summary = re.sub(r"\b'(?=\w)|(?<=s)'(?= )", "’", doc.partition("\n")[0].rstrip("."))
    return Quantity(
        name,
        summary or (instead_of.summary if instead_of else name),
        unit,
        _arguments(name, equation),
        instead_of.yearly if instead_of else _is_yearly(equation),
        equation,
    )


def _unit(doc: str) -> str:
    """Return what follows "Unit:" in a docstring; nothing if no line begins so."""
    lines = (line.strip() for line in doc.splitlines())
    units = [line.removeprefix("Unit:").strip() for line in lines if line.startswith("Unit:")]
    return units[0] if units else ""


def _is_yearly(equation: Equation) -> bool:
    """Whether the return annotation is `Yearly`, by whatever name its module knows it."""
    try:
        returned = inspect.get_annotations(equation, eval_str=True).get("return")
    except NameError:  # a name that only a type checker imports: its text must do
        returned = inspect.get_annotations(equation).get("return")
    return returned is Yearly or (
        isinstance(returned, str) and returned.rpartition(".")[2] == "Yearly"
    )


def _arguments(name: str, equation: Equation) -> tuple[str, ...]:
    try:
        arguments = inspect.signature(equation).parameters.values()
    except (TypeError, ValueError):
        raise ModelError(
            f"{name} = {shown(equation)} is no equation; "
            "give a function whose arguments name what it reads."
        ) from None
    if any(
        argument.kind not in (argument.POSITIONAL_ONLY, argument.POSITIONAL_OR_KEYWORD)
        for argument in arguments
    ):
        raise ModelError(
            f"{name} takes *args, **kwargs or arguments by keyword only; "
            "name each quantity that it reads, in plain arguments."
        )
    return tuple(argument.name for argument in arguments)


def order(
    quantities: Mapping[str, Quantity], parameters: Mapping[str, Parameter]
) -> dict[str, Quantity]:
    """Return the quantities so that each comes after all that it reads.

    Raises
    ------
    ModelError
        If one has the name of a parameter, reads a name that is neither parameter nor quantity,
        or if they form a circle.
    """
    known = [*parameters, "year", *quantities]
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

    for name, quantity in quantities.items():
        if name in parameters or name == "year":
            raise ModelError(
                f"{name!r} is the name of a parameter, whose changes the equation would hide; "
                "give the equation a name of its own."
            )
        if name not in ordered:
            visit(quantity)
    return ordered


def evaluate(
    quantities: Mapping[str, Quantity],
    changes: Mapping[str, Any],
    parameters: Mapping[str, Parameter],
    years: Years,
    results: Collection[str],
) -> dict[str, Any]:
    """Return the named quantities at the base case with `changes`, as NumPy values.

    Only they and what they read, directly or not, are computed.

    Parameters
    ----------
    quantities
        Ordered: each comes after all that it reads.
    changes
        Parameter values over the base case: numbers or arrays that broadcast together.
    parameters
        Every parameter that may be read or changed.
    years
        The years of a yearly quantity.
    results
        Names of the quantities to return, in this order.

    Returns
    -------
    dict
        Values of the broadcast shape; a yearly quantity has the years as its first axis.
        What is not defined (a ratio by zero, say) is `nan`.

    Raises
    ------
    ModelInputError
        If a name is unknown, a value is not a number within the parameter's hard limits or the
        arrays do not broadcast together.
    ModelError
        If an equation returns what is no number, or of a single value one a year.
    """
    changed = check_changes(changes, parameters)
    shape = common_shape(changed)
    year = np.arange(float(years.count)).reshape(years.count, *(1 for _ in shape))
    base = {name: np.float64(value) for name, value in base_values(parameters).items()}
    values: dict[str, Any] = base | changed | {"year": year}
    with np.errstate(all="ignore"):
        for name, quantity in needed(quantities, results).items():
            returned = _computed(quantity, [_only_read(values[read]) for read in quantity.reads])
            result = _defined(_numbers(name, returned))
            if quantity.yearly:
                result = _each_year(name, result, year.shape)
            elif result.ndim > len(shape):
                raise ModelError(f"{name} is one value for all years; add them up with year_sum.")
            elif result.ndim and not fits(result.shape, shape):
                raise ModelError(
                    f"{name} gives an array of the shape {result.shape} for cases of the shape "
                    f"{shape}; return one number a case, worked out from the arguments."
                )
            # What depends on no array stays one number, and quick, until it is handed out.
            values[name] = result
    return {
        name: broadcast(values[name], (years.count, *shape) if quantities[name].yearly else shape)
        for name in results
    }


def _only_read(value: Any) -> Any:
    """Return an array so that an equation cannot change what others read; a number as it is."""
    if not isinstance(value, np.ndarray):
        return value
    view = value.view()
    view.flags.writeable = False
    return view


def _computed(quantity: Quantity, arguments: Sequence[Any]) -> Any:
    """Return what an equation gives, or say which one fails, and on what."""
    try:
        return quantity.equation(*arguments)
    except Exception as error:
        is_many = any(np.ndim(argument) for argument in arguments)
        if is_many and isinstance(error, (TypeError, ValueError)):
            raise ModelError(
                f"{quantity.name} cannot work out many cases at once ({error}); in place of if, "
                "min, max and functions of math use where_positive, minimum, maximum and NumPy's, "
                "and change no argument (x = 2 * x, not x *= 2)."
            ) from error
        read = zip(quantity.reads, arguments, strict=True)
        case = ", ".join(f"{name} = {shown(value)}" for name, value in read)
        raise ModelError(
            f"the equation of {quantity.name} fails with {type(error).__name__}: {error}; "
            f"correct it in {quantity.equation.__module__} (it was given {case or 'nothing'})."
        ) from error


def _each_year(name: str, result: NDArray[np.float64], years: tuple[int, ...]) -> Any:
    try:
        return broadcast(result, np.broadcast_shapes(result.shape, years))
    except ValueError:
        raise ModelError(
            f"{name} gives {len(result)} values; return one for each of the {years[0]} years."
        ) from None


def _numbers(name: str, returned: Value) -> NDArray[np.float64]:
    """Return what an equation gives as float64, or raise `ModelError` if it is no number."""
    try:
        given = np.asarray(returned)
    except ValueError:  # a ragged list
        given = np.asarray(None)
    if given.dtype.kind not in "iufb":
        raise ModelError(f"{name} gives {shown(returned)}; return a number, or an array of them.")
    return given.astype(np.float64, copy=False)


def _defined(numbers: NDArray[np.float64]) -> Any:
    """Return the numbers with `nan` in place of an infinity: neither is a number to show."""
    if np.isfinite(numbers).all():
        return numbers[()]
    return np.where(np.isfinite(numbers), numbers, np.nan)[()]


def needed(quantities: Mapping[str, Quantity], names: Iterable[str]) -> dict[str, Quantity]:
    """Return the named quantities and all that they read, directly or not, in the given order."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name in quantities and name not in found:
            found.add(name)
            waiting.extend(quantities[name].reads)
    return {name: quantity for name, quantity in quantities.items() if name in found}
