"""The worked cases, computed year by year elsewhere: the model must give the same numbers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from agreement import assert_agree

from rent_or_sell import load_models

VECTORS = json.loads((Path(__file__).parents[1] / "vectors.json").read_text())
MODELS = load_models()


def as_numbers(value: Any) -> Any:
    """Return a vector's value with nan for null, which stands for "not defined"."""
    if isinstance(value, list):
        return [as_numbers(one) for one in value]
    return float("nan") if value is None else value


@pytest.mark.parametrize("name", MODELS)
@pytest.mark.parametrize("case", range(len(VECTORS)))
def test_results_agree_with_the_worked_case(case: int, name: str) -> None:
    expected = {key: as_numbers(value) for key, value in VECTORS[case][name].items()}
    actual = MODELS[name].evaluate(VECTORS[case]["inputs"])
    assert_agree(MODELS[name], expected, actual, f"case {case}")
