"""axe-core finds nothing on any page, whatever a reader has opened, moved, mistyped or touched."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path

import pytest
from axe import PAIRS, Seen, bring_about, findings
from playwright.sync_api import Browser, Page, expect

FOLDER = Path(__file__).parents[2] / "book"
PAGES = (*(f"book/{path.stem}" for path in sorted(FOLDER.glob("*.md"))), "search")
# Of a few pages a few states in `make test`; each kind of part is on one of them.
FEW = (
    ("book/index", PAIRS[3]),
    ("book/watch-list", PAIRS[7]),
    ("book/bottom-line", PAIRS[9]),
    ("book/answers", PAIRS[5]),
    ("book/model", PAIRS[0]),
)


@pytest.fixture(scope="module")
def looked_at(browser: Browser) -> Iterator[Page]:
    """A page for all: it is loaded anew for each state."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def look(page: Page, address: str, seen: Seen) -> list[str]:
    page.set_viewport_size({"width": seen.width, "height": 900})
    page.emulate_media(color_scheme="dark" if seen.scheme == "dark" else "light")
    page.goto("about:blank")
    page.goto(address)
    expect(page.locator(".explorer:not([data-live])")).to_have_count(0)
    bring_about(page, seen)
    return findings(page)


@pytest.mark.parametrize(("name", "seen"), FEW, ids=[name for name, _ in FEW])
def test_axe_finds_nothing(looked_at: Page, site: str, name: str, seen: Seen) -> None:
    assert look(looked_at, f"{site}/{name}.html", seen) == []


@pytest.mark.exhaustive
@pytest.mark.parametrize("seen", PAIRS, ids=lambda seen: "-".join(map(str, seen)))
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_on_any_page_in_any_state(
    looked_at: Page, site: str, name: str, seen: Seen
) -> None:
    assert look(looked_at, f"{site}/{name}.html", seen) == []


def test_axe_sees_what_is_wrong(looked_at: Page) -> None:
    looked_at.set_content("<main><h1>Words</h1><button></button></main>")
    assert any(finding.startswith("button-name:") for finding in findings(looked_at))


def test_each_pair_of_values_is_in_some_state() -> None:
    columns = [sorted({*values}, key=str) for values in zip(*PAIRS, strict=True)]
    for one, other in combinations(range(len(columns)), 2):
        held = {(seen[one], seen[other]) for seen in PAIRS}
        assert held == set(product(columns[one], columns[other]))
