"""Says whether two computations of a model agree, as closely as floating point allows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from rent_or_sell.model.models import Model

RELATIVE = 1e-9
OF_LARGEST_TERM = 1e-12


def assert_agree(
    model: Model, expected: Mapping[str, Any], actual: Mapping[str, Any], case: str
) -> None:
    """Fail unless each expected result has the same value, or is as little defined, in `actual`.

    Values are compared to a relative 1e-9 or, where terms cancel, to 1e-12 of the largest term.
    """
    terms = largest_terms(model, actual)
    for name, value in expected.items():
        wanted = np.asarray(value, dtype=np.float64)
        got = np.asarray(actual[name], dtype=np.float64)
        allowed = np.fmax(RELATIVE * np.abs(wanted), OF_LARGEST_TERM * terms[name])
        agree = (np.abs(wanted - got) <= allowed) | (np.isnan(wanted) & np.isnan(got))
        assert agree.all(), (
            f"{case}: {name} differs at {np.argwhere(~agree)[:3].tolist()}: "
            f"{wanted[~agree][:3]} expected, {got[~agree][:3]} found"
        )


def largest_terms(model: Model, results: Mapping[str, Any]) -> dict[str, Any]:
    """Return the size of the largest term that each result is a sum of.

    A result's terms are what it reads in its own unit, and their terms; in a fraction, one.
    """
    terms: dict[str, Any] = {}
    for name, quantity in model.equations.items():
        same = [read for read in quantity.reads if read in terms]
        same = [read for read in same if model.equations[read].unit == quantity.unit]
        largest = np.abs(np.asarray(results.get(name, 0.0), dtype=np.float64))
        for read in same:
            largest = np.fmax(largest, terms[read])
        terms[name] = np.fmax(largest, 1.0) if quantity.unit == "fraction" else largest
    return terms
