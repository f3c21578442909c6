"""Every page of the book keeps to the strict policy, complains of nothing, is light and stays put."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from explorer_files import NOTE_VIOLATIONS
from playwright.sync_api import Browser, Page, expect
from readers import MOVED, Reader, rest
from tiny_book import ROOT

KB = 1000
TEXT, CHAPTER, TABLES = 100 * KB, 170 * KB, 150 * KB  # all that a page loads, compressed
HTML, CODE = 45 * KB, 30 * KB
SHIFT = 0.01


@dataclass(frozen=True)
class Visit:
    """What a page loaded, how far it moved by itself, and its complaints when it was touched."""

    is_chapter: bool
    weights: dict[str, int]
    shift: float
    complaints: list[str]


@pytest.fixture(scope="module")
def visitor(browser: Browser, site: str) -> Iterator[Reader]:
    """A reader of all pages, one after the other, who is told what breaks the policy."""
    context = browser.new_context()
    context.add_init_script(NOTE_VIOLATIONS)
    yield Reader(context.new_page(), site)
    context.close()


@pytest.fixture(scope="module")
def visits(visitor: Reader, built_book: Path) -> dict[str, Visit]:
    """Every page of the site, opened and touched."""
    pages = (page.relative_to(built_book) for page in sorted(built_book.rglob("*.html")))
    names = [page.as_posix() for page in pages if page.parts[0] != "_static"]
    assert len(names) > 15
    return {name: visit(visitor, name, built_book) for name in names}


def visit(visitor: Reader, name: str, built_book: Path) -> Visit:
    """Open a page, weigh what it loads, then touch what is on it."""
    page = visitor.page
    page.goto("about:blank")
    visitor.errors.clear()
    visitor.requests.clear()
    page.goto(f"{visitor.site}/{name}")
    expect(page.locator(".explorer:not([data-live])")).to_have_count(0)
    rest(page)
    addresses = list(dict.fromkeys(visitor.requests))
    shift = page.evaluate(MOVED)
    touch(page)
    complaints = [*page.evaluate("violations"), *visitor.errors]
    complaints += [one for one in addresses if not one.startswith(visitor.site)]
    return Visit(
        is_chapter=page.locator(".explorer").count() > 0,
        weights={address: compressed(built_book, address) for address in addresses},
        shift=shift,
        complaints=complaints,
    )


def touch(page: Page) -> None:
    """Unfold all, enliven a chart, move a slider, change the colours, follow a broken link."""
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    for button in page.locator(".explore-chart").all()[:1]:
        button.click()
        expect(page.locator(".plotly-figure.live .main-svg").first).to_be_visible()
        page.locator(".plotly-figure.live .plot").hover()
    for slider in page.locator(".explorer input[type=range]:visible").all()[:1]:
        slider.press("ArrowRight")
        slider.press("ArrowLeft")
    for button in page.locator(".theme-switch-button").all()[:1]:
        button.click()
    if "/embed/" not in page.url:  # where another link is another lesson, and the page begins anew
        page.evaluate("location.hash = '%E0%zz'")
    rest(page)


def compressed(built_book: Path, address: str) -> int:
    """Return the bytes of a file of the site as a host would send them."""
    file = built_book / urlsplit(address).path.lstrip("/")
    return len(gzip.compress(file.read_bytes(), compresslevel=6))


def allowed(name: str, visited: Visit) -> int:
    """Return how much a page may weigh."""
    if name.startswith("book/sources"):
        return TABLES
    return CHAPTER if visited.is_chapter else TEXT


def test_no_page_breaks_the_policy_or_complains(visits: dict[str, Visit]) -> None:
    assert {name: one.complaints for name, one in visits.items() if one.complaints} == {}


def test_every_page_is_light(visits: dict[str, Visit]) -> None:
    weights = {name: sum(one.weights.values()) for name, one in visits.items()}
    assert min(weights.values()) > 0
    assert {name: kb for name, kb in weights.items() if kb > allowed(name, visits[name])} == {}


def test_every_page_s_html_is_light(visits: dict[str, Visit]) -> None:
    pages = {name: next(iter(one.weights.values())) for name, one in visits.items()}
    assert {name: size for name, size in pages.items() if size > HTML} == {}


def test_the_code_of_explorers_is_light(visits: dict[str, Visit]) -> None:
    codes = {
        address: size
        for one in visits.values()
        for address, size in one.weights.items()
        if "/_explorer/explorer." in address and address.endswith(".js")
    }
    assert codes
    assert {address: size for address, size in codes.items() if size > CODE} == {}


def test_no_page_moves_by_itself(visits: dict[str, Visit]) -> None:
    shifts = {name: one.shift for name, one in visits.items()}
    assert {name: shift for name, shift in shifts.items() if shift > SHIFT} == {}


def test_the_policy_for_hosts_is_the_one_of_these_tests(visitor: Reader) -> None:
    response = visitor.page.goto(f"{visitor.site}/search.html")
    assert response is not None
    policy = response.headers["content-security-policy"]
    assert policy in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_search_finds_and_quotes_under_the_policy(visitor: Reader) -> None:
    page = visitor.page
    page.goto(f"{visitor.site}/book/teach.html")
    visitor.errors.clear()
    page.keyboard.press("Control+k")
    page.locator("#pst-search-dialog input").fill("displacement")
    page.keyboard.press("Enter")
    found = page.locator("#search-results .search li")
    expect(found.first).to_be_visible()
    expect(found.locator(".context").first).to_contain_text("isplacement")
    found.locator("a").first.click()
    expect(page.locator("article")).to_be_visible()
    assert [*page.evaluate("violations"), *visitor.errors] == []


def test_search_finds_a_name_of_the_library_once(visitor: Reader) -> None:
    page = visitor.page
    page.goto(f"{visitor.site}/search.html?q=ModelError")
    expect(page.get_by_text("Search finished")).to_be_visible()
    address = "a[href$='#rent_or_sell.ModelError']"
    expect(page.locator(f"#search-results .search {address}")).to_have_count(1)
