"""The published pages in a real browser: no kernel, no other host, answers equal to Python's."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Browser, expect
from readers import Reader, box, explorer, link, rest, shown, slider

from rent_or_sell import Explorer, evaluate, load_parameters, rack
from rent_or_sell.book import BOOK
from rent_or_sell.explorer.sentence import say
from rent_or_sell.model.parameters import base_values

FOLDER = Path(__file__).parents[2] / "book"
CHAPTERS = sorted(path.stem for path in FOLDER.glob("*.md"))
VECTORS = json.loads((Path(__file__).parents[1] / "vectors.json").read_text())
READ_VALUES = """root => Object.fromEntries([...root.querySelectorAll("table.results [data-quantity]")]
  .map(e => [e.dataset.quantity, e.dataset.value]))"""
# What has moved on a page by itself. It is told in order: once the test's own push has come, all has.
MOVED = """async () => {
  const moved = [];
  let pushed = Infinity;
  await new Promise(async (resolve) => {
    new PerformanceObserver((list) => list.getEntries().forEach(({ startTime, value }) =>
      startTime < pushed ? moved.push(value) : resolve()
    )).observe({ type: "layout-shift", buffered: true });
    pushed = performance.now();
    for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
    document.body.style.marginTop = "200px";
  });
  return moved.reduce((sum, value) => sum + value, 0);
}"""
LONG = 60_000  # milliseconds by the page’s own clock, which no test waits for


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_page_is_whole_and_self_contained(reader: Reader, chapter: str) -> None:
    page = reader.open(chapter)
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    rest(page)
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
    rest(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("case", range(len(VECTORS)))
def test_values_equal_pythons_for_the_worked_cases(reader: Reader, case: int) -> None:
    inputs = {name: VECTORS[case]["inputs"][name] for name in rack.parameters}
    page = reader.open("index", link(inputs))
    expect(explorer(page).locator(".ignored")).to_be_hidden()
    read = explorer(page).evaluate(READ_VALUES)
    python = evaluate("rack", inputs)
    assert set(read) == set(python)
    for name, wanted in python.items():
        got = float(read[name] or "nan")
        assert got == pytest.approx(wanted, rel=1e-9, abs=1e-6, nan_ok=True), name
    for name, wanted in VECTORS[case]["rack"].items():
        got = float(read[name] or "nan")
        wanted = math.nan if wanted is None else wanted
        assert got == pytest.approx(wanted, rel=1e-9, abs=1e-6, nan_ok=True), name


def test_slider_moves_the_answer(reader: Reader) -> None:
    root = explorer(reader.open("index"))
    before = root.locator(".answer").inner_text()
    slider(root, "attach_rate").focus()
    for _ in range(20):
        reader.page.keyboard.press("ArrowRight")
    expect(box(root, "attach_rate")).to_have_value("0.40")
    wanted = evaluate("rack", {"attach_rate": 0.4})["npv_rent"]
    assert shown(root, "npv_rent") == pytest.approx(wanted)
    assert root.locator(".answer").inner_text() != before
    expect(root.locator(".changed-summary")).to_have_text("1 of 31 assumptions changed")


def test_answer_is_announced_once_it_rests(reader: Reader) -> None:
    page = reader.open("index")
    page.clock.install()
    page.clock.pause_at(datetime.now() + timedelta(days=1))
    root = explorer(page)
    status = root.locator(".announcement")
    slider(root, "attach_rate").focus()
    for typed in ("0.21", "0.22"):
        page.keyboard.press("ArrowRight")
        expect(box(root, "attach_rate")).to_have_value(typed)
        expect(status).to_have_text("")
    page.clock.run_for(LONG)
    expect(status).to_have_text(root.locator(".answer").inner_text())


def test_typed_value_may_leave_the_slider_but_not_the_limits(reader: Reader) -> None:
    root = explorer(reader.open("index"))
    rent = box(root, "rent_per_chip_hour")
    rent.fill("3.5")
    rent.press("Enter")
    expect(rent).to_have_value("3.50")
    wanted = evaluate("rack", {"rent_per_chip_hour": 3.5})["npv_rent"]
    assert shown(root, "npv_rent") == pytest.approx(wanted)
    complaint = root.locator('[data-parameter="rent_per_chip_hour"] .complaint')
    for wrong in ("1000", "many", "-1", ""):
        rent.fill(wrong)
        rent.press("Enter")
        expect(complaint).to_contain_text(f"“{wrong}” is")
        expect(complaint).to_contain_text("give a number from 0.00 to 100.00")
        assert shown(root, "npv_rent") == pytest.approx(wanted)


def test_percent_box_is_typed_in_percent(reader: Reader) -> None:
    page = reader.open("index")
    share = box(explorer(page), "displacement")
    share.fill("80")
    share.press("Enter")
    expect(share).to_have_value("80%")
    page.wait_for_url("**#explorer=rack&displacement=0.8")


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
    page.wait_for_url("**#explorer=rack&displacement=0.8")
    slider(root, "attach_rate").focus()
    page.keyboard.press("ArrowRight")
    expect(summary).to_have_text("2 of 31 assumptions changed")
    page.go_back()
    page.wait_for_function("location.hash.endsWith('displacement=0.8')")
    expect(summary).to_have_text("1 of 31 assumptions changed")
    page.go_back()
    expect(summary).to_have_text("Nothing changed from the base case")
    page.go_forward()
    expect(summary).to_have_text("1 of 31 assumptions changed")


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
    page.evaluate(
        """() => new Promise(resolve => {
          addEventListener("hashchange", resolve);  // comes after all that could change a value
          location.hash = "#attach_rate=0.1";
        })"""
    )
    expect(explorer(page).locator(".changed-summary")).to_have_text("1 of 31 assumptions changed")


def test_resets_and_scenarios(reader: Reader) -> None:
    root = explorer(reader.open("index", link({"attach_rate": 0.4, "displacement": 1})))
    root.get_by_role("button", name="Reset all").click()
    expect(root.locator(".changed-summary")).to_have_text("Nothing changed from the base case")
    assert shown(root, "npv_rent") == pytest.approx(evaluate("rack")["npv_rent"])
    enterprise = root.get_by_role("button", name="Enterprise")
    enterprise.click()
    expect(enterprise).to_have_attribute("aria-pressed", "true")
    root.locator(".changed-list").get_by_role("button", name="Reset Attached cloud").click()
    expect(enterprise).to_have_attribute("aria-pressed", "false")
    wanted = evaluate("rack", {"rent_per_chip_hour": 1.6})["npv_rent"]
    assert shown(root, "npv_rent") == pytest.approx(wanted)


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
    rest(page)
    assert page.evaluate(MOVED) < 0.01
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
    rest(page)
    assert not [url for url in reader.requests if "plotly" in url]
    page.keyboard.press("Enter")
    expect(page.locator(".plotly-figure .main-svg").first).to_be_visible()
    assert sum("plotly" in url for url in reader.requests) == 1
