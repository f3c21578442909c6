"""Shapes of many cases: what a model is given, and what its equations give, broadcast together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from rent_or_sell.model.parameters import ModelInputError


def common_shape(values: Mapping[str, Any]) -> tuple[int, ...]:
    """Return the shape to which all values broadcast, or raise `ModelInputError` with theirs."""
    try:
        return np.broadcast_shapes(*(np.shape(value) for value in values.values()))
    except ValueError:
        shapes = ", ".join(f"{name} {np.shape(value)}" for name, value in values.items())
        raise ModelInputError(
            f"These arrays do not broadcast together: {shapes}; give them the same length."
        ) from None


def fits(shape: tuple[int, ...], whole: tuple[int, ...]) -> bool:
    """Whether an array has one number for each case, or broadcasts to it."""
    try:
        return np.broadcast_shapes(shape, whole) == whole
    except ValueError:
        return False


def broadcast(value: Any, shape: tuple[int, ...]) -> Any:
    """Return a value with one number for each case."""
    return value if value.shape == shape else np.broadcast_to(value, shape)
