"""Every control that is open moves the picture that leads an explorer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from explorer_files import files_of, open_files
from playwright.sync_api import Browser, Locator, expect

from rent_or_sell.book import BOOK
from rent_or_sell.explorer.parts.news.part import Rehearsal
from rent_or_sell.explorer.widget import Explorer

VIEWS = [view.name for view in BOOK.views]
# What an Nvidia rack would earn counts only where it would fill the buyer's power.
ASLEEP = ("reference_rent_per_gpu_hour", "reference_rack_kw")
# Moves a slider to one value after the other; gives the leading picture as it then stands, with
# its words and the place and size of its marks.
MOVE = """async (slider, values) => {
  const picture = slider.closest(".explorer").querySelector(".pictures > [data-part]");
  const drawn = [];
  for (const value of values) {
    slider.value = value;
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    dispatchEvent(new Event("beforeprint")); // also what is out of sight
    while (picture.querySelector('[aria-busy="true"]')) await new Promise(requestAnimationFrame);
    drawn.push(picture.innerHTML);
  }
  return drawn;
}"""


@pytest.mark.parametrize("name", VIEWS)
def test_each_open_control_changes_the_leading_picture(browser: Browser, name: str) -> None:
    assert_moved(browser, led(name), BOOK.view(name).controls)


def test_all_controls_of_the_rack_change_its_leading_picture(browser: Browser) -> None:
    controls = [name for name in BOOK.model("rack").parameters if name not in ASLEEP]
    assert_moved(browser, led("rack", controls), controls)


def test_what_nvidia_would_earn_changes_it_where_its_racks_would_fill_the_power(
    browser: Browser,
) -> None:
    explorer = led("rack", ("power_rivalry", *ASLEEP))
    assert_moved(browser, explorer, ASLEEP, power_rivalry="1")


def led(name: str, controls: Sequence[str] = ()) -> Explorer:
    """Return the explorer of a view with its leading picture alone."""
    view = BOOK.view(name)
    picture = next(part for part in view.parts if not isinstance(part, Rehearsal))
    lead = replace(view, controls=tuple(controls) or view.controls, parts=(picture,), curves=())
    return BOOK.explorer(view=lead)


def assert_moved(
    browser: Browser, explorer: Explorer, controls: Sequence[str], **start: str
) -> None:
    """Each control, at one end of its range at least, changes the leading picture."""
    page, complaints = open_files(browser, files_of([explorer]))
    root = page.locator(".explorer")
    expect(root).to_have_attribute("data-live", "")
    for control, first in start.items():
        slider_of(root, control).fill(first)
    for control in controls:
        parameter = BOOK.load_parameters()[control]
        ends = [parameter.low, parameter.high]
        _, before, *moved, after = slider_of(root, control).evaluate(
            MOVE, [str(value) for value in (ends[0], parameter.base, *ends, parameter.base)]
        )
        assert any(one != before for one in moved), f"{control} leaves the picture as it was"
        assert after == before
    page.close()
    assert complaints == []


def slider_of(root: Locator, name: str) -> Locator:
    return root.locator(f'[data-parameter="{name}"] input[type="range"]')
