"""The golden file of headline results: what changes there changes what the book says."""

from __future__ import annotations

import json

import pytest
from headlines import GOLDEN, HEADLINES, headlines

from rent_or_sell import load_scenarios

EXPECTED = json.loads(GOLDEN.read_text())


def test_the_golden_file_holds_every_scenario() -> None:
    assert list(EXPECTED) == list(load_scenarios())


@pytest.mark.parametrize("model", HEADLINES)
@pytest.mark.parametrize("scenario", EXPECTED)
def test_headlines_are_as_they_were(scenario: str, model: str) -> None:
    found = headlines()[scenario][model]
    assert list(found) == list(EXPECTED[scenario][model])
    for name, value in EXPECTED[scenario][model].items():
        assert found[name] == pytest.approx(value, rel=1e-6, abs=1e-9), (
            f"{name} changed: run `make golden`, read the diff and say why in CHANGELOG.md"
        )
