"""Back undoes the last change, whatever it was, and nothing that a reader changed is lost."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Any

import pytest
from explorer_files import ORIGIN, files_of, open_again, open_files
from playwright.sync_api import Browser, Locator, Page, expect
from readers import CATCH_UP, kept, travel, write

from rent_or_sell.book import BOOK
from rent_or_sell.explorer.widget import Explorer

pytestmark = pytest.mark.engines

WALKS = [10, pytest.param(50, marks=pytest.mark.exhaustive)]  # changes
SEED = 20261126
# Every field of every explorer as it shows its value, and each explorer's changes.
READ = f"""() => {{
  ({CATCH_UP})();
  return [
    [...document.querySelectorAll("[data-parameter] input")].map(({{ value }}) => value),
    history.state.explorers,
  ];
}}"""
# One step back, over what the page passes by itself, to the entry at which it was opened.
TO_THE_FIRST = kept("""() => new Promise((done) => {
  addEventListener("popstate", () => history.state.place || requestAnimationFrame(done));
  history.back();
})""")
COUNT_ENTRIES = """() => {
  globalThis.entries = 0;
  const push = history.pushState.bind(history);
  history.pushState = (...given) => {
    entries += 1;
    push(...given);
  };
}"""


@cache
def two_explorers() -> list[Explorer]:
    return [BOOK.explorer("parity"), BOOK.explorer("market")]


@pytest.fixture(scope="module")
def shared(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page with two explorers, and its complaints."""
    page, complaints = open_files(browser, files_of(two_explorers()))
    yield page, complaints
    page.close()


@pytest.fixture
def opened(shared: tuple[Page, list[str]]) -> Iterator[Page]:
    """The page, opened anew."""
    page, complaints = shared
    open_again(page)
    yield page
    assert complaints == []


def read(page: Page) -> Any:
    return page.evaluate(READ)


def back(page: Page) -> Any:
    travel(page, -1)
    return read(page)


def control(page: Page, explorer: str, name: str) -> Locator:
    return page.locator(f'[data-explorer="{explorer}"] [data-parameter="{name}"]')


def slider(page: Page, explorer: str = "parity", name: str = "parity_discount") -> Locator:
    return control(page, explorer, name).locator("input[type=range]")


def drag(page: Page, handle: Locator, *shares: float) -> None:
    """Drag a slider with the mouse to shares of its width, one after the other, and let go."""
    handle.scroll_into_view_if_needed()
    place = handle.bounding_box()
    assert place
    for number, share in enumerate(shares):
        page.mouse.move(place["x"] + share * place["width"], place["y"] + place["height"] / 2)
        if not number:
            page.mouse.down()
    page.mouse.up()


def change(page: Page, random: Random) -> None:
    """Change something as a reader might: by slider, keys, box, preset or reset."""
    explorer = random.choice(two_explorers())
    name = random.choice(list(explorer.model.parameters))
    parameter = explorer.model.parameters[name]
    fields = control(page, explorer.identity, name)
    for fold in fields.locator("xpath=ancestor::details[not(@open)]").all():
        fold.evaluate("fold => { fold.open = true }")
    handle = fields.locator("input[type=range]")
    at = parameter.low + random.random() * (parameter.high - parameter.low)
    ways = ["drag", "keys", "box", "reset all"]
    match random.choice(ways):
        case "drag":
            drag(page, handle, random.random(), random.random(), random.random())
        case "keys":
            handle.focus()
            for _ in range(5):
                page.keyboard.press(
                    "ArrowRight" if float(handle.input_value()) <= at else "ArrowLeft"
                )
            handle.blur()
        case "box":
            typed = fields.locator(".control-value")
            write(typed, f"{100 * at if parameter.format.endswith('%') else at:.3f}")
            typed.press("Enter")
        case "reset all":
            button = page.locator(f'[data-explorer="{explorer.identity}"] .reset-all')
            if button.is_visible():
                button.click()


