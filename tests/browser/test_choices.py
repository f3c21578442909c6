"""Choices in the browser: who is chosen, what that sets, and what it leaves to the reader."""

from __future__ import annotations

import re
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


def test_a_chosen_cap_follows_what_it_hangs_on_until_the_reader_moves_it(opened: Page) -> None:
    assert CAPPED.cap
    model = BOOK.model(VIEW.model)
    follow(opened, link({}, "rival"))
    opened.get_by_role("button", name=CAPPED.label).click()
    pressed = opened.locator(".choices [aria-pressed=true]")
    capped = opened.locator(f"[data-parameter={CAPPED.cap.parameter}]")
    # At the lowest discount Nvidia asks more than this buyer can pay: the cap is no cap there.
    for discount in (0.5, 0.2, 0.6):
        opened.locator("[data-parameter=parity_discount] input[type=range]").fill(str(discount))
        expect(pressed).to_have_count(1)
        expect(pressed).to_contain_text(CAPPED.label)
        value = CAPPED.cap.at(model, {"parity_discount": discount})
        expect(capped.locator(".control-value")).to_have_value(re.compile(f"^{value:g}0?$"))
    opened.go_back()
    expect(pressed).to_contain_text(CAPPED.label)
    capped.locator("input[type=range]").fill("1.5")
    expect(pressed).to_have_count(1)
    expect(pressed).to_contain_text(FREE.label)
    expect(capped.locator(".control-value")).to_have_value("1.50")
