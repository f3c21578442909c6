"""Choices in the browser: who is chosen, what that sets, and what it leaves to the reader."""

from __future__ import annotations

from dataclasses import replace

import pytest
from explorer_files import files_of, open_files
from playwright.sync_api import Browser, Page, expect
from readers import follow, link

from rent_or_sell.book import BOOK
from rent_or_sell.explorer.parts.choices.part import Choices

pytestmark = pytest.mark.engines

VIEW = BOOK.view("rival")
(BUYERS,) = (part for part in VIEW.parts if isinstance(part, Choices))
(CAPPED,) = (choice for choice in BUYERS.choices if choice.cap)
FREE, OTHER = BUYERS.choices[:2]


@pytest.fixture(scope="module")
def opened(browser: Browser) -> Page:
    page, _ = open_files(browser, files_of([BOOK.explorer(view=replace(VIEW, parts=(BUYERS,)))]))
    return page


def test_a_choice_that_caps_takes_the_readers_value_and_gives_the_base_back(opened: Page) -> None:
    assert CAPPED.cap
    model = BOOK.model(VIEW.model)
    its = model.parameters[CAPPED.cap.parameter]
    own = its.base + its.step
    box = opened.locator(f"[data-parameter={its.name}] .control-value")

    def choose(label: str) -> None:
        opened.get_by_role("button", name=label).click()
        pressed = opened.locator(".choices [aria-pressed=true]")
        expect(pressed).to_have_count(1)
        expect(pressed).to_contain_text(label)

    follow(opened, link({its.name: own}, "rival"))
    choose(OTHER.label)
    expect(box).to_have_value(f"{own:.2f}")
    choose(CAPPED.label)
    expect(box).to_have_value(str(CAPPED.cap.at(model, {})))
    choose(FREE.label)
    expect(box).to_have_value(f"{its.base:.2f}")


def test_another_assumption_lets_go_of_a_cap_and_a_press_takes_it_anew(opened: Page) -> None:
    follow(opened, link({}, "rival"))
    opened.get_by_role("button", name=CAPPED.label).click()
    opened.locator("[data-parameter=parity_discount] input[type=range]").fill("0.5")
    pressed = opened.locator(".choices [aria-pressed=true]")
    expect(pressed).not_to_contain_text(CAPPED.label)
    opened.get_by_role("button", name=CAPPED.label).click()
    expect(pressed).to_contain_text(CAPPED.label)