@pytest.mark.parametrize("walk", WALKS)
def test_changes_are_undone_and_done_again_in_their_order(opened: Page, walk: int) -> None:
    random = Random(SEED)
    opened.evaluate(COUNT_ENTRIES)
    seen = [read(opened)]
    spare = False
    while len(seen) <= walk or spare:
        change(opened, random)
        if (now := read(opened)) != seen[-1]:
            seen.append(now)
        # A slider taken elsewhere and back again leaves one, which the next change takes.
        entries, spare = opened.evaluate("[entries, history.state.spare ?? false]")
        assert entries == len(seen) - 1 + spare, "a change makes one entry"
    # The page before takes one of the entries that the browser keeps.
    kept = min(opened.evaluate("history.length") - 1, len(seen))
    assert kept > 0.8 * walk
    for wanted in seen[-2 : -kept - 1 : -1]:
        assert back(opened) == wanted
    for wanted in seen[len(seen) - kept + 1 :]:
        travel(opened, 1)
        assert read(opened) == wanted


@pytest.mark.parametrize("fragment", ["", "#a-heading"])
def test_the_first_change_is_undone_wherever_the_page_was_opened(
    opened: Page, fragment: str
) -> None:
    open_again(opened, fragment)
    before = read(opened)
    drag(opened, slider(opened), 0.5, 0.8)
    assert read(opened) != before
    assert back(opened) == before
    assert opened.evaluate("location.hash") == fragment


def test_a_link_to_one_explorer_outlives_a_change_of_the_other(opened: Page) -> None:
    open_again(opened, "#explorer=market&chip_supply=1.5&edition=2")
    before = read(opened)
    drag(opened, slider(opened), 0.5, 0.8)
    assert back(opened) == before
    assert before[1]["market"] == {"chip_supply": 1.5}


def test_a_heading_visited_in_between_changes_nothing(opened: Page) -> None:
    drag(opened, slider(opened), 0.5, 0.8)
    changed = read(opened)
    opened.evaluate("location.hash = '#a-heading'")
    assert read(opened) == changed
    drag(opened, slider(opened, "market", "chip_supply"), 0.2, 0.4)
    assert back(opened) == changed
    assert back(opened) == changed


def test_a_drag_away_and_back_leaves_later_changes_apart(opened: Page) -> None:
    handle = slider(opened)
    drag(opened, handle, 0.5, 0.8)
    first = read(opened)
    drag(opened, handle, 0.8, 0.3, 0.8)
    drag(opened, handle, 0.8, 0.97)
    second = read(opened)
    assert second != first
    drag(opened, slider(opened, "market", "chip_supply"), 0.2, 0.4)
    assert back(opened) == second
    assert back(opened) == first


def test_back_after_a_drag_away_and_back_undoes_the_change_before(opened: Page) -> None:
    before = read(opened)
    handle = slider(opened)
    drag(opened, handle, 0.5, 0.8)
    drag(opened, handle, 0.8, 0.3, 0.8)
    opened.evaluate(TO_THE_FIRST)
    assert read(opened) == before


def test_back_after_nothing_but_a_drag_away_and_back_stays_on_the_page(opened: Page) -> None:
    before = read(opened)
    handle = slider(opened)
    share = (float(handle.input_value()) - float(handle.get_attribute("min") or 0)) / (
        float(handle.get_attribute("max") or 0) - float(handle.get_attribute("min") or 0)
    )
    opened.evaluate(COUNT_ENTRIES)
    drag(opened, handle, share, 0.9, share)
    assert opened.evaluate("[entries, history.state.spare]") == [1, True]
    assert back(opened) == before
    assert opened.url.startswith(ORIGIN)


def test_a_run_of_keys_is_one_change(opened: Page) -> None:
    before = read(opened)
    opened.evaluate(COUNT_ENTRIES)
    slider(opened).focus()
    for press in range(60):
        opened.keyboard.press("ArrowRight" if press < 40 else "ArrowLeft")
    opened.keyboard.press("Tab")
    after = read(opened)
    assert opened.evaluate("entries") == 1
    assert opened.evaluate("location.hash").startswith("#explorer=parity&parity_discount=")
    assert back(opened) == before
    travel(opened, 1)
    assert read(opened) == after


def test_keys_are_kept_as_they_are_pressed(opened: Page) -> None:
    """Back at once and Forward, or a reload, without leaving the slider."""
    slider(opened).focus()
    for _ in range(10):
        opened.keyboard.press("ArrowRight")
    after = read(opened)
    travel(opened, -1)
    travel(opened, 1)
    assert read(opened) == after
    slider(opened).focus()
    opened.keyboard.press("ArrowLeft")
    after = read(opened)
    opened.reload()
    assert read(opened) == after


