"""What moves on the screen is what Python would have drawn, had the reader's case been the base."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from explorer_files import ORIGIN, files_of, open_files
from playwright.sync_api import Browser, Locator, Page, expect
from readers import catch_up, follow

from rent_or_sell.book import BOOK
from rent_or_sell.explorer.widget import Explorer
from rent_or_sell.numbers.number_format import format_number

pytestmark = pytest.mark.engines

CASES: dict[str, dict[str, float]] = {
    "rack": {"sale_price_per_chip": 24_500, "attach_rate": 0.15, "displacement": 0.3},
    "fleet": {"chip_supply": 2.5, "share_offered": 0.35, "attach_rate": 0.4, "outside_demand": 0.9},
    "market": {"chip_supply": 3.1, "sale_price_per_chip": 26_000, "rent_per_chip_hour": 1.6},
    "parity": {"reference_rack_price": 3_000_000, "parity_discount": 0.3},
}
# Lengths and places, each with the result that it stands for, of all pictures in a frame.
READ_MARKS = """(root, html) => {
  const frame = html ? new DOMParser().parseFromString(html, "text/html") : root;
  const pictures = [...frame.querySelectorAll("[data-part]:not([data-part=controls])")];
  return pictures.flatMap((picture) => [...picture.querySelectorAll("svg, circle")].flatMap((mark) =>
    ["width", "height", "cx", "cy"]
      .filter((name) => mark.getAttribute(name)?.endsWith("%"))
      .map((name) => [picture.dataset.part, mark.dataset.bar ?? "", name, parseFloat(mark.getAttribute(name))])));
}"""
READ_LINES = """(root, html) => {
  const frame = html ? new DOMParser().parseFromString(html, "text/html") : root;
  return [...frame.querySelectorAll(".plot-line, .plot-zero")].flatMap((line) =>
    line.getAttribute("d").match(/-?[\\d.]+/g).map(Number));
}"""
READ_WORDS = """(root, html) => {
  const frame = html ? new DOMParser().parseFromString(html, "text/html") : root;
  const written = "[data-quantity], [data-given], .plot-label, .zone-ends, .note, .answer, .kicker";
  return [...frame.querySelectorAll(written)].map((e) =>
    [e.dataset.quantity ?? "", e.dataset.year ?? "", e.textContent.replace(/\\s+/g, " ").trim()]);
}"""
Opened = Callable[[str, dict[str, float]], Locator]


@pytest.fixture(scope="module")
def pages(browser: Browser) -> Iterator[dict[str, tuple[Page, list[str]]]]:
    """By view, a page of its explorer alone and the page's complaints."""
    opened = {view: open_files(browser, files_of([BOOK.explorer(view=view)])) for view in CASES}
    yield opened
    for page, _ in opened.values():
        page.close()


@pytest.fixture
def opened(pages: dict[str, tuple[Page, list[str]]]) -> Iterator[Opened]:
    """Loads the page of a view's explorer anew, at a reader's case."""

    def open_at(view: str, changes: dict[str, float]) -> Locator:
        page, _ = pages[view]
        page.goto(f"{ORIGIN}/index.html")
        pairs = "".join(f"&{name}={value}" for name, value in changes.items())
        follow(page, f"#explorer={view}{pairs}")
        root = page.locator(".explorer")
        expect(root.locator(".changed-list > li")).to_have_count(len(changes))
        return root

    yield open_at
    for _, complaints in pages.values():
        assert complaints == []


def at_base(view: str, changes: dict[str, float]) -> Explorer:
    """Return the explorer of a model whose base case is the reader's."""
    model = BOOK.model(BOOK.view(view).model)
    known = {
        name: replace(parameter, base=changes.get(name, parameter.base))
        for name, parameter in model.known.items()
    }
    return BOOK.explorer(replace(model, known=known), view=view)


@pytest.mark.parametrize("view", CASES)
def test_pictures_follow_the_readers_case(opened: Opened, view: str) -> None:
    root = opened(view, CASES[view])
    frame = at_base(view, CASES[view])._markup
    drawn, wanted = (sorted(root.evaluate(READ_MARKS, html)) for html in ("", frame))
    assert [mark[:3] for mark in drawn] == [mark[:3] for mark in wanted]
    assert [mark[3] for mark in drawn] == pytest.approx([mark[3] for mark in wanted], abs=0.02)
    lines = root.evaluate(READ_LINES, frame)
    assert root.evaluate(READ_LINES, "") == pytest.approx(lines, abs=0.02)
    assert sorted(root.evaluate(READ_WORDS, "")) == sorted(root.evaluate(READ_WORDS, frame))


