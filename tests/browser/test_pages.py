"""The published pages in a real browser: no kernel, no other host, answers equal to Python's."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import numpy as np
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from rent_or_sell import Explorer, evaluate, load_parameters, rack
from rent_or_sell.book import BOOK
from rent_or_sell.explorer.sentence import say
from rent_or_sell.model.parameters import base_values

FOLDER = Path(__file__).parents[2] / "book"
CHAPTERS = sorted(path.stem for path in FOLDER.glob("*.md"))
VECTORS = json.loads((Path(__file__).parents[1] / "vectors.json").read_text())
READ_VALUES = """root => Object.fromEntries([...root.querySelectorAll("table.results [data-quantity]")]
  .map(e => [e.dataset.quantity, e.dataset.value]))"""


class Reader:
    """A page and what a demanding reader would notice: errors, and requests to other hosts."""

    def __init__(self, page: Page, site: str) -> None:
        self.page, self.site = page, site
        self.errors: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self._note(message.type, message.text))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))

    def _note(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.errors.append(text)

    def open(self, chapter: str, fragment: str = "") -> Page:
        # A change of fragment alone would not load the page anew.
        self.page.goto("about:blank")
        self.page.goto(f"{self.site}/book/{chapter}.html{fragment}")
        return self.page


@pytest.fixture
def reader(page: Page, site: str) -> Reader:
    return Reader(page, site)


def link(changes: dict[str, float], explorer: str = "rack") -> str:
    return "#" + urlencode({"explorer": explorer, **changes})


def explorer(page: Page, identity: str = "rack") -> Locator:
    return page.locator(f'.explorer[data-explorer="{identity}"]')


def slider(page: Page, name: str) -> Locator:
    return explorer(page).get_by_role("slider", name=load_parameters()[name].label, exact=True)


def value(page: Page, quantity: str) -> float:
    """The full value of a result, as the page carries it for machines."""
    element = explorer(page).locator(f'table.results [data-quantity="{quantity}"]')
    return float(element.get_attribute("data-value") or "nan")


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_page_is_whole_and_self_contained(reader: Reader, chapter: str) -> None:
    page = reader.open(chapter)
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    page.wait_for_load_state("networkidle")
    foreign = [
        url
        for url in reader.requests
        if not url.startswith((reader.site, "data:", "blob:", "about:"))
    ]
    assert not foreign
    assert not reader.errors


@pytest.mark.parametrize("width", [390, 820, 1440])
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_nothing_is_wider_than_the_screen(reader: Reader, chapter: str, width: int) -> None:
    reader.page.set_viewport_size({"width": width, "height": 844})
    page = reader.open(chapter)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("case", range(len(VECTORS)))
def test_values_equal_pythons_for_the_worked_cases(reader: Reader, case: int) -> None:
    inputs = {name: VECTORS[case]["inputs"][name] for name in rack.parameters}
    page = reader.open("index", link(inputs))
    expect(explorer(page).locator(".ignored")).to_be_hidden()
    shown = explorer(page).evaluate(READ_VALUES)
    python = evaluate("rack", inputs)
    assert set(shown) == set(python)
    for name, wanted in python.items():
        got = float(shown[name] or "nan")
        assert got == pytest.approx(wanted, rel=1e-9, abs=1e-6, nan_ok=True), name
    for name, wanted in VECTORS[case]["rack"].items():
        got = float(shown[name] or "nan")
        wanted = math.nan if wanted is None else wanted
        assert got == pytest.approx(wanted, rel=1e-9, abs=1e-6, nan_ok=True), name


def test_slider_moves_the_answer(reader: Reader) -> None:
    page = reader.open("index")
    before = explorer(page).locator(".answer").inner_text()
    slider(page, "attach_rate").focus()
    for _ in range(20):
        page.keyboard.press("ArrowRight")
    assert value(page, "npv_rent") == pytest.approx(
        evaluate("rack", {"attach_rate": 0.4})["npv_rent"]
    )
    assert explorer(page).locator(".answer").inner_text() != before
    expect(explorer(page).locator(".changed-summary")).to_have_text("1 of 31 assumptions changed")


def test_answer_is_announced_once_it_rests(reader: Reader) -> None:
    page = reader.open("index")
    status = explorer(page).locator(".announcement")
    expect(status).to_have_text("")
    slider(page, "attach_rate").focus()
    page.keyboard.press("ArrowRight")
    expect(status).to_have_text(explorer(page).locator(".answer").inner_text())


def test_typed_value_may_leave_the_slider_but_not_the_limits(reader: Reader) -> None:
    page = reader.open("index")
    box = explorer(page).get_by_label(
        f"{load_parameters()['rent_per_chip_hour'].label}: exact value"
    )
    box.fill("3.5")
    box.press("Enter")
    wanted = evaluate("rack", {"rent_per_chip_hour": 3.5})["npv_rent"]
    assert value(page, "npv_rent") == pytest.approx(wanted)
    for wrong in ("1000", "many", "-1", ""):
        box.fill(wrong)
        box.press("Enter")
        complaint = explorer(page).locator('[data-parameter="rent_per_chip_hour"] .complaint')
        expect(complaint).to_contain_text("give a number from 0.00 to 100.00")
        assert value(page, "npv_rent") == pytest.approx(wanted)


def test_percent_box_is_typed_in_percent(reader: Reader) -> None:
    page = reader.open("index")
    box = explorer(page).get_by_label(f"{load_parameters()['displacement'].label}: exact value")
    box.fill("80")
    box.press("Enter")
    expect(box).to_have_value("80%")
    assert "displacement=0.8" in page.url


def test_back_undoes_a_change_and_not_a_pixel(reader: Reader) -> None:
    page = reader.open("index")
    start = page.evaluate("history.length")
    slider(page, "displacement").evaluate(
        """slider => {
          for (const value of [0.6, 0.65, 0.7, 0.8]) {
            slider.value = value;
            slider.dispatchEvent(new Event("input", {bubbles: true}));
          }
          slider.dispatchEvent(new Event("change", {bubbles: true}));
        }"""
    )
    assert page.evaluate("history.length") == start + 1
    assert "#explorer=rack&displacement=0.8&" in page.url
    slider(page, "attach_rate").focus()
    page.keyboard.press("ArrowRight")
    page.go_back()
    page.wait_for_function("location.hash.includes('rack&displacement=0.8&')")
    expect(explorer(page).locator(".changed-summary")).to_have_text("1 of 31 assumptions changed")
    page.go_back()
    expect(explorer(page).locator(".changed-summary")).to_have_text(
        "Nothing changed from the base case"
    )
    page.go_forward()
    expect(explorer(page).locator(".changed-summary")).to_have_text("1 of 31 assumptions changed")


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
    expect(explorer(page).locator(".changed-summary")).to_have_text("1 of 31 assumptions changed")
    assert not reader.errors


def test_heading_link_changes_nothing(reader: Reader) -> None:
    page = reader.open("index", link({"attach_rate": 0.4}))
    page.evaluate("location.hash = '#attach_rate=0.1'")
    expect(explorer(page).locator(".changed-summary")).to_have_text("1 of 31 assumptions changed")


def test_resets_and_scenarios(reader: Reader) -> None:
    page = reader.open("index", link({"attach_rate": 0.4, "displacement": 1}))
    explorer(page).get_by_role("button", name="Reset all").click()
    assert value(page, "npv_rent") == pytest.approx(evaluate("rack")["npv_rent"])
    explorer(page).get_by_role("button", name="Enterprise").click()
    expect(explorer(page).get_by_role("button", name="Enterprise")).to_have_attribute(
        "aria-pressed", "true"
    )
    explorer(page).locator(".changed-list").get_by_role(
        "button", name="Reset Attached cloud"
    ).click()
    wanted = evaluate("rack", {"rent_per_chip_hour": 1.6})["npv_rent"]
    assert value(page, "npv_rent") == pytest.approx(wanted)


def test_undefined_results_are_words(reader: Reader) -> None:
    page = reader.open(
        "index", link({"selling_share": 1, "support_fee_share": 0, "rent_per_chip_hour": 0})
    )
    text = explorer(page).evaluate("root => root.textContent")
    assert "NaN" not in text.split('"code"')[0]
    assert "Infinity" not in text.split('"code"')[0]
    floor = explorer(page).locator('table.results [data-quantity="price_floor_per_chip"]')
    assert floor.get_attribute("data-value") == ""
    assert floor.evaluate("cell => cell.textContent") == "not defined"
    expect(explorer(page).locator(".answer")).to_contain_text("Selling never pays here")


def random_changes(count: int) -> Iterator[dict[str, float]]:
    random = np.random.default_rng(7)
    parameters = [load_parameters()[name] for name in rack.parameters]
    for _ in range(count):
        yield {p.name: float(random.uniform(p.low, p.high)) for p in parameters}


def test_page_says_what_python_says(reader: Reader) -> None:
    """The sentence and its roundings have one definition and two interpreters."""
    for changes in [*random_changes(25), {"selling_share": 1.0}, {"rent_per_chip_hour": 0.1}]:
        page = reader.open("index", link(changes))
        values = base_values(load_parameters()) | changes | evaluate("rack", changes)
        spoken = "".join(piece.text for piece in say(BOOK.view("rack").answer, values))
        assert explorer(page).locator(".answer").evaluate("e => e.textContent") == spoken


def test_without_javascript_the_base_case_is_there(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/book/index.html")
    values = base_values(load_parameters()) | evaluate("rack")
    spoken = "".join(piece.text for piece in say(BOOK.view("rack").answer, values))
    expect(explorer(page).locator(".answer")).to_have_text(spoken)
    expect(explorer(page).locator(".column")).to_have_count(2)
    expect(explorer(page).locator(".deal-zone")).to_be_visible()
    expect(explorer(page).get_by_role("slider")).to_have_count(0)
    context.close()


def test_javascript_changes_no_word_and_moves_nothing(reader: Reader, browser: Browser) -> None:
    page = reader.open("index")
    live = explorer(page).locator(".headline, .columns, .deal-zone, .results-scroll")
    live_text = live.evaluate_all("parts => parts.map(part => part.textContent.trim())")
    shift = page.evaluate(
        """() => new Promise(resolve => {
          let total = 0;
          new PerformanceObserver(list => list.getEntries().forEach(e => (total += e.value)))
            .observe({type: "layout-shift", buffered: true});
          setTimeout(() => resolve(total), 500);
        })"""
    )
    assert shift < 0.01
    context = browser.new_context(java_script_enabled=False, viewport=page.viewport_size)
    still = context.new_page()
    still.goto(f"{reader.site}/book/index.html")
    parts = explorer(still).locator(".headline, .columns, .deal-zone, .results-scroll")
    assert [text.strip() for text in parts.all_text_contents()] == live_text
    context.close()


def test_explorer_html_escapes_its_data() -> None:
    markup = Explorer("rack")._repr_mimebundle_()[0]["text/html"]
    spec = markup.split('class="explorer-spec">')[1].split("</script>")[0]
    assert "<" not in spec
    assert json.loads(spec)["id"] == "rack"


def test_charts_load_their_library_only_when_pressed(reader: Reader) -> None:
    page = reader.open("bundle")
    page.locator(".plotly-figure").first.scroll_into_view_if_needed()
    page.get_by_role("button", name="Explore this chart").first.focus()
    page.wait_for_load_state("networkidle")
    assert not [url for url in reader.requests if "plotly" in url]
    page.keyboard.press("Enter")
    expect(page.locator(".plotly-figure .main-svg").first).to_be_visible()
    assert sum("plotly" in url for url in reader.requests) == 1
