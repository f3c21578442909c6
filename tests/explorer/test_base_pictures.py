"""Pictures in Python: what they show at the base case, and in which order."""

from __future__ import annotations

import re

import numpy as np
import pytest

from rent_or_sell import Explorer
from rent_or_sell.book import BOOK
from rent_or_sell.explorer.frame import part_frame
from rent_or_sell.explorer.layout import lay_out
from rent_or_sell.explorer.part import BaseCase
from rent_or_sell.explorer.parts.bars.part import Bar, Bars, lay
from rent_or_sell.explorer.parts.choices.part import Choices
from rent_or_sell.explorer.parts.gates.part import Gates, draw
from rent_or_sell.explorer.parts.presets.part import Presets
from rent_or_sell.explorer.parts.waterfall.part import Waterfall, bars
from rent_or_sell.explorer.parts.waterfall.tips import Tips, said_of, tip

RACK = BaseCase(BOOK.model("rack"), BOOK.facts)
FLEET = BaseCase(BOOK.model("fleet"), BOOK.facts)
PARITY = BaseCase(BOOK.model("parity"), BOOK.facts)
(GATES,) = (part for part in BOOK.view("fleet").parts if isinstance(part, Gates))
(STEPS,) = (part for part in BOOK.view("bundle").parts if isinstance(part, Waterfall))
(BUYERS,) = (part for part in BOOK.view("rival").parts if isinstance(part, Choices))


def test_the_steps_of_a_waterfall_are_all_terms_of_its_total_and_add_up_to_it() -> None:
    steps = STEPS.settings(RACK)["steps"]
    total = sum(sign * RACK.results[name] for name, sign in steps)
    assert total == pytest.approx(RACK.results["npv_rent"])
    assert [name for name, _ in steps] == list(STEPS.steps)


def test_each_step_begins_where_the_one_before_it_ended() -> None:
    spans, _ = bars([4.0, 1.0, -3.0, 0.0], [2.0, -1.0])
    wanted = [(1, 4), (5, 1), (3, 3), (3, 0), (1, 2), (0, 1)]
    assert np.array(spans) == pytest.approx(np.array(wanted) / 6)


def test_a_step_may_stretch_until_a_result_changes_sign() -> None:
    assert isinstance(STEPS.tips, Tips)
    its = RACK.model.parameters[STEPS.tips.parameter]
    for _, result in STEPS.tips.results:
        first, last = RACK.model.evaluate({its.name: np.array([its.minimum, its.maximum])})[result]
        at = tip(first, last, its.minimum, its.maximum)
        below, above = RACK.model.evaluate({its.name: np.array([0.99 * at, 1.01 * at])})[result]
        assert below > 0 > above
        assert said_of(first, last, "there") == "up to there"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (1, -1, "up to 0.5"),
        (-1, 1, "above 0.5"),
        (1, 2, "always"),
        (-1, 0, "never"),
        (float("nan"), 1, "not defined"),
    ],
)
def test_where_a_line_is_above_zero_is_said(first: float, last: float, said: str) -> None:
    assert said_of(first, last, f"{tip(first, last, 0, 1):g}") == said


def test_bars_diverge_from_a_common_zero() -> None:
    zero, gain, loss, nothing = lay([3.0, -1.0, float("nan")])
    assert (zero, gain, loss, nothing) == ((0.25, 0), (0.25, 0.75), (0, 0.25), (0, 0))


def test_a_buyer_is_capped_where_its_ceiling_is_what_nvidia_costs() -> None:
    (cap,) = (choice.cap for choice in BUYERS.choices if choice.cap)
    its = RACK.model.parameters[cap.parameter]
    found = RACK.model.evaluate({its.name: cap.at(RACK.model, {})})
    assert 0.999 < found[cap.result] / found[cap.to] <= 1
    dear = {"reference_rack_price": RACK.model.parameters["reference_rack_price"].maximum}
    assert cap.at(RACK.model, dear) == its.base, "a dear rival caps nothing"


def test_scenarios_come_after_the_choices_of_a_view() -> None:
    for view in BOOK.views:
        layout = lay_out(BOOK.model(view.model), view, view.controls)
        chooses = any(isinstance(part, Choices) for part in view.parts)
        after = any(isinstance(part, Presets) for part in layout.rest)
        assert after == chooses
        assert sum(isinstance(part, Presets) for part in layout.parts) == 1


def test_the_largest_bar_fills_its_row_and_the_others_keep_to_its_scale() -> None:
    bars = Bars("Two", (Bar("a", "none", "chips"), Bar("b", "none", "trainium_pflops")), ",.0f")
    html = str(part_frame(bars, PARITY))
    sizes = [PARITY.values[bar.name] for bar in bars.bars]
    widths = [float(width) for width in re.findall(r'class="bar" width="([\d.e-]+)%"', html)]
    assert widths == pytest.approx([100 * size / max(sizes) for size in sizes], abs=1e-3)


def test_the_flows_of_gates_are_to_one_scale_and_leave_nothing_out() -> None:
    amounts = {place: FLEET.results[flow.result][0] for place, flow in GATES.flows.items()}
    paths = draw(amounts).paths
    unit = height(paths["made"]) / amounts["made"]
    parts = ("through", "missing", "past", "harm", "stays")
    drawn = {place: height(paths[place]) for place in parts}
    drawn["past"] += drawn["harm"]
    assert drawn == pytest.approx({place: unit * amounts[place] for place in parts}, abs=0.02)
    opening = [box for box in paths["gate"].split("Z") if box]
    (_, top), (bottom, _) = (edges(box) for box in opening)
    assert bottom - top == pytest.approx(unit * amounts["gate"], abs=0.02)


def test_what_the_gate_stops_ends_at_it_and_what_nobody_wants_ends_beyond() -> None:
    nothing = dict.fromkeys(("missing", "past", "harm"), 0.0)
    stopped = draw({"made": 3, "gate": 2, "through": 2, "stays": 1, **nothing}).paths
    unwanted = draw({"made": 3, "gate": 9, "through": 2, "stays": 1, **nothing}).paths
    (start, inner), (_, outer) = edges(stopped["stays"]), edges(unwanted["stays"])
    assert re.findall(r"V([\d.]+)", stopped["stays"]) == [f"{start:.2f}", f"{inner:.2f}"]
    assert re.findall(r"V([\d.]+)", unwanted["stays"]) == [f"{outer:.2f}"] * 2
    assert {stopped[place] for place in ("past-flow", "past", "harm", "missing")} == {""}


def edges(path: str) -> tuple[float, float]:
    """Return the lowest and the highest place of a path without bends."""
    places = [float(y) for y in re.findall(r"(?:V|M[\d.]+ )([\d.]+)", path)]
    return min(places), max(places)


def height(path: str) -> float:
    return edges(path)[1] - edges(path)[0] if path else 0.0


def test_some_scenario_changes_nothing_that_a_model_reads() -> None:
    """Else the test above could not tell whether such a scenario is left out."""
    assert len(BOOK.model("market").presets) < len(BOOK.load_scenarios())


@pytest.mark.parametrize("worth", [float("nan"), -5e6])
def test_a_replaced_equation_never_gives_a_mark_a_length_that_is_none(worth: float) -> None:
    model = RACK.model.replace(pv_compute=lambda chips: chips * 0 + worth)
    page = Explorer(model).page_html()
    shown = re.findall(r'(?:width|height|cx|cy)="([^"]*)%"', page)
    assert len(shown) > 20
    assert all(float(share) >= 0 for share in shown)
