"""The few operators that equations may use besides + − × ÷ and powers.

Each works on floats, on NumPy arrays and, when an equation is traced into a formula, on SymPy
expressions (see `rent_or_sell.model.symbolic`). Python's own `if`, `min` and `max` cannot be traced.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

from rent_or_sell.model.parameters import ModelInputError
from rent_or_sell.names import shown

# A float, a NumPy array or, while a formula is traced, a SymPy expression.
Value = Any
if TYPE_CHECKING:
    Yearly = Any
else:

    class Yearly:
        """The same with one value a year, the year first; an equation says so by what it returns."""

        def __new__(cls, *_: Any, **__: Any) -> Any:
            """Refuse to make one."""
            raise ModelInputError(
                "Yearly is no value but says what an equation returns, such as "
                "def sold(chips, year) -> Yearly; return an array with one number a year."
            )


HOURS_PER_YEAR = 8760
UNDEFINED = float("nan")


def _traced(*values: Value) -> bool:
    """Whether any value is symbolic; SymPy is asked for only when something else loaded it."""
    sympy = sys.modules.get("sympy")
    return sympy is not None and any(isinstance(value, sympy.Basic) for value in values)


def _choose(name: str, numeric: Callable[..., Value], *values: Value) -> Value:
    if _traced(*values):
        from rent_or_sell.model import nodes

        return nodes.NODES[name](*values)
    try:
        found = numeric(*values)
    except (TypeError, ValueError, IndexError, OverflowError):
        found = None
    if np.asarray(found).dtype.kind not in "iufb":
        given = ", ".join(map(shown, values))
        raise ModelInputError(
            f"{name} takes numbers, and got {given}; give numbers or arrays that fit together."
        )
    return found


def minimum(first: Value, second: Value) -> Value:
    """Return the smaller of two values, element by element.

    Examples
    --------
    >>> from rent_or_sell import minimum
    >>> minimum([1, 5], 3).tolist()
    [1, 3]
    """
    return _choose("minimum", np.minimum, first, second)


def maximum(first: Value, second: Value) -> Value:
    """Return the larger of two values, element by element.

    Examples
    --------
    >>> from rent_or_sell import maximum
    >>> maximum([1, 5], 3).tolist()
    [3, 5]
    """
    return _choose("maximum", np.maximum, first, second)


def where_positive(condition: Value, then: Value, otherwise: Value = UNDEFINED) -> Value:
    """Return `then` where `condition` is above zero and `otherwise` elsewhere.

    Examples
    --------
    >>> from rent_or_sell import where_positive
    >>> where_positive([-1, 1], 10, 20).tolist()
    [20, 10]
    """
    return _choose("where_positive", _where_positive, condition, then, otherwise)


def geometric_sum(ratio: Value, terms: Value) -> Value:
    """Return 1 + ratio + ratio² + … with the given number of terms.

    The closed form extends smoothly to part terms, so that five and a half years are worth
    something between five and six.

    Examples
    --------
    >>> from rent_or_sell import geometric_sum
    >>> float(geometric_sum(0.5, 3))
    1.75
    """
    return _choose("geometric_sum", _geometric_sum, ratio, terms)


def cohort_sum(flow: Value, ratio: Value, years: Value) -> Value:
    """Return, for each year, what all cohorts still in their first `years` years bring.

    A cohort of year k counts flow[k] × ratio^(t − k) in year t while t − k < years. The year is
    the first axis of `flow`.

    Examples
    --------
    >>> import numpy as np
    >>> from rent_or_sell import cohort_sum
    >>> cohort_sum(np.array([100, 100, 0]), 0.5, 2).tolist()
    [100.0, 150.0, 50.0]
    """
    return _choose("cohort_sum", _cohort_sum, flow, ratio, years)


def year_sum(flow: Value) -> Value:
    """Return the total of a yearly quantity over all its years (the first axis).

    Examples
    --------
    >>> from rent_or_sell import year_sum
    >>> float(year_sum([1, 2, 3]))
    6.0
    """
    return _choose("year_sum", _year_sum, flow)


def _where_positive(condition: Value, then: Value, otherwise: Value) -> Value:
    return np.where(np.greater(condition, 0), then, otherwise)


def _geometric_sum(ratio: Value, terms: Value) -> Value:
    # expm1 and log keep every digit when the ratio is close to one, where (1 − qⁿ)/(1 − q) loses
    # them; at exactly one the quotient is 0/0 and the sum is the number of terms.
    with np.errstate(divide="ignore", invalid="ignore"):
        total = np.expm1(terms * np.log(ratio)) / np.subtract(ratio, 1.0)
    if np.equal(ratio, 1.0).any():
        return np.where(np.equal(ratio, 1.0), terms, total)
    return total


def _cohort_sum(flow: Value, ratio: Value, years: Value) -> Value:
    shape = np.broadcast_shapes(np.shape(flow), np.shape(ratio), np.shape(years))
    total = np.zeros(shape)
    for year in range(shape[0]):
        for cohort in range(year + 1):
            age = year - cohort
            total[year] += np.where(np.less(age, years), flow[cohort] * np.power(ratio, age), 0.0)
    return total


def _year_sum(flow: Value) -> Value:
    return np.sum(flow, axis=0)
