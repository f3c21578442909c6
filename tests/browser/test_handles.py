"""Handles in pictures: dragged, touched or moved by keys, they move what a slider moves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from explorer_files import files_of, open_again, open_files
from playwright.sync_api import Browser, Locator, Page, expect
from readers import Reader, follow, link

from rent_or_sell.book import BOOK

# The view and the handle's name, what it moves, and which way it grows.
HANDLES = {
    "Amazon asks": ("rival", "sale_price_per_chip", 1),
    "the buyer offers": ("rival", "buyer_value_per_chip_hour", 1),
    "Discount": ("parity", "parity_discount", -1),
}
MARKS = {"Amazon asks": ".at-price", "the buyer offers": ".at-ceiling"}
SMALLEST = 24  # pixels, of what a finger has to meet
# The middle of a handle's thumb, where the browser draws it: as far along as its value is.
MIDDLE = """handle => {
  const { left, top, width, height } = handle.getBoundingClientRect();
  const share = (handle.value - handle.min) / (handle.max - handle.min);
  const along = handle.dir === "rtl" ? 1 - share : share;
  return [left + height / 2 + along * (width - height), top + height / 2];
}"""
COUNT_ENTRIES = """() => {
  globalThis.entries = 0;
  const push = history.pushState.bind(history);
  history.pushState = (...given) => {
    entries += 1;
    push(...given);
  };
}"""
ENTRIES = "entries"


@pytest.fixture(scope="module", params=["rival", "parity"])
def opened(browser: Browser, request: pytest.FixtureRequest) -> Iterator[tuple[str, Page]]:
    page, complaints = open_files(browser, files_of([BOOK.explorer(view=request.param)]))
    yield request.param, page
    assert complaints == []
    page.close()


@pytest.fixture
def handles(opened: tuple[str, Page]) -> Iterator[list[tuple[Locator, str, int]]]:
    view, page = opened
    open_again(page)
    page.evaluate(COUNT_ENTRIES)
    yield [
        (page.get_by_role("slider", name=name, exact=True), parameter, way)
        for name, (its, parameter, way) in HANDLES.items()
        if its == view
    ]


def value(handle: Locator, parameter: str) -> float:
    """Return what the parameter's own slider says."""
    control = handle.page.locator(f'[data-parameter="{parameter}"] input[type=range]')
    return float(control.input_value())


def drag(handle: Locator, across: float) -> None:
    """Drag a handle by so many pixels, in steps, as a hand does."""
    handle.scroll_into_view_if_needed()
    x, y = handle.evaluate(MIDDLE)
    mouse = handle.page.mouse
    mouse.move(x, y)
    mouse.down()
    for part in range(1, 6):
        mouse.move(x + across * part / 5, y)
    mouse.up()


def test_a_drag_moves_the_parameter_by_its_steps_and_is_one_change(
    handles: list[tuple[Locator, str, int]],
) -> None:
    for handle, parameter, way in handles:
        its = BOOK.load_parameters()[parameter]
        before, entries = value(handle, parameter), handle.page.evaluate(ENTRIES)
        drag(handle, 40)
        after = value(handle, parameter)
        assert (after - before) * way > 0
        assert (after - its.low) / its.step == pytest.approx(round((after - its.low) / its.step))
        assert handle.page.evaluate(ENTRIES) == entries + 1
        handle.page.go_back()
        slider = handle.page.locator(f'[data-parameter="{parameter}"] input[type=range]')
        expect(slider).to_have_value(f"{before:g}")


def test_keys_make_the_slider_s_steps_in_the_direction_that_is_seen(
    handles: list[tuple[Locator, str, int]],
) -> None:
    for handle, parameter, way in handles:
        its = BOOK.load_parameters()[parameter]
        before = value(handle, parameter)
        handle.press("ArrowRight")
        assert value(handle, parameter) == pytest.approx(before + way * its.step)
        handle.press("ArrowLeft")
        handle.press("ArrowUp")
        assert value(handle, parameter) == pytest.approx(before + its.step)
        handle.press("Home")
        assert value(handle, parameter) == its.low
        handle.press("End")
        assert value(handle, parameter) == its.high
        entries = handle.page.evaluate(ENTRIES)
        handle.press("PageDown")
        assert value(handle, parameter) == pytest.approx(max(its.high - 10 * its.step, its.low))
        assert handle.page.evaluate(ENTRIES) == entries, "a run of keys is one change"


def test_a_handle_says_what_it_moves(handles: list[tuple[Locator, str, int]]) -> None:
    for handle, parameter, _ in handles:
        handle.press("ArrowUp")
        slider = handle.page.locator(f'[data-parameter="{parameter}"] input[type=range]')
        said = slider.get_attribute("aria-valuetext") or ""
        assert (handle.get_attribute("aria-valuetext") or "").startswith(said)


@pytest.mark.parametrize("width", [390, 820, 1080])
def test_a_handle_stands_on_its_mark_and_is_large_enough(
    handles: list[tuple[Locator, str, int]], width: int
) -> None:
    page = handles[0][0].page
    page.set_viewport_size({"width": width, "height": 900})
    view = "rival" if len(handles) > 1 else "parity"
    ends = [
        {name: getattr(BOOK.load_parameters()[name], end)}
        for _, name, _ in handles
        for end in ("low", "high")
    ]
    for case in ({}, *ends):
        follow(page, link(case, view))
        for handle, _, _ in handles:
            handle.scroll_into_view_if_needed()
            x, y = handle.evaluate(MIDDLE)
            name = handle.get_attribute("aria-label") or ""
            mark = (
                page.locator(f".zone-span{MARKS[name]} .price-mark")
                if name in MARKS
                else handle.locator("xpath=preceding-sibling::span/span[last()]/*[2]")
            )
            box = mark.bounding_box()
            assert box
            middle = box["x"] + (box["width"] / 2 if name in MARKS else box["width"])
            assert x == pytest.approx(middle, abs=1.5)
            half = SMALLEST / 2 - 0.5
            tops = page.evaluate(
                "points => points.map(([x, y]) => document.elementFromPoint(x, y)?.ariaLabel)",
                [[x, y], [x - half, y], [x + half, y], [x, y - half], [x, y + half]],
            )
            assert set(tops) <= set(HANDLES) and name in tops, case


def test_on_a_phone_a_handle_is_on_its_bar(reloaded: Page, site: str) -> None:
    reloaded.set_viewport_size({"width": 390, "height": 844})
    page = Reader(reloaded, site).open("bottleneck")
    bar, handle = page.locator(".bar-cell:has(.handle)").evaluate(
        """cell => [".bar", ".handle"].map((one) => cell.querySelector(one).getBoundingClientRect())
          .map(({ top, bottom }) => (top + bottom) / 2)"""
    )
    assert bar == pytest.approx(handle, abs=1.5)