@pytest.mark.parametrize("view", CASES)
def test_each_picture_has_moved_from_the_base_case(opened: Opened, view: str) -> None:
    """The test above would hold for pictures that never move, were its cases the base case."""
    root = opened(view, CASES[view])
    now, before = (
        root.evaluate(READ_MARKS, html) for html in ("", BOOK.explorer(view=view)._markup)
    )
    for kind in {mark[0] for mark in now}:
        moved = [one for one, other in zip(now, before, strict=True) if one != other]
        assert kind in {mark[0] for mark in moved}


# Marks beyond their picture


def places(root: Locator, marks: str) -> list[float]:
    """Return how far from the left marks of the deal zone stand, in percent."""
    widths = root.locator(f".deal-zone {marks}").evaluate_all(
        "all => all.map(e => e.getAttribute('width'))"
    )
    return [float(width.rstrip("%")) for width in widths]


def end_of_axis(root: Locator, end: str) -> float:
    text = root.locator(f'[data-end="{end}"]').inner_text().replace("−", "-")
    return float(re.sub(r"[$,]| a chip", "", text))


@pytest.mark.parametrize("price", [2_000, 60_000, 61_999])
def test_the_axis_of_prices_widens_to_hold_each_mark(opened: Opened, price: float) -> None:
    root = opened("rack", {"sale_price_per_chip": price})
    assert all(0 <= place <= 100 for place in places(root, ".ruler"))
    low, high = end_of_axis(root, "low"), end_of_axis(root, "high")
    (place,) = places(root, ".zone-row.at-price .ruler")
    assert low + place / 100 * (high - low) == pytest.approx(price)


@pytest.mark.parametrize(("displacement", "refused"), [(0.3, False), (1, True)])
def test_a_zone_without_a_deal_is_marked(
    opened: Opened, displacement: float, refused: bool
) -> None:
    root = opened("rack", {"displacement": displacement})
    surplus = BOOK.evaluate("rack", displacement=displacement)["deal_surplus_per_chip"]
    assert (surplus <= 0) == refused
    zone = root.locator(".deal-zone")
    assert ("no-deal" in (zone.get_attribute("class") or "").split()) == refused


def test_a_case_beyond_the_line_has_no_mark_on_it(opened: Opened) -> None:
    supply = BOOK.model("market").parameters["chip_supply"]
    marks = ".plot-mark.plot-mine, .plot-label.plot-mine"
    for value, seen in ((2 * supply.high, True), (2 * supply.high + 0.5, False)):
        root = opened("market", {"chip_supply": value})
        classes = root.locator(marks).evaluate_all(
            "all => all.map(e => e.classList.contains('unseen'))"
        )
        assert classes == [not seen, not seen]


# What the buttons do


def button(root: Locator, name: str) -> Locator:
    return root.get_by_role("button", name=name, exact=True)


def listed(root: Locator) -> list[str]:
    catch_up(root)
    items = root.locator(".changed-list > li")
    return list(items.evaluate_all("all => all.map(item => item.firstChild.data)"))


def test_a_scenario_takes_the_place_of_all_changes(opened: Opened) -> None:
    root = opened("rack", {"pue": 1.2})
    root.locator(".meanings > summary").click()
    for name in ("hall_empty", "enterprise", "base"):
        scenario = BOOK.load_scenarios()[name]
        button(root, scenario.label).click()
        expect(root.locator('[data-scenario][aria-pressed="true"]')).to_have_text([scenario.label])
        changes = BOOK.model("rack").presets[name]
        labels = [BOOK.model("rack").parameters[key].label for key in changes]
        assert [text.rpartition(":")[0] for text in listed(root)] == labels


def test_every_change_is_listed_with_its_base_value(opened: Opened) -> None:
    changes = {"attach_rate": 0.15, "displacement": 0.3, "space_reused": 0}
    wanted = []
    for name, value in changes.items():
        parameter = BOOK.model("rack").parameters[name]
        before, after = (format_number(one, parameter.format) for one in (parameter.base, value))
        wanted.append(f"{parameter.label}: {before} → {after} ")
    assert listed(opened("rack", changes)) == wanted


@pytest.mark.chromium
def test_a_control_goes_back_to_its_base_and_leaves_the_list(opened: Opened) -> None:
    parameters = BOOK.model("rack").parameters
    root = opened("rack", {"attach_rate": 0.15, "displacement": 0.3})
    control = root.locator('[data-parameter="displacement"]')
    reset = control.locator(".control-reset")
    expect(reset).to_be_visible()
    reset.click()
    expect(reset).to_be_hidden()
    expect(control.get_by_role("slider")).to_be_focused()
    base = format_number(parameters["displacement"].base, parameters["displacement"].format)
    expect(control.locator(".control-value")).to_have_value(base)
    assert [text.rpartition(":")[0] for text in listed(root)] == [parameters["attach_rate"].label]
    root.page.wait_for_url("**#explorer=rack&attach_rate=0.15&*")
