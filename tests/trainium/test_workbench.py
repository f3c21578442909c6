"""The workbench: sliders and chart agree with the model, and the chapter's own code runs."""

from __future__ import annotations

import re
from pathlib import Path
from runpy import run_path
from typing import Any

import numpy as np
import pytest

from rent_or_sell import ModelInputError, evaluate, load_parameters
from rent_or_sell.trainium.workbench import gain_chart, sliders

CHAPTER = Path(__file__).resolve().parents[2] / "book" / "workbench.md"
CODE = re.compile(r"```(?:\{code-cell\} ipython3|python)\n(.*?)```", re.DOTALL)


def test_sliders_have_the_parameters_values_and_ranges() -> None:
    for name, slider in sliders(*load_parameters()).items():
        parameter = load_parameters()[name]
        assert (slider.min, slider.value, slider.max) == (
            parameter.low,
            parameter.base,
            parameter.high,
        )
        assert slider.description == parameter.label


def test_slider_of_an_unknown_parameter_names_the_nearest() -> None:
    with pytest.raises(ModelInputError, match="'atach_rate' is not a parameter.*'attach_rate'"):
        sliders("atach_rate")


def test_chart_crosses_zero_at_the_floor() -> None:
    line = gain_chart().data[0]
    floor = evaluate("rack")["price_floor_per_chip"]
    assert np.interp(0, line.y, line.x) == pytest.approx(floor, rel=1e-9)


def test_chart_has_room_for_the_line_at_both_ends_of_the_sliders() -> None:
    ends = [load_parameters()[name] for name in ("attach_rate", "displacement")]
    chart = gain_chart(*(parameter.name for parameter in ends))
    low, high = chart.layout.yaxis.range
    for attach in (ends[0].low, ends[0].high):
        for displacement in (ends[1].low, ends[1].high):
            changes = {
                "sale_price_per_chip": list(chart.data[0].x),
                "attach_rate": attach,
                "displacement": displacement,
            }
            gains = evaluate("rack", changes)["gain_from_selling"]
            assert low <= gains.min() < gains.max() <= high


def run(folder: Path, count: int | None = None) -> dict[str, Any]:
    """Run the chapter's first blocks of code, solutions included, and return what they define."""
    blocks = CODE.findall(CHAPTER.read_text(encoding="utf-8"))
    assert len(blocks) > 9
    script = folder / "workbench.py"
    script.write_text("\n".join(blocks[:count]), encoding="utf-8")
    return run_path(str(script))


def test_every_cell_and_solution_of_the_chapter_runs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    space = run(tmp_path)
    floors = [space[name].evaluate()["price_floor_per_chip"] for name in ("later", "rack")]
    assert floors[0] < floors[1]
    first, *_ = capsys.readouterr().out.splitlines()[-8:]
    assert 0.2 < float(first) < 0.6


def test_explorer_chart_and_field_follow_each_other(tmp_path: Path) -> None:
    space = run(tmp_path, count=5)
    space["knob"].value = 0.4
    expected = evaluate("rack", {"attach_rate": 0.4})
    assert space["explorer"].results == expected
    assert space["field"].value == expected["deal_surplus_per_chip"]
    line = space["chart"].data[0]
    floor = np.interp(0, line.y, line.x)
    assert floor == pytest.approx(expected["price_floor_per_chip"], rel=1e-9)
