"""The pictures in book/pictures/ are those of the built book's charts, and can be read anywhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from draw_pictures import charts_of
from playwright.sync_api import Page
from readers import rest

from rent_or_sell.charts.drawn_figure import fingerprint
from rent_or_sell.charts.palette import PALETTE
from rent_or_sell.charts.pictures import WIDTHS, Picture

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "book" / "pictures"
FILES = sorted(FOLDER.glob("*"))
LEAST_TEXT = 11  # pixels, as it appears
CUT_OFF = """() => [...document.querySelectorAll(".static-picture > svg")]
  .filter(svg => svg.getClientRects().length)
  .flatMap(svg => {
    const box = svg.getBoundingClientRect();
    return [...svg.querySelectorAll("text")].filter(text => {
      const words = text.getBoundingClientRect();
      return words.left < box.left - 1 || words.right > box.right + 1
        || words.top < box.top - 1 || words.bottom > box.bottom + 1;
    }).map(text => text.textContent);
  })"""
# A text of several lines is one label for each of them, of other labels clear by a pixel.
OVERLAPPING = """() => [...document.querySelectorAll(".static-picture > svg")]
  .filter(svg => svg.getClientRects().length)
  .flatMap(svg => {
    const lines = [...svg.querySelectorAll("text")].flatMap(text => {
      const pieces = [...text.querySelectorAll("tspan[x]")];
      return (pieces.length ? pieces : [text]).map(piece =>
        ({ text, words: piece.textContent, box: piece.getBoundingClientRect() }));
    });
    const touch = (a, b) => a.left < b.right - 1 && b.left < a.right - 1
      && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    return lines.flatMap((one, place) => lines.slice(place + 1)
      .filter(other => other.text !== one.text && touch(one.box, other.box))
      .map(other => `${one.words} / ${other.words}`));
  })"""
SIZES = """() => [...document.querySelectorAll(".static-picture > svg")]
  .filter(svg => svg.getClientRects().length)
  .flatMap(svg => [...svg.querySelectorAll("text")].map(text =>
    parseFloat(getComputedStyle(text).fontSize) * svg.getScreenCTM().a))"""


def chapters() -> list[str]:
    return sorted({file.name.rpartition("-")[0] for file in FILES})


def test_every_chart_has_its_picture_as_it_is_now_and_no_other_is_kept() -> None:
    """Run `make pictures` if this fails, look at what changed, and commit it."""
    charts = dict(charts_of(ROOT))
    assert charts, "There are no figures below _build/figures. Build the book first: make book"
    wanted = {
        Picture(chapter, place): fingerprint(chart["figure"])
        for chapter, drawn in charts.items()
        for place, chart in enumerate(drawn, 1)
    }
    stale = [picture.name for picture, mark in wanted.items() if not picture.drawn(mark)]
    assert not stale, "missing or stale; run: make pictures"
    files = {picture.file(width) for picture in wanted for width in WIDTHS}
    assert set(FILES) == files, "pictures of charts that are no more; run: make pictures"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_picture_is_plain_and_in_the_pages_colours(file: Path) -> None:
    svg = file.read_text(encoding="utf-8")
    assert "style" not in svg
    assert "<script" not in svg
    assert "href" not in svg
    assert set(re.findall(r'\b(?:fill|stroke)="([^"]*)"', svg)) <= {"none"}
    classes = " ".join(re.findall(r' class="([^"]*)"', svg)).split()
    known = {f"{mark}-{name}" for mark in ("fill", "stroke") for name in PALETTE}
    assert set(classes) <= known | set(WIDTHS)
    assert file.stat().st_size < 10_000


@pytest.fixture(scope="module", params=chapters())
def chapter(reloaded: Page, site: str, request: pytest.FixtureRequest) -> Page:
    """A chapter with pictures, which the tests only look at."""
    reloaded.goto(f"{site}/book/{request.param}.html")
    return reloaded


@pytest.mark.parametrize("width", [320, 390, 600, 820, 1440])
def test_words_of_pictures_are_whole_apart_and_large_enough(chapter: Page, width: int) -> None:
    chapter.set_viewport_size({"width": width, "height": 900})
    rest(chapter)
    assert not chapter.evaluate(CUT_OFF)
    assert not chapter.evaluate(OVERLAPPING)
    sizes = chapter.evaluate(SIZES)
    assert sizes
    assert min(sizes) >= LEAST_TEXT - 0.1


def test_no_identifier_is_used_twice(chapter: Page) -> None:
    ids = chapter.evaluate("[...document.querySelectorAll('[id]')].map(element => element.id)")
    assert len(ids) == len(set(ids))