def test_keys_and_a_drag_of_one_slider_are_two_changes(opened: Page) -> None:
    handle = slider(opened)
    handle.focus()
    for _ in range(4):
        opened.keyboard.press("ArrowRight")
    first = read(opened)
    drag(opened, handle, 0.5, 0.9)
    assert back(opened) == first


@pytest.mark.chromium
def test_a_reload_and_a_visit_elsewhere_lose_nothing(opened: Page) -> None:
    drag(opened, slider(opened), 0.5, 0.8)
    drag(opened, slider(opened, "market", "chip_supply"), 0.2, 0.4)
    typed = control(opened, "parity", "parity_discount").locator(".control-value")
    before = read(opened)
    write(typed, "typed and left")
    opened.reload()
    assert read(opened) == before
    opened.goto("about:blank")
    opened.go_back()
    expect(opened.locator(".explorer:not([data-live])")).to_have_count(0)
    assert read(opened) == before
    assert back(opened) != before


def test_an_entry_that_fits_the_page_no_more_is_taken_as_far_as_it_fits(opened: Page) -> None:
    opened.evaluate(
        """() => history.replaceState({ explorers: {
          parity: { parity_discount: 0.5, gone: 1, chips: "x" }, other: { a: 1 },
        } }, "")"""
    )
    opened.reload()
    assert read(opened)[1] == {"parity": {"parity_discount": 0.5}, "market": {}}


# What a link brought is said until the next change


def notice(page: Page, explorer: str = "parity") -> Locator:
    return page.locator(f'[data-explorer="{explorer}"] .ignored')


def test_a_thousand_things_ignored_are_five_named_and_a_count(opened: Page) -> None:
    many = "&".join(f"n{number}=1" for number in range(1000))
    odd = f"\u202eevil\u2066\0{'long' * 100}=1"
    open_again(opened, f"#explorer=parity&{odd}&{many}&parity_discount=0.5&edition=2")
    said = notice(opened).inner_text()
    assert said.count("no such assumption") == 5
    assert "and 996 more" in said
    assert "evillong" in said
    assert not set("\u202e\u2066\0") & set(said)
    assert len(said) < 400
    opened.locator('[data-explorer="parity"] .reset-all').click()
    expect(notice(opened)).to_be_hidden()
    expect(notice(opened)).to_have_text("")


def test_of_a_link_without_end_the_beginning_is_read_and_the_rest_is_counted(opened: Page) -> None:
    many = "&".join(f"n{number}=1" for number in range(12_500))
    open_again(opened, f"#explorer=parity&parity_discount=0.5&{many}&parity_discount=0.7&edition=2")
    assert read(opened)[1] == {"parity": {"parity_discount": 0.5}, "market": {}}
    said = notice(opened).inner_text()
    assert said.count("no such assumption") == 5
    assert "and 12497 more" in said


def test_it_goes_with_the_end_of_a_drag_and_not_under_the_hand(opened: Page) -> None:
    open_again(opened, "#explorer=parity&nonsense=1&edition=2")
    slider(opened).evaluate(
        """slider => { slider.value = 0.5; slider.dispatchEvent(new Event("input")); }"""
    )
    expect(notice(opened)).to_be_visible()
    slider(opened).dispatch_event("change")
    expect(notice(opened)).to_be_hidden()


def test_it_goes_with_a_change_in_another_explorer(opened: Page) -> None:
    open_again(opened, "#explorer=parity&nonsense=1&edition=2")
    expect(notice(opened)).to_be_visible()
    drag(opened, slider(opened, "market", "chip_supply"), 0.2, 0.4)
    expect(notice(opened)).to_be_hidden()


def test_an_explorer_of_another_page_is_said(opened: Page) -> None:
    open_again(opened, "#explorer=<b>rack</b>&attach_rate=0.4&edition=2")
    expect(notice(opened)).to_contain_text("an explorer that is not on this page: <b>rack</b>")
    assert read(opened)[1] == {"parity": {}, "market": {}}


def test_a_parameter_of_another_model_and_a_second_explorer_are_said(opened: Page) -> None:
    open_again(opened, "#explorer=market&explorer=parity&attach_rate=0.4&edition=2")
    expect(notice(opened)).to_contain_text("explorer=market (given again)")
    expect(notice(opened)).to_contain_text("attach_rate (no such assumption)")
