"""The page of the heat pump, built by itself: complete, alive, and silent to other hosts."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from heat_pump.book import BOOK
from playwright.sync_api import Locator, Page, expect
from readers import catch_up, rest
from tiny_book import ROOT, rebuild

EXAMPLE = ROOT / "examples" / "heat_pump"
READ_RESULTS = """root => Object.fromEntries([...root.querySelectorAll(
  "table.results [data-quantity]")].map(e => [e.dataset.quantity, Number(e.dataset.value || NaN)]))"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that Jupyter Book makes of a copy of the example, warnings being errors."""
    folder = tmp_path_factory.mktemp("example") / "heat_pump"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("_build", "__pycache__"))
    done = rebuild(folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "_build" / "html"


@pytest.fixture
def complaints(page: Page) -> list[str]:
    """What a demanding reader would notice: errors, and requests that leave the files."""
    heard: list[str] = []

    def note(kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            heard.append(text)

    def note_address(url: str) -> None:
        if not url.startswith("file:"):
            heard.append(url)

    page.on("console", lambda message: note(message.type, message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", lambda asked: note_address(asked.url))
    return heard


@pytest.fixture
def explorer(page: Page, site: Path, complaints: list[str]) -> Locator:
    page.goto((site / "book" / "index.html").as_uri())
    found = page.locator('.explorer[data-explorer="heating"]')
    expect(found).to_have_attribute("data-live", "")
    return found


def test_a_slider_moves_the_answer(page: Page, explorer: Locator, complaints: list[str]) -> None:
    answer = explorer.locator(".answer")
    expect(answer).to_contain_text("Keep the boiler: over 18 years")
    explorer.get_by_role("slider", name="Price of gas", exact=True).fill("0.135")
    expect(answer).to_contain_text("Buy the heat pump: over 18 years it costs $7,600 less")
    page.wait_for_url("**#explorer=heating&gas_price=0.135&edition=1")
    assert complaints == []


@pytest.mark.parametrize("scenario", BOOK.load_scenarios())
def test_the_browser_computes_what_python_does(explorer: Locator, scenario: str) -> None:
    shown = BOOK.load_scenarios()[scenario]
    explorer.get_by_role("button", name=shown.label, exact=True).click()
    expect(explorer.locator('[aria-pressed="true"]')).to_have_text(shown.label)
    catch_up(explorer)
    wanted = BOOK.evaluate("heating", shown.changes)
    assert explorer.evaluate(READ_RESULTS) == pytest.approx(wanted, rel=1e-12)


def test_bound_numbers_lead_to_places_on_the_page(site: Path) -> None:
    html = (site / "book" / "index.html").read_text(encoding="utf-8")
    anchors = re.findall(r'class="bound-number" href="#([^"]*)"', html)
    assert len(anchors) == html.count('class="bound-number"') > 0
    for anchor in anchors:
        assert f'id="{anchor}"' in html
        assert not anchor.startswith("number-note"), anchor


@pytest.mark.parametrize("width", [390, 820, 1440])
def test_nothing_is_wider_than_the_screen(page: Page, explorer: Locator, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    rest(page)
    assert page.evaluate("document.documentElement.scrollWidth") == width
