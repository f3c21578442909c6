"""The address carries the reader's case: written as it changes, read with care, undone by Back."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from readers import Reader, box, explorer, kept, link, slider, travel, wait_until, write

from rent_or_sell import rack

pytestmark = pytest.mark.engines

# The event comes after all that could change a value.
CHANGE_HEADING = kept("""() => new Promise((changed) => {
  addEventListener("hashchange", changed);
  location.hash = "#attach_rate=0.1";
})""")


def test_percent_box_is_typed_in_percent(reader: Reader) -> None:
    page = reader.open("index")
    share = box(explorer(page), "displacement")
    write(share, "80")
    share.press("Enter")
    expect(share).to_have_value("80%")
    page.wait_for_url("**#explorer=rack&displacement=0.8&edition=*")


def test_back_undoes_a_change_and_not_a_pixel(reader: Reader) -> None:
    page = reader.open("index")
    root = explorer(page)
    summary = root.locator(".changed-summary")
    start = page.evaluate("history.length")
    slider(root, "displacement").evaluate(
        """slider => {
          for (const value of [0.6, 0.65, 0.7, 0.8]) {
            slider.value = value;
            slider.dispatchEvent(new Event("input", {bubbles: true}));
          }
          slider.dispatchEvent(new Event("change", {bubbles: true}));
        }"""
    )
    assert page.evaluate("history.length") == start + 1
    page.wait_for_url("**#explorer=rack&displacement=0.8&edition=*")
    slider(root, "attach_rate").focus()
    page.keyboard.press("ArrowRight")
    expect(summary).to_have_text(f"2 of {len(rack.parameters)} assumptions changed")
    travel(page, -1)
    wait_until(page, "location.hash.includes('displacement=0.8&')")
    expect(summary).to_have_text(f"1 of {len(rack.parameters)} assumptions changed")
    travel(page, -1)
    expect(summary).to_have_text("Nothing changed from the base case")
    travel(page, 1)
    expect(summary).to_have_text(f"1 of {len(rack.parameters)} assumptions changed")


def test_link_with_errors_still_opens_and_says_what_was_ignored(reader: Reader) -> None:
    fragment = (
        "#explorer=rack&attach_rate=0.4&nonsense=1&displacement=lots&pue=9"
        "&<img src=x onerror=alert(1)>=2&golive_lag=<b>x</b>"
    )
    page = reader.open("index", fragment)
    notice = explorer(page).locator(".ignored")
    for words in (
        "nonsense",
        "displacement=lots (not a number)",
        "pue=9 (outside 1 to 3)",
        "<b>x</b>",
    ):
        expect(notice).to_contain_text(words)
    assert explorer(page).locator("img, .ignored b").count() == 0
    expect(explorer(page).locator(".changed-summary")).to_have_text(
        f"1 of {len(rack.parameters)} assumptions changed"
    )
    assert not reader.errors


def test_heading_link_changes_nothing(reader: Reader) -> None:
    page = reader.open("index", link({"attach_rate": 0.4}))
    page.evaluate(CHANGE_HEADING)
    expect(explorer(page).locator(".changed-summary")).to_have_text(
        f"1 of {len(rack.parameters)} assumptions changed"
    )


def test_reloads_lose_nothing_that_the_address_does_not_say(reader: Reader) -> None:
    page = reader.open("index")
    slider(explorer(page), "attach_rate").fill("0.4")
    page.evaluate("location.hash = '#a-heading'")
    for _ in range(2):
        page.reload()
        expect(explorer(page).locator(".changed-summary")).to_have_text(
            f"1 of {len(rack.parameters)} assumptions changed"
        )
