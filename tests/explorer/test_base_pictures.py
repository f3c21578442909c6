"""Pictures in Python: what they show at the base case, and in which order."""

from __future__ import annotations

import re

import numpy as np
import pytest

from rent_or_sell import Explorer
from rent_or_sell.book import BOOK
from rent_or_sell.explorer.frame import part_frame
from rent_or_sell.explorer.part import BaseCase
from rent_or_sell.explorer.parts.bars.part import Bar, Bars
from rent_or_sell.explorer.parts.stacks.part import Series, Stack, Stacks
from rent_or_sell.explorer.parts.waterfall.part import Waterfall, bars

RACK = BaseCase(BOOK.model("rack"), BOOK.facts)
FLEET = BaseCase(BOOK.model("fleet"), BOOK.facts)
PARITY = BaseCase(BOOK.model("parity"), BOOK.facts)
(STEPS,) = (part for part in BOOK.view("bundle").parts if isinstance(part, Waterfall))


def test_the_steps_of_a_waterfall_are_all_terms_of_its_total_and_add_up_to_it() -> None:
    steps = STEPS.settings(RACK)["steps"]
    total = sum(sign * RACK.results[name] for name, sign in steps)
    assert total == pytest.approx(RACK.results["npv_rent"])
    assert [name for name, _ in steps] == list(STEPS.steps)


def test_each_step_begins_where_the_one_before_it_ended() -> None:
    spans = bars([4.0, 1.0, -3.0, 0.0], [2.0, -1.0])
    wanted = [(1, 4), (5, 1), (3, 3), (3, 0), (1, 2), (0, 1)]
    assert np.array(spans) == pytest.approx(np.array(wanted) / 6)


def test_the_largest_bar_fills_its_row_and_the_others_keep_to_its_scale() -> None:
    bars = Bars("Two", (Bar("a", "none", "chips"), Bar("b", "none", "trainium_pflops")), ",.0f")
    html = str(part_frame(bars, PARITY))
    sizes = [PARITY.values[bar.name] for bar in bars.bars]
    widths = [float(width) for width in re.findall(r'class="bar" width="([\d.e-]+)%"', html)]
    assert widths == pytest.approx([100 * size / max(sizes) for size in sizes], abs=1e-3)


def test_stacks_side_by_side_share_the_scale_of_the_highest() -> None:
    stacks = [Stack(name, (Series(name, name, "first"),), ",.1f") for name in ("sold", "rented")]
    html = str(part_frame(Stacks(tuple(stacks)), FLEET))
    for name in ("sold", "rented"):
        found = re.findall(rf'data-bar="{name}" width="100%" height="([\d.e-]+)%"', html)
        highest = max(*FLEET.results["sold"], *FLEET.results["rented"])
        wanted = [100 * value / highest for value in FLEET.results[name]]
        assert [float(height) for height in found] == pytest.approx(wanted, abs=1e-3)


def test_some_scenario_changes_nothing_that_a_model_reads() -> None:
    """Else the test above could not tell whether such a scenario is left out."""
    assert len(BOOK.model("market").presets) < len(BOOK.load_scenarios())


@pytest.mark.parametrize("worth", [float("nan"), -5e6])
def test_a_replaced_equation_never_gives_a_mark_a_length_that_is_none(worth: float) -> None:
    model = RACK.model.replace(pv_compute=lambda chips: chips * 0 + worth)
    page = Explorer(model)._repr_mimebundle_()[0]["text/html"]
    shown = re.findall(r'(?:width|height|cx|cy)="([^"]*)%"', page)
    assert len(shown) > 20
    assert all(float(share) >= 0 for share in shown)
