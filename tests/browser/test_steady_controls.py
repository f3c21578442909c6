"""Nothing jumps: a control that is dragged stays where it is, and an answer keeps its lines."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from explorer_files import files_of, open_again, open_files
from playwright.sync_api import Browser, Page

from rent_or_sell.book import BOOK

# The width of a window in which an explorer is as wide as on the page of a desk, and of a phone.
SCREENS = {"desk": (1096, 900), "phone": (374, 844)}
OPEN_PRESETS = ".presets > .scenarios button"
# How often a slider stops from end to end; in full apart: thousands of pictures are painted.
STEPS = [4, pytest.param(12, marks=pytest.mark.exhaustive)]
# Moves every open control from end to end; says how far its own top moved, and with which words.
SWEEP = """async (steps) => {
  const root = document.querySelector(".explorer");
  const moved = [];
  const top = (one) => one.getBoundingClientRect().top + scrollY;
  const put = async (slider, value) => {
    slider.value = value;
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise(requestAnimationFrame);
  };
  for (const slider of root.querySelectorAll(".play > .controls input[type=range]")) {
    const [start, base] = [top(slider), slider.value];
    for (let step = 0; step <= steps; step += 1) {
      await put(slider, Number(slider.min) + (step / steps) * (slider.max - slider.min));
      const way = top(slider) - start;
      if (Math.abs(way) > 1) moved.push([slider.getAttribute("aria-label") ?? slider.labels[0].innerText,
        slider.value, way, root.querySelector(".answer-lead").textContent]);
    }
    await put(slider, base);
  }
  return moved;
}"""

# Does the same; says with which words what follows from the answer takes less room than at first.
SHRINKS = """async (steps) => {
  const root = document.querySelector(".explorer");
  const more = root.querySelector(".answer-more");
  const room = () => more.getBoundingClientRect().height;
  const least = room();
  const shrunk = [];
  for (const slider of root.querySelectorAll(".play > .controls input[type=range]")) {
    for (let step = 0; step <= steps; step += 1) {
      slider.value = Number(slider.min) + (step / steps) * (slider.max - slider.min);
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise(requestAnimationFrame);
      if (room() < least - 1) shrunk.push([slider.value, more.textContent]);
    }
  }
  return shrunk;
}"""


@pytest.fixture(scope="module", params=[view.name for view in BOOK.views])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The explorer of a view."""
    shown, _ = open_files(browser, files_of([BOOK.explorer(view=BOOK.view(request.param))]))
    yield shown
    shown.close()


@pytest.mark.parametrize("steps", STEPS)
@pytest.mark.parametrize("screen", SCREENS)
def test_no_control_moves_while_it_is_dragged(page: Page, screen: str, steps: int) -> None:
    open_again(page)
    width, height = SCREENS[screen]
    page.set_viewport_size({"width": width, "height": height})
    for preset in page.locator(OPEN_PRESETS).all():
        preset.evaluate("one => one.click()")
        assert page.evaluate(SWEEP, steps) == []


@pytest.mark.parametrize("screen", SCREENS)
def test_what_stands_below_the_answer_is_not_lifted(page: Page, screen: str) -> None:
    open_again(page)
    width, height = SCREENS[screen]
    page.set_viewport_size({"width": width, "height": height})
    assert page.evaluate(SHRINKS, 4) == []
