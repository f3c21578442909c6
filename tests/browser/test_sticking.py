"""What stays in sight while controls are turned: the answer's sentence and the price line.

They stick by style sheets alone, take at most 35% of the height and leave small screens alone.
"""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page
from readers import Reader, rest

MOST = 0.35  # of the screen's height
PHONE, NARROW = (390, 844), (320, 844)
DESKS = ((1366, 768), (1440, 900))
ZOOMED = ((683, 384), (720, 450))  # the desks at 200%
STEP = 60  # pixels of scrolling
# Scrolls through the open controls; says at each place what of sentence, price line and controls is
# in sight, what stands over the column of the controls, and where on the page the controls are.
SCROLL = f"""() => {{
  const explorer = document.querySelector(".explorer");
  const [lead, line] = [".answer-lead", ".deal-zone"].map((one) => explorer.querySelector(one));
  const controls = explorer.querySelector(".play > .controls");
  const inputs = [...controls.querySelectorAll("input[type=range]")];
  const box = (one) => one.getBoundingClientRect();
  const header = document.querySelector(".bd-header-article");
  const over = (one) => box(one).left < box(controls).right && box(one).right > box(controls).left;
  const shown = (one) => Math.max(0, Math.min(box(one).bottom, innerHeight) - Math.max(box(one).top, 0));
  const isWhole = (one) => box(one).top > box(header).bottom - 1 && box(one).bottom < innerHeight + 1;
  // where each stands in the flow of the page
  const flow = (one) => {{
    one.style.position = "static";
    const {{ top }} = box(one);
    one.style.position = "";
    return top;
  }};
  const places = [];
  scrollTo(0, 0);
  const [first, last] = [inputs[0], inputs.at(-1)].map((one) => box(one).top);
  for (let y = Math.max(0, first - innerHeight + 60); y < last - 60; y += {STEP}) {{
    scrollTo(0, y);
    const stuck = [lead, line].filter((one) => Math.abs(box(one).top - flow(one)) > 1);
    const free = inputs.filter((one) => {{
      const {{ left, top, width, height }} = box(one);
      return one === document.elementFromPoint(left + width / 2, top + height / 2);
    }});
    places.push({{
      free: free.length,
      lead: isWhole(lead),
      line: isWhole(line),
      stuck: stuck.map((one) => one.className),
      height: shown(header) + stuck.filter(over).reduce((sum, one) => sum + shown(one), 0),
      at: inputs.map((one) => Math.round(box(one).top + scrollY)),
    }});
  }}
  return places;
}}"""


def places(page: Page, site: str, size: tuple[int, int]) -> list[dict[str, Any]]:
    """Return what is seen while a reader scrolls through the controls that are in sight."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    Reader(page, site).open("index")
    rest(page)
    found: list[dict[str, Any]] = page.evaluate(SCROLL)
    assert len({tuple(one["at"]) for one in found}) == 1, "scrolling moves a control on its page"
    assert all(one["height"] <= MOST * size[1] for one in found)
    seen = [one for one in found if one["free"]]
    assert len(seen) > len(found) / 2
    return seen


def test_on_a_phone_sentence_and_price_line_stay_beside_the_controls(
    reloaded: Page, site: str
) -> None:
    seen = places(reloaded, site, PHONE)
    assert all(one["lead"] and one["line"] for one in seen)
    assert any(len(one["stuck"]) == 2 for one in seen)


@pytest.mark.parametrize("size", DESKS)
def test_on_a_desk_the_price_line_stays_beside_the_controls(
    reloaded: Page, site: str, size: tuple[int, int]
) -> None:
    assert all(one["line"] for one in places(reloaded, site, size))


@pytest.mark.parametrize("size", [NARROW, *ZOOMED])
def test_a_small_screen_is_left_to_the_controls(
    reloaded: Page, site: str, size: tuple[int, int]
) -> None:
    assert not any(one["stuck"] for one in places(reloaded, site, size))


def test_a_slider_reached_by_keys_is_not_under_what_sticks(reloaded: Page, site: str) -> None:
    reloaded.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    page = Reader(reloaded, site).open("index")
    sliders = page.locator(".play > .controls input[type=range]")
    seen = """one => {
      const { left, top, width, height } = one.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2) === one;
    }"""
    for start in (0, 2_000):  # from above, and from below
        page.evaluate("y => { document.activeElement.blur(); scrollTo(0, y); }", start)
        for place in range(sliders.count())[:: -1 if start else 1]:
            sliders.nth(place).focus()
            assert sliders.nth(place).evaluate(seen)
