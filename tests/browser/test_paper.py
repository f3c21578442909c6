"""A chapter on paper is a hand-out: whole pictures, values to read, nothing to press, sources last."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from readers import Reader, rest

CHAPTERS = (
    *("index", "bottleneck", "fifty-billion", "supply"),
    *("bundle", "rival", "watch-list", "bottom-line"),
)
# What the sheet's margins leave of A4, at 96 pixels an inch.
WIDTH, HEIGHT = 672, 1_009
WHITE = "rgb(255, 255, 255)"
# Heights, in pixels, of what must not be cut; what looks as if it could be pressed; what controls say; and links,
# with what is printed behind each.
MEASURE = """() => {
  const seen = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
  const inside = seen(".explorer > *, .explorer .pictures > *").map((one) => one.getBoundingClientRect());
  const [explorer] = seen(".explorer");
  const whole = [explorer, ...seen(".plotly-figure")];
  const links = seen(".bd-article a[href^='http']");
  const after = (one) => getComputedStyle(one, "::after").content.replaceAll('"', "");
  return {
    heights: whole.map((one) => one.getBoundingClientRect().height),
    broken: whole.filter((one) => getComputedStyle(one).breakInside !== "avoid").length,
    end: explorer.getBoundingClientRect().bottom,
    over: Math.max(...inside.map((box) => box.right)) - innerWidth,
    pressed: seen("button:not(.choices *, th > *), select, textarea, input:not(.control-value), nav, details:not([open]) > summary")
      .filter((one) => !one.closest(".table-fold:has([data-address^='sources.']), .checks"))
      .map((one) => one.outerHTML.slice(0, 90)),
    values: seen(".play .control-value").map((one) => one.value),
    controls: explorer.querySelectorAll(".play .control").length,
    words: document.body.innerText,
    links: links.map((one) => one.href),
    addresses: links.map(after).filter((text) => text.includes("http")),
    paper: getComputedStyle(document.body).backgroundColor,
    last: seen(".bd-article > section > section > h2").at(-1).innerText,
  };
}"""


@pytest.fixture(scope="module")
def sheet(browser: Browser) -> Iterator[Page]:
    """A page of a reader who likes the dark, as wide as the paper and printed on it."""
    context = browser.new_context(color_scheme="dark", viewport={"width": WIDTH, "height": HEIGHT})
    page = context.new_page()
    page.emulate_media(media="print")
    yield page
    context.close()


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_prints_as_a_hand_out(sheet: Page, site: str, chapter: str) -> None:
    page = Reader(sheet, site).open(chapter)
    rest(page)
    found = page.evaluate(MEASURE)
    assert max(found["heights"]) <= HEIGHT, "explorer and charts are whole on a page"
    assert found["broken"] == 0
    assert found["over"] <= 1
    if chapter != "watch-list":  # its explorer fills a page
        assert found["end"] <= HEIGHT, "title, answer and explorer are the first page"
    assert found["pressed"] == []
    assert len(found["values"]) == found["controls"]
    assert all(found["values"])
    for word in (
        "Show the code",
        "Download",
        "Report an error",
        "more assumptions",
        "of their own",
    ):
        assert word not in found["words"]
    assert found["paper"] == WHITE
    assert found["last"].startswith("Sources")


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_what_is_linked_on_paper_has_its_address_there(
    sheet: Page, site: str, chapter: str
) -> None:
    page = Reader(sheet, site).open(chapter)
    found = page.evaluate(MEASURE)
    printed = "\n".join(found["addresses"])
    assert found["addresses"]
    assert [link for link in found["links"] if link not in printed] == []


def test_what_a_reader_opened_and_moved_is_printed(sheet: Page, site: str) -> None:
    page = Reader(sheet, site).open("bundle", "#explorer=rack-bundle&attach_rate=0.4")
    solution = page.locator("details.sd-dropdown").first
    assert not solution.is_visible()
    solution.evaluate("one => { one.open = true; }")
    assert solution.locator("p").last.is_visible()
    assert page.locator(".changed-list").is_visible()
    assert not page.locator(".changed-actions").is_visible()


def test_a_hand_out_asks_its_questions(sheet: Page, site: str) -> None:
    page = Reader(sheet, site).open("rival")
    checks = page.locator(".checks")
    assert checks.evaluate("one => !one.open")
    assert [one.is_visible() for one in checks.locator("legend").all()] == [True] * 3
    assert [one.is_visible() for one in checks.locator("label").all()] == [True] * 8
    assert not checks.locator("button:visible").count()


def test_a_hand_out_has_few_pages(sheet: Page, site: str) -> None:
    Reader(sheet, site).open("index")
    pages = re.findall(rb"/Type /Page\b", sheet.pdf(prefer_css_page_size=True, format="A4"))
    assert 4 <= len(pages) <= 8
