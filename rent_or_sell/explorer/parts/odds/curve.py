"""How often values occur, as a smooth curve over an axis; `curve.js` draws the same."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

BINS = 48
_SMOOTHING = np.array([1, 4, 6, 4, 1]) / 16  # applied twice


def heights(values: NDArray[np.float64], low: float, high: float) -> list[float]:
    """Return the share of the values that falls near each of the axis's steps.

    What is not defined or lies beyond the axis is not drawn.
    """
    inside = values[(values >= low) & (values < high)]
    steps = ((inside - low) / (high - low) * BINS).astype(np.intp)
    counts = np.bincount(steps, minlength=BINS) / values.size
    once = np.convolve(counts, _SMOOTHING, mode="same")
    return [float(height) for height in np.convolve(once, _SMOOTHING, mode="same")]


def beyond(values: NDArray[np.float64], low: float, high: float) -> float:
    """Return the share of the values that lie beyond the axis; what is not defined does not."""
    outside = np.isfinite(values) & ((values < low) | (values >= high))
    return float(np.count_nonzero(outside) / values.size)


def outlines(curves: list[list[float]]) -> list[str]:
    """Return each curve as the path of an SVG that is 100 wide and high, all to one scale.

    One stands on the ground; of two the first stands on the middle and the second hangs from it.
    """
    top = max((share for curve in curves for share in curve), default=0.0) or 1.0
    ground, height = (100, 100) if len(curves) == 1 else (50, 50)
    sides = (height, -height)
    return [
        _path([ground - side * share / top for share in curve], ground)
        for curve, side in zip(curves, sides, strict=False)
    ]


def _path(levels: list[float], ground: float) -> str:
    """Return an outline; none where nothing is above the ground."""
    if all(level == ground for level in levels):
        return ""
    points = (f"L{100 * (step + 0.5) / BINS:.2f} {y:.2f}" for step, y in enumerate(levels))
    return f"M0 {ground}{''.join(points)}L100 {ground}"
