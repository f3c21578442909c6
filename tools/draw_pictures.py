"""Draws every chart of the built book with Plotly, in a browser, and keeps the pictures as SVG."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from chromium import launch
from playwright.sync_api import Browser, Page, sync_playwright

from rent_or_sell.charts.drawn_figure import fingerprint
from rent_or_sell.charts.pictures import WIDTHS, Picture, folder_of
from rent_or_sell.charts.plain_svg import plain_svg
from rent_or_sell.sphinx_ext.assets import plotly_script

ROOT = Path(__file__).resolve().parent.parent
EXPORT = """async ({data, layout}) => {
  const chart = document.body.appendChild(document.createElement("div"));
  await Plotly.newPlot(chart, data, layout, {staticPlot: true});
  const svg = await Plotly.toImage(chart, {format: "svg", imageDataOnly: true});
  Plotly.purge(chart);
  chart.remove();
  return svg;
}"""


def main() -> None:
    """Draw this book's pictures and say how many there are."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        written = draw_book(browser, ROOT)
        browser.close()
    size = sum(file.stat().st_size for file in written)
    print(
        f"{len(written)} pictures, {size:,} bytes. Build the book again to see them on its pages."
    )


def draw_book(browser: Browser, root: Path) -> set[Path]:
    """Write the pictures of a book's charts, remove those of charts no more, return the files.

    Raises
    ------
    FileNotFoundError
        If the book is not built: the figures are what the build has written down.
    """
    chapters = dict(charts_of(root))
    if not chapters:
        raise FileNotFoundError(f"No figures below {root}/_build/figures. Run: make book")
    page = browser.new_page()
    page.add_script_tag(content=plotly_script(root))
    written = {
        file
        for chapter, charts in chapters.items()
        for place, chart in enumerate(charts, 1)
        for file in _drawn(page, Picture(chapter, place), chart["figure"])
    }
    page.close()
    folders = {folder_of(chapter) for chapter in chapters}
    for file in {file for folder in folders for file in folder.glob("*.svg")} - written:
        file.unlink()
    return written


def charts_of(root: Path) -> Iterator[tuple[Path, list[dict[str, Any]]]]:
    """Yield each chapter of the built book with its charts, as the build wrote them down."""
    figures = root / "_build" / "figures"
    for file in sorted(figures.rglob("*.json")):
        chapter = root / file.relative_to(figures).with_suffix("")
        yield chapter, json.loads(file.read_text(encoding="utf-8"))


def _drawn(page: Page, picture: Picture, figure: dict[str, Any]) -> Iterator[Path]:
    """Write a chart's picture for each width and yield the files."""
    for name, width in WIDTHS.items():
        sized = {**figure, "layout": {**figure["layout"], "width": width}}
        exported = page.evaluate(EXPORT, sized)
        mark = fingerprint(figure)
        svg = plain_svg(exported, name=picture.name, width=name, fingerprint=mark)
        file = picture.file(name)
        file.parent.mkdir(exist_ok=True)
        file.write_text(svg, encoding="utf-8")
        yield file


if __name__ == "__main__":
    main()
