"""Explorers live where a page may run nothing but its own script files, and from a disk."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from explorer_files import files_of, open_files
from playwright.sync_api import Browser, Locator, Page, expect
from readers import catch_up, wait_until

from rent_or_sell import rack
from rent_or_sell.book import BOOK
from rent_or_sell.explorer import bundle
from rent_or_sell.explorer.widget import Explorer

PLAIN = replace(rack, name="plain", title="A model without a view")
# A page with each explorer of the book, opened as a file.
CHAPTERS = {"index": "rack", "supply": "fleet", "fifty-billion": "market", "bottleneck": "parity"}
RUN_INLINE = """() => {
  const script = document.createElement("script");
  script.textContent = "globalThis.inlineRan = true";
  document.head.append(script);
  return globalThis.inlineRan === true;
}"""
REFUSED = "script-src-elem: inline"
READ = """root => [...root.querySelectorAll("table.results [data-quantity]")].map(
  (e) => [e.dataset.quantity, e.dataset.year ?? "", e.dataset.value])"""


def explorer_of(name: str) -> Explorer:
    """Return the explorer of a view of the book, or of the model without one."""
    return BOOK.explorer(PLAIN) if name == PLAIN.name else BOOK.explorer(view=name)


@pytest.fixture
def pages(browser: Browser) -> Iterator[list[Page]]:
    """Pages that are closed after the test."""
    opened: list[Page] = []
    yield opened
    for page in opened:
        page.close()


def move_a_slider(root: Locator) -> tuple[str, float]:
    """Push the first open slider that is not at its end; return its parameter and its value."""
    for control in root.locator(".control:visible").all():
        slider = control.locator("input[type=range]")
        if float(slider.input_value()) < float(slider.get_attribute("max") or "inf"):
            before = slider.get_attribute("aria-valuetext") or ""
            slider.press("ArrowRight")
            expect(slider).not_to_have_attribute("aria-valuetext", before)
            return control.get_attribute("data-parameter") or "", float(slider.input_value())
    raise AssertionError("No slider can move up.")


def assert_shows(root: Locator, explorer: Explorer) -> None:
    """Every result on the page is the explorer's in Python."""
    shown = root.evaluate(READ)
    assert {name for name, _, _ in shown} == set(explorer.results)
    for name, year, text in shown:
        wanted = explorer.results[name]
        wanted = wanted[int(year) - BOOK.years.first] if year else wanted
        assert float(text or "nan") == pytest.approx(wanted, rel=1e-9, nan_ok=True), name


def assert_alive(root: Locator, explorer: Explorer) -> None:
    """A step of the first slider moves the results, and to what Python makes of it."""
    expect(root).to_have_attribute("data-live", "")
    before = root.evaluate(READ)
    name, value = move_a_slider(root)
    catch_up(root)
    assert root.evaluate(READ) != before
    explorer.changes = {name: value}
    assert_shows(root, explorer)


@pytest.mark.parametrize("name", [*(view.name for view in BOOK.views), PLAIN.name])
def test_an_explorer_lives_under_a_strict_policy(
    browser: Browser, pages: list[Page], name: str
) -> None:
    explorer = explorer_of(name)
    page, complaints = open_files(browser, files_of([explorer]))
    pages.append(page)
    root = page.locator(f'.explorer[data-explorer="{explorer.identity}"]')
    assert_alive(root, explorer)
    root.locator("summary:visible").first.click()
    assert complaints == []
    # Violations are told in order: once that of the test is told, there is no other.
    assert not page.evaluate(RUN_INLINE), "the policy is not in force"
    wait_until(page, "violations.length")
    assert page.evaluate("violations") == [REFUSED]
    assert [text for text in complaints if "inline script" not in text] == []


def test_the_policy_of_these_tests_is_in_force(browser: Browser, pages: list[Page]) -> None:
    files = files_of([BOOK.explorer("parity")])
    note = '(globalThis.ran ??= []).push("{}");'.format
    made = f"try {{ new Function('{note('made code')}')(); }} catch {{ {note('a refusal')} }}"
    files["explorer.js"] = note("own file") + made
    files["index.html"] += f'<p style="color: red">styled</p><script>{note("inline")}</script>'
    page, _ = open_files(browser, files)
    pages.append(page)
    assert page.evaluate("ran") == ["own file", "a refusal"]
    expect(page.get_by_text("styled")).not_to_have_css("color", "rgb(255, 0, 0)")
    wait_until(page, "violations.length >= 3")
    violations = sorted(page.evaluate("violations"))
    assert violations == [REFUSED, "script-src: eval", "style-src-attr: inline"]


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_opened_from_a_disk_is_alive(page: Page, built_book: Path, chapter: str) -> None:
    page.goto((built_book / f"book/{chapter}.html").as_uri())
    identity = CHAPTERS[chapter]
    assert_alive(page.locator(f'.explorer[data-explorer="{identity}"]'), explorer_of(identity))


def test_two_files_may_use_one_name_for_different_things(
    browser: Browser, pages: list[Page], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Path(shutil.copytree(bundle.HERE, tmp_path / "explorer"))
    monkeypatch.setattr(bundle, "HERE", folder)
    for place, file in enumerate(sorted(folder.rglob("*.js"))):
        with file.open("a", encoding="utf-8") as script:
            script.write(f"const sameName = {place};\nclass SameClass {{}}\n")
    explorer = BOOK.explorer("rack")
    files = files_of([explorer])
    assert files["explorer.js"].count("const sameName") > 10
    page, complaints = open_files(browser, files)
    pages.append(page)
    assert_alive(page.locator(".explorer"), explorer)
    assert complaints == []


@pytest.mark.parametrize(
    "line", ['import * as all from "./marks.js";', "export default 1;", "export { UNDEFINED };"]
)
def test_what_the_bundle_cannot_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    folder = Path(shutil.copytree(bundle.HERE, tmp_path / "explorer"))
    monkeypatch.setattr(bundle, "HERE", folder)
    with (folder / "number_format.js").open("a", encoding="utf-8") as script:
        script.write(f"{line}\n")
    with pytest.raises(ValueError, match=r"explorer/number_format.js: the bundle cannot read '"):
        bundle.site_script()
