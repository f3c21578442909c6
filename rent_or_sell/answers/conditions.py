"""Conditions on parameters and results: for one case, or for many at once.

A condition is (left, comparison, right), each side a name or a number. What is not defined holds
no condition.
"""

from __future__ import annotations

import operator
from collections.abc import Iterable, Mapping
from functools import reduce
from typing import Any

Condition = tuple[str | float, str, str | float]

_COMPARISONS = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def hold(conditions: Iterable[Condition], values: Mapping[str, Any]) -> Any:
    """Return whether all conditions hold: a truth value, or an array of them for arrays."""

    def side(operand: str | float) -> Any:
        return values[operand] if isinstance(operand, str) else operand

    each = (
        _COMPARISONS[comparison](side(left), side(right)) for left, comparison, right in conditions
    )
    return reduce(operator.and_, each, True)


def names_in(conditions: Iterable[Condition]) -> list[str]:
    """Return the parameters and results that conditions name, each once."""
    sides = (side for left, _, right in conditions for side in (left, right))
    return list(dict.fromkeys(side for side in sides if isinstance(side, str)))
