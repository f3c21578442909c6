"""LibreOffice, which knows nothing of us, computes the same from the workbooks as Python."""

from __future__ import annotations

import json
import math
import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import office
import pytest
from agreement import assert_agree
from heat_pump.book import BOOK as HEAT_PUMP
from workbooks import ReadWorkbook

from rent_or_sell import load_models
from rent_or_sell.model import graph
from rent_or_sell.model.models import Model

VECTORS = json.loads((Path(__file__).parents[1] / "vectors.json").read_text())
MODELS = {**load_models(), **HEAT_PUMP.load_models()}
RANDOM_CASES = 3
SEED = 8


def cases_of(model: Model) -> dict[str, dict[str, float]]:
    """Return the worked cases, and random ones within the hard limits, each by a name."""
    worked = [case["inputs"] for case in VECTORS if case["inputs"].keys() >= set(model.parameters)]
    cases = {f"worked-{number}": case for number, case in enumerate(worked)}
    draw = random.Random(SEED)
    for number in range(RANDOM_CASES):
        cases[f"random-{number}"] = {
            each.name: draw.uniform(each.minimum, min(each.maximum, 3 * each.high))
            for each in model.parameters.values()
        }
    return {
        name: {key: value for key, value in case.items() if key in model.parameters}
        for name, case in cases.items()
    }


@pytest.fixture(scope="module")
def recalculated(
    tmp_path_factory: pytest.TempPathFactory,
) -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
    """What LibreOffice makes of every case, by model and case: all workbooks in one go."""
    written, folder = tmp_path_factory.mktemp("written"), tmp_path_factory.mktemp("computed")
    for name, model in MODELS.items():
        for case, changes in cases_of(model).items():
            model.spreadsheet(written / f"{name}--{case}.xlsx", changes)
    office.recalculate(sorted(written.iterdir()), folder)
    return {
        name: {
            case: ReadWorkbook(folder / f"{name}--{case}.xlsx").results(model)
            for case in cases_of(model)
        }
        for name, model in MODELS.items()
    }


@pytest.mark.parametrize("name", MODELS)
def test_every_result_is_that_of_python(
    name: str, recalculated: Mapping[str, Mapping[str, Mapping[str, Any]]]
) -> None:
    model = MODELS[name]
    for case, changes in cases_of(model).items():
        expected = graph.evaluate(
            model.equations, changes, model.known, model.years, list(model.equations)
        )
        assert_agree(model, expected, recalculated[name][case], f"{name}, {case}")


def test_what_is_not_defined_is_an_error_there(tmp_path: Path) -> None:
    no_price = {"selling_share": 1.0, "warranty_share": 1.0}
    assert math.isnan(MODELS["rack"].evaluate(no_price)["price_floor_per_chip"])
    written = tmp_path / "written.xlsx"
    MODELS["rack"].spreadsheet(written, no_price)
    folder = tmp_path / "computed"
    folder.mkdir()
    office.recalculate([written], folder)
    read = ReadWorkbook(folder / "written.xlsx")
    for name in ("price_floor_per_chip", "deal_surplus_per_chip", "buyer_premium_needed"):
        assert read.values[read.cell(name)].startswith("#"), name
