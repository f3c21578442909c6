"""The explorer in Python: what can be read, set and observed, and what cannot."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import traitlets

from rent_or_sell import Explorer, ModelInputError, evaluate, fleet, rack
from rent_or_sell.book import BOOK


def test_its_model_can_be_read_and_not_set() -> None:
    explorer = Explorer("rack")
    assert explorer.model is rack
    with pytest.raises(AttributeError):
        explorer.model = fleet  # type: ignore[misc]
    assert explorer.model is rack


def test_its_results_can_be_read_and_not_set() -> None:
    explorer = Explorer("rack", {"attach_rate": 0.4})
    assert explorer.results == evaluate("rack", attach_rate=0.4)
    with pytest.raises(traitlets.TraitError):
        explorer.results = {}


def test_what_it_sends_is_of_kinds_that_every_host_knows() -> None:
    state = Explorer("rack").get_state(["_esm", "_css", "_markup", "_spec"])
    assert {type(value) for value in state.values()} == {str}


def test_where_no_widget_is_known_it_stands_as_a_page_with_its_own_look() -> None:
    shown = Explorer("rack")._repr_mimebundle_()[0]["text/html"]
    assert shown.startswith("<style>") and ".explorer" in shown
    assert "<script" not in shown and 'data-quantity="npv_rent"' in shown


def test_changes_and_scenario_follow_each_other() -> None:
    explorer = Explorer("rack")
    seen: list[Any] = []
    explorer.observe(lambda event: seen.append(event["new"]), "results")
    explorer.scenario = "hall_empty"
    assert explorer.changes == {"space_reused": 0}
    explorer.changes = {"attach_rate": 0.4}
    assert explorer.scenario == "custom"
    assert seen == [evaluate("rack", space_reused=0), evaluate("rack", attach_rate=0.4)]


def test_a_scenario_is_known_by_its_values_and_not_by_its_names() -> None:
    assert Explorer("rack", {"space_reused": 0}).scenario == "hall_empty"
    assert Explorer("rack", {"space_reused": 0.5}).scenario == "custom"


def test_a_change_to_the_base_value_is_none() -> None:
    base = rack.parameters["attach_rate"].base
    assert Explorer("rack", {"attach_rate": base}).changes == {}


def test_custom_is_what_an_explorer_says_and_is_not_told() -> None:
    explorer = Explorer("rack")
    with pytest.raises(ModelInputError, match="scenario = 'custom' .* set the changes instead"):
        explorer.scenario = "custom"
    assert (explorer.scenario, explorer.changes) == ("base", {})


@pytest.mark.parametrize("order", [("scenario", "changes"), ("changes", "scenario")])
def test_amid_held_notifications_what_is_set_last_holds(order: tuple[str, str]) -> None:
    said = {"scenario": "hall_empty", "changes": {"attach_rate": 0.4}}
    explorer = Explorer("rack")
    seen: list[Any] = []
    explorer.observe(lambda event: seen.append(event["new"]), "results")
    with explorer.hold_trait_notifications():
        for name in order:
            setattr(explorer, name, said[name])
    last = order[-1]
    assert getattr(explorer, last) == said[last]
    changes = {"attach_rate": 0.4} if last == "changes" else {"space_reused": 0}
    assert explorer.changes == changes
    assert explorer.scenario == ("custom" if last == "changes" else "hall_empty")
    assert explorer.results == evaluate("rack", changes) == seen[-1]


def test_changes_from_the_page_hold_after_a_scenario_from_python() -> None:
    explorer = Explorer("rack")
    explorer.scenario = "enterprise"
    explorer.set_state({"changes": {"attach_rate": 0.4}})
    assert (explorer.changes, explorer.scenario) == ({"attach_rate": 0.4}, "custom")


def test_a_wrong_scenario_amid_others_takes_nothing_with_it() -> None:
    explorer = Explorer("rack", {"attach_rate": 0.4})
    said = "is not a scenario of rack; did you mean"
    with pytest.raises(ModelInputError, match=said), explorer.hold_trait_notifications():
        explorer.changes = {"pue": 1.2}
        explorer.scenario = "hall_emty"
    assert (explorer.changes, explorer.scenario) == ({"attach_rate": 0.4}, "custom")
    assert explorer.results == evaluate("rack", attach_rate=0.4)


def test_a_wrong_change_leaves_the_right_ones_alone() -> None:
    explorer = Explorer("rack", {"attach_rate": 0.4})
    with pytest.raises(ModelInputError, match="'atach_rate' is not a parameter of rack; did you"):
        explorer.changes = {"atach_rate": 0.1}
    assert explorer.changes == {"attach_rate": 0.4}


@pytest.mark.parametrize("wrong", [{"pue": 99}, {"pue": "x"}, {"no_such": 1}])
def test_a_wrong_change_from_the_page_or_amid_others_does_not_stay(wrong: dict[str, Any]) -> None:
    explorer = Explorer("rack", {"attach_rate": 0.4})
    with pytest.raises(ModelInputError):
        explorer.set_state({"changes": wrong})
    assert explorer.changes == {"attach_rate": 0.4}
    with pytest.raises(ModelInputError), explorer.hold_trait_notifications():
        explorer.changes = wrong
    assert explorer.changes == {"attach_rate": 0.4}
    assert explorer.results == evaluate("rack", attach_rate=0.4)
    explorer.changes = {"pue": 1.2}
    assert explorer.results == evaluate("rack", pue=1.2)


def test_it_is_called_by_its_view_and_told_apart_by_an_identity_of_its_own() -> None:
    def name(html: str) -> str:
        return html.partition('aria-label="')[2].partition('"')[0]

    verdict = BOOK.explorer(view="verdict", identity="rack-all")
    assert name(verdict.page_html()) == "Explorer: Five questions, one verdict"
    assert name(Explorer("rack").page_html()) == "Explorer: Sell a rack, or rent it out?"
    second = Explorer("rack", identity="rack-2")
    assert name(second.page_html()) == "Explorer: Sell a rack, or rent it out? (rack-2)"


def test_any_model_has_an_explorer_without_a_view() -> None:
    own = replace(rack, name="mine", title="My <own> rack")
    explorer = Explorer(own, {"attach_rate": 0.4})
    html = explorer.page_html()
    assert explorer.identity == "mine"
    assert "My &lt;own&gt; rack" in html
    assert all(f'data-parameter="{name}"' in html for name in own.parameters)
    assert explorer.results == evaluate("rack", attach_rate=0.4)


def test_a_model_with_an_equation_replaced_keeps_its_view() -> None:
    changed = rack.replace(pv_attached=lambda pv_compute: pv_compute)
    explorer = Explorer(changed)
    assert explorer.results == changed.evaluate()
    assert explorer._spec.count("price_floor_per_chip")
    assert explorer.identity == BOOK.view("rack").name


def test_no_control_is_open_where_none_is_asked_for() -> None:
    html = Explorer("rack", controls=()).page_html()
    open_controls, _, folded = html.partition('<details class="fold more-assumptions"')
    assert 'data-parameter="' not in open_controls
    assert all(f'data-parameter="{name}"' in folded for name in rack.parameters)
    assert f"{len(rack.parameters)} more assumptions" in folded


def test_many_cases_at_once_are_refused_and_change_nothing() -> None:
    explorer = Explorer("rack", {"attach_rate": 0.4})
    for many in ([0.1, 0.2], np.array([0.1]), (0.1,)):
        with pytest.raises(ModelInputError, match="attach_rate = .* is not one number; .*evaluate"):
            explorer.changes = {"attach_rate": many}
    assert explorer.changes == {"attach_rate": 0.4}


def test_explorer_html_escapes_its_data() -> None:
    markup = Explorer("rack").page_html()
    spec = markup.split('class="explorer-spec">')[1].split("</script>")[0]
    assert "<" not in spec
    assert json.loads(spec)["id"] == "rack"
