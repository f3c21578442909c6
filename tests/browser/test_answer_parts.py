"""Flips, "set any answer" and the tornado as a reader has them, of three models."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlencode

import heat_pump.book
import numpy as np
import pytest
import readers
from explorer_files import files_of, open_files
from playwright.sync_api import Browser, Locator, Page, expect
from readers import travel, write

from rent_or_sell.answers.flips import flip_points, solve
from rent_or_sell.answers.tornado import tornado
from rent_or_sell.book import BOOK
from rent_or_sell.explorer.parts.flips.part import Flips
from rent_or_sell.explorer.parts.solve.part import Solve
from rent_or_sell.explorer.parts.tornado.part import Tornado
from rent_or_sell.explorer.sentence import Case
from rent_or_sell.explorer.view import View
from rent_or_sell.explorer.widget import Explorer
from rent_or_sell.model.models import Model
from rent_or_sell.numbers.number_format import closer_format, format_apart, format_number

pytestmark = pytest.mark.engines

SEED = 20261126
MODELS = {
    "rack": (BOOK.model("rack"), "deal_surplus_per_chip", "displacement"),
    "fleet": (BOOK.model("fleet"), "policy_gain_total", "share_offered"),
    "heating": (heat_pump.book.BOOK.model("heating"), "gain", "gas_price"),
}
NO_FLOOR = {"selling_share": 1.0, "warranty_share": 0.3}
ROOM = 632  # pixels beside the controls, on a screen of 1440


def explorer_of(name: str) -> Explorer:
    """Return an explorer of a model with the three parts on its answer."""
    model, answer, parameter = MODELS[name]
    title = ((Case("What alone would turn it"),),)
    parts = (
        Flips(answer, title, shown=5),
        Solve(tuple((result, result) for result in (answer, *model.headlines)), 0, parameter),
        Tornado(answer, "The answer over each range", "$,.0f", shown=4),
    )
    view = View(name, name, (parameter,), parts=parts, curves=(answer,))
    return Explorer(model, view=view)


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return files_of([explorer_of(name) for name in MODELS])


@pytest.fixture(scope="module")
def opened(browser: Browser, files: dict[str, str]) -> Iterator[Page]:
    page, complaints = open_files(browser, files)
    expect(page.locator(".explorer[data-live]")).to_have_count(len(MODELS))
    yield page
    assert complaints == []
    assert page.evaluate("violations") == []
    page.close()


@pytest.fixture
def page(opened: Page) -> Page:
    """The page with every explorer at its base case and every fold closed."""
    opened.evaluate("""() => {
      document.querySelectorAll("details[open]").forEach((fold) => fold.removeAttribute("open"));
    }""")
    for name in MODELS:
        follow(opened, name, {})
    return opened


def follow(page: Page, name: str, changes: dict[str, float]) -> Locator:
    """Open a link on the page; return its explorer once it shows the case.

    How many assumptions differ does not tell: it may be as many as in the case before.
    """
    readers.follow(page, "#" + urlencode({"explorer": name, **changes}))
    root = page.locator(f'.explorer[data-explorer="{name}"]')
    count = f"{len(changes)} of" if changes else "Nothing changed"
    expect(root.locator(".changed-summary")).to_contain_text(count)
    return root


def cases(model: Model) -> list[dict[str, float]]:
    random = np.random.default_rng(SEED)
    parameters = list(model.parameters.values())
    drawn = [random.choice(len(parameters), 4, replace=False) for _ in range(2)]
    some = [[parameters[place] for place in places] for places in drawn]
    return [
        # not at the base value, which would be no change
        {p.name: p.low + (p.high - p.low) * float(random.uniform(0.01, 0.99)) for p in each}
        for each in some
    ] + ([NO_FLOOR] if "selling_share" in model.parameters else [])


@pytest.mark.parametrize("name", MODELS)
def test_flips_are_listed_as_python_finds_them(page: Page, name: str) -> None:
    model, answer, _ = MODELS[name]
    for changes in cases(model):
        root = follow(page, name, changes)
        part = root.locator(".flips")
        readers.unfold(part.locator("details:not([open])"))
        expect(part.locator(".flip")).to_have_count(len(model.depends_on(answer)))
        wanted = flip_points(model, answer, changes)
        rows = part.locator(".flip").evaluate_all(
            """rows => rows.map(row => [row.dataset.flip, row.dataset.value,
              row.querySelector(".flip-at").textContent,
              getComputedStyle(row.querySelector("button")).visibility])"""
        )
        at = {row[0]: row for row in rows}
        assert set(at) == set(wanted.index)
        for parameter, flip in wanted["flip"].items():
            _, value, text, button = at[str(parameter)]
            span = model.parameters[str(parameter)].high - model.parameters[str(parameter)].low
            if np.isnan(flip):
                assert (value, text, button) == ("", "never", "hidden")
            else:
                assert float(value) == pytest.approx(flip, rel=1e-9, abs=1e-9 * span)
                code = model.parameters[str(parameter)].format
                assert text == format_apart(
                    float(value), [wanted["now"][str(parameter)]], closer_format(code)
                )
        distances = [wanted.loc[row[0], "distance"] for row in rows]
        finite = [distance for distance in distances if np.isfinite(distance)]
        assert finite == pytest.approx(sorted(finite), rel=1e-9)
        assert np.isnan(distances[len(finite) :]).all()


@pytest.mark.parametrize("name", MODELS)
def test_bars_are_as_long_as_python_says_and_their_ends_are_named(page: Page, name: str) -> None:
    model, answer, _ = MODELS[name]
    for changes in cases(model)[:2]:
        root = follow(page, name, changes)
        part = root.locator(".tornado")
        readers.unfold(part.locator("details:not([open])"))
        wanted = tornado(model, answer, changes)
        now = model.evaluate(changes)[answer]
        ends = np.array([0.0, now, *wanted[["at_low", "at_high"]].to_numpy().flat])
        low, span = np.nanmin(ends), np.nanmax(ends) - np.nanmin(ends)
        expect(part.locator(".tornado-row[data-row]")).to_have_count(len(wanted))
        rows = part.locator(".tornado-row[data-row]").evaluate_all(
            """rows => rows.map(row => [row.dataset.row, row.classList.contains("crosses"),
              ...[["below", "x"], ["below", "width"], ["above", "width"]].map(([side, attribute]) =>
                row.querySelector(`.tornado-${side}`).getAttribute(attribute)),
              ...[...row.querySelectorAll(".tornado-end")].map(e => e.textContent)])"""
        )
        for parameter, crosses, start, below, above, first, last in rows:
            row = wanted.loc[parameter]
            left, right = sorted([row["at_low"], row["at_high"]])
            shares = [float(share.removesuffix("%")) for share in (start, below, above)]
            assert shares[0] == pytest.approx(100 * (left - low) / span, abs=1e-6)
            assert shares[1] + shares[2] == pytest.approx(100 * (right - left) / span, abs=1e-6)
            assert (shares[1] > 0 and shares[2] > 0) == crosses == row["crosses"]
            code = model.parameters[parameter].format
            names = [format_number(row[end], code) for end in ("low", "high")]
            if right - left > 1e-9 * abs(right):
                assert [first, last] == (names if row["at_low"] <= row["at_high"] else names[::-1])
        spreads = [wanted.loc[row[0], "spread"] for row in rows]
        assert spreads == pytest.approx(sorted(spreads, reverse=True), rel=1e-9, abs=1e-9 * span)
        cells = part.locator("tbody tr").first.locator("td").all_text_contents()
        assert cells[:2] == [
            format_number(wanted.loc[rows[0][0], end], model.parameters[rows[0][0]].format)
            for end in ("low", "high")
        ]


def test_the_table_of_bars_is_whole_beside_controls(page: Page) -> None:
    part = follow(page, "rack", {}).locator(".tornado")
    readers.unfold(part.locator("details"))
    pane = part.locator(".results-scroll")
    set_width = "(pane, room) => { pane.style.width = `${room}px`; return pane.scrollWidth; }"
    assert pane.evaluate(set_width, ROOM) == ROOM
    pane.evaluate("pane => { pane.style.width = ''; }")


def test_what_is_not_defined_is_said_and_has_no_bar(page: Page) -> None:
    root = follow(page, "rack", NO_FLOOR)
    spreads = tornado(MODELS["rack"][0], "deal_surplus_per_chip", NO_FLOOR)["spread"]
    for place, is_defined in enumerate(spreads.notna().tolist()[:4]):
        row = root.locator(".tornado-row[data-row]").nth(place)
        expect(row.locator(".tornado-undefined")).to_be_visible(visible=not is_defined)
        expect(row.locator(".tornado-end").first).to_be_visible(visible=is_defined)
    expect(root.locator('[data-axis="now"]')).to_have_text("not defined")


@pytest.mark.chromium
@pytest.mark.parametrize("name", MODELS)
def test_javascript_changes_no_word_of_the_parts(
    page: Page, browser: Browser, files: dict[str, str], name: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    still = context.new_page()
    still.route(
        "**/*", lambda route: route.fulfill(body=files["index.html"], content_type="text/html")
    )
    still.goto("https://still.test/")
    texts = "parts => parts.map(part => part.textContent.replace(/\\s+/g, ' '))"
    parts = f'.explorer[data-explorer="{name}"] :is(.flips, .solve, .tornado)'
    readers.unfold(page.locator(f"{parts} details"))
    live = page.locator(parts).evaluate_all(texts)
    assert live == still.locator(parts).evaluate_all(texts)
    assert len(live) == 3
    context.close()


def test_a_press_tries_a_flip_and_the_keyboard_stays_with_it(page: Page) -> None:
    root = follow(page, "rack", {})
    model, answer, _ = MODELS["rack"]
    third = root.locator(".flip").nth(2)
    name = third.get_attribute("data-flip") or ""
    flip = flip_points(model, answer)["flip"][name]
    third.get_by_role("button").focus()
    page.keyboard.press("Enter")
    readers.catch_up(root)
    expect(root.locator(".changed-summary")).to_contain_text("1 of")
    focused = page.evaluate("document.activeElement.closest('.flip').dataset.flip")
    assert focused == name
    shown = root.locator(f'[data-parameter="{name}"] .control-value').input_value()
    assert float(re.sub(r"[,%]", "", shown)) == pytest.approx(
        flip * (100 if "%" in shown else 1), rel=1e-5
    )
    travel(page, -1)
    expect(root.locator(".changed-summary")).to_contain_text("Nothing changed")


def ask(root: Locator, result: str, value: str, parameter: str) -> Locator:
    """Fill in the question; return what is said."""
    root.locator(".solve-result").select_option(result)
    root.locator(".solve-parameter").select_option(parameter)
    box = root.locator(".solve-value")
    write(box, value)
    box.press("Tab")
    return root.locator(".solve-said")


def test_a_set_answer_is_reached(page: Page) -> None:
    root = follow(page, "rack", {})
    rack = MODELS["rack"][0]
    said = ask(root, "price_floor_per_chip", "20,000", "attach_rate")
    wanted = solve(rack, "price_floor_per_chip", 20_000, "attach_rate")
    expect(said).to_contain_text(
        f"is ${format_number(wanted, ',.4r')} per $; now it is $0.20 per $."
    )
    root.locator(".solve-apply").click()
    readers.catch_up(root)
    expect(root.locator(".changed-summary")).to_contain_text("1 of")
    floor = root.locator('.all-results [data-quantity="price_floor_per_chip"]')
    assert float(floor.get_attribute("data-value") or "nan") == pytest.approx(20_000, rel=1e-8)
    expect(root.locator(".solve-apply")).not_to_be_visible()
    assert page.evaluate("document.activeElement.className").split()[-1] == "solve-value"


def test_an_answer_that_nothing_gives_is_refused_in_words(page: Page) -> None:
    root = follow(page, "rack", {})
    said = ask(root, "price_floor_per_chip", "9,000,000", "attach_rate")
    expect(said).to_contain_text(
        "No value of “Attach rate: other cloud services sold per dollar of rent” within"
    )
    expect(said).to_contain_text("0.00 to 5.00")
    expect(root.locator(".solve-apply")).not_to_be_visible()


@pytest.mark.parametrize(
    "typed",
    ["", "abc", "5%", "NaN", "Infinity", "1e999", "<b>1</b>", "__proto__", "1,2,3", "9" * 1000],
)
def test_what_is_no_number_is_refused_as_the_boxes_do(page: Page, typed: str) -> None:
    root = follow(page, "rack", {})
    said = ask(root, "price_floor_per_chip", typed, "attach_rate")
    complaint = root.locator(".solve .complaint")
    if typed == "9" * 1000:
        expect(complaint).to_contain_text("is not a number")
    else:
        expect(complaint).to_have_text(f"“{typed}” is not a number: give one, such as 21,100.")
    expect(said).to_have_text("")
    expect(root.locator(".solve-apply")).not_to_be_visible()
    expect(root.locator(".solve b")).to_have_count(0)
    expect(root.locator(".solve-value")).to_have_attribute("aria-invalid", "true")
    # Mending it takes the complaint away, and so does Escape, with the last number.
    box = root.locator(".solve-value")
    box.press("Escape")
    expect(complaint).to_be_hidden()
    write(box, "none")
    box.press("Enter")
    expect(complaint).to_be_visible()
    write(box, "20,000")
    expect(complaint).to_be_hidden()


def test_only_what_a_result_depends_on_can_be_moved(page: Page) -> None:
    root = follow(page, "rack", {})
    rack = MODELS["rack"][0]
    root.locator(".solve-result").select_option("price_ceiling_per_chip")
    offered = root.locator(".solve-parameter option:not([disabled])").evaluate_all(
        "options => options.map(({ value }) => value)"
    )
    assert set(offered) == rack.depends_on("price_ceiling_per_chip")
    assert root.locator(".solve-parameter").input_value() in offered


@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_moves_while_assumptions_do(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    heights: dict[str, set[tuple[float, ...]]] = {name: set() for name in MODELS}
    for name, (model, _, _) in MODELS.items():
        for changes in [{}, *cases(model)]:
            root = follow(page, name, changes)
            # The sentence of a flip list may be longer: it is the first thing in its part.
            found = root.locator(".flip, .tornado-row, .solve-outcome").evaluate_all(
                "all => all.map(e => e.getBoundingClientRect().height)"
            )
            heights[name].add(tuple(round(height, 1) for height in found))
    assert {name: len(found) for name, found in heights.items()} == dict.fromkeys(MODELS, 1)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    small = page.locator(".flip-try, .solve select, .solve-value, .tornado summary").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect().height).filter(h => h > 0 && h < 24)"
    )
    assert small == []


def test_a_control_explains_its_curve_once(page: Page) -> None:
    root = follow(page, "rack", {})
    expect(root.locator(".curve-key")).to_have_count(1)
    expect(root.locator(".curve-key")).to_contain_text("Dot: now. Dashed line: zero.")
    curve = root.locator('[data-parameter="displacement"] .curve .curve-now')
    x = float(re.findall(r"[\d.]+", curve.get_attribute("d") or "")[0])
    parameter = MODELS["rack"][0].parameters["displacement"]
    assert x == pytest.approx(100 * (0.5 - parameter.low) / (parameter.high - parameter.low))
