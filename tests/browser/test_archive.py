"""The site in one archive: the same bytes each time, and alive when it is opened from a disk."""

from __future__ import annotations

import codecs
import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
import pytest
from archives import pack
from engine import PATIENCE
from playwright.sync_api import Browser, Page, expect
from readers import Reader, explorer, slider

from rent_or_sell.book import BOOK

pytestmark = pytest.mark.engines
Saved = Callable[[str], bytes]
LOOK = 20  # milliseconds between looks into the folder


@pytest.fixture(scope="module")
def archive(built_book: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, packed."""
    archive = tmp_path_factory.mktemp("packed") / "rent-or-sell.zip"
    pack(built_book, archive)
    return archive


@pytest.fixture(scope="module")
def unpacked(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a reader finds in it."""
    folder = tmp_path_factory.mktemp("a reader's disk")
    zipfile.ZipFile(archive).extractall(folder)
    return folder / "rent-or-sell"


@pytest.fixture
def from_disk(browser: Browser, unpacked: Path) -> Iterator[Reader]:
    """A demanding reader of the unpacked site."""
    context = browser.new_context()
    reader = Reader(context.new_page(), unpacked.as_uri())
    yield reader
    assert reader.errors == []
    assert [one for one in reader.requests if not one.startswith(reader.site)] == []
    context.close()


@pytest.fixture
def saved(from_disk: Reader, downloads: Path) -> Saved:
    """What is saved when something on the page is pressed.

    Firefox's driver does not tell when a page saves a file: there the folder is looked into. While
    a file is written, another of its name with .part stands beside it.
    """
    page = from_disk.page

    def told(link: str) -> bytes:
        with page.expect_download() as download:
            page.locator(link).first.click()
        return Path(download.value.path()).read_bytes()

    def seen(link: str) -> bytes:
        before = set(downloads.iterdir())
        page.locator(link).first.click()
        for _ in range(PATIENCE // LOOK):
            if new := _whole(set(downloads.iterdir()) - before):
                return new
            page.wait_for_timeout(LOOK)
        pytest.fail(f"{link} saved nothing.")

    return told if is_chromium(page) else seen


def is_chromium(page: Page) -> bool:
    browser = page.context.browser
    return browser is not None and browser.browser_type.name == "chromium"


def _whole(files: set[Path]) -> bytes:
    """Return what the one file holds, or nothing while it is written."""
    return files.pop().read_bytes() if len(files) == 1 else b""


def test_it_is_the_same_bytes_each_time(archive: Path, built_book: Path, tmp_path: Path) -> None:
    again = tmp_path / archive.name
    pack(built_book, again)
    assert again.read_bytes() == archive.read_bytes()
    names = zipfile.ZipFile(archive).namelist()
    assert names == sorted(names)
    assert {name.partition("/")[0] for name in names} == {"rent-or-sell"}
    assert not [name for name in names if "/." in name or name.endswith("/404.html")]


def test_it_opens_at_the_first_chapter_whose_explorer_is_alive(from_disk: Reader) -> None:
    page = from_disk.page
    page.goto(f"{from_disk.site}/index.html")
    page.wait_for_url("**/book/index.html")
    root = explorer(page)
    expect(root).to_have_attribute("data-live", "")
    before = root.locator(".answer").inner_text()
    slider(root, "attach_rate").press("End")
    expect(root.locator(".answer")).not_to_have_text(before)


def test_a_chart_comes_alive(from_disk: Reader) -> None:
    page = from_disk.open("supply")
    page.locator(".explore-chart").first.click()
    expect(page.locator(".plotly-figure.live .main-svg").first).to_be_visible()


def test_tables_can_be_saved(from_disk: Reader, saved: Saved) -> None:
    from_disk.open("sources")
    link = '#table-glossary a[download="glossary.csv"]'
    assert saved(link) == codecs.BOM_UTF8 + (BOOK.facts.folder / "glossary.csv").read_bytes()


def test_the_case_can_be_saved_in_every_form(from_disk: Reader, saved: Saved) -> None:
    page = from_disk.open("answers")
    page.locator(".take-along > summary").click()
    rows = list(csv.reader(io.StringIO(saved('[data-take="csv"]').decode())))
    assert len(rows) > 50
    assert json.loads(saved('[data-take="json"]'))["inputs"]
    assert saved('[data-take="workbook"]').startswith(b"PK")
    assert saved('[data-take="svg"]').startswith(b"<svg")
    assert saved('[data-take="png"]').startswith(b"\x89PNG")


def test_a_chapter_is_there_as_a_notebook_with_its_package(from_disk: Reader, saved: Saved) -> None:
    page = from_disk.open("bundle")
    assert saved('text="its package"').startswith(b"PK")
    link = 'text="Show in JupyterLab"'
    if is_chromium(page):  # the notebook is on the disk already, and its text is shown
        page.locator(link).click()
        page.wait_for_url("**/notebooks/05-bundle.ipynb")
        text = page.locator("pre").inner_text()
    else:
        text = saved(link).decode()
    notebook = nbformat.reads(text, as_version=4)
    assert notebook.cells[0].source.startswith("**To run this chapter**")


def test_a_number_shows_its_card(from_disk: Reader) -> None:
    page = from_disk.open("index")
    page.locator("a.bound-number:visible").first.focus()
    expect(page.locator(".number-note:popover-open")).to_be_visible()


def test_the_form_for_a_class_says_that_its_links_stay_on_this_computer(from_disk: Reader) -> None:
    page = from_disk.open("class")
    expect(page.locator(".links-disk")).to_contain_text("lead nowhere but on this computer")


def test_the_search_finds_pages_and_says_why_it_quotes_nothing(from_disk: Reader) -> None:
    page = from_disk.page
    page.goto(f"{from_disk.site}/search.html?q=displacement")
    found = page.locator("#search-results .search a")
    expect(found.first).to_be_visible()
    expect(page.locator(".search-from-disk")).to_contain_text("quotes nothing")
    expect(page.locator("#search-results .context")).to_have_count(0)
    found.first.click()
    expect(page.locator("article")).to_be_visible()
