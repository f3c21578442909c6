"""Draws every chart of the built book with Plotly, in a browser, and keeps the pictures as SVG."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from chromium import launch
from playwright.sync_api import Page, sync_playwright

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
    """Draw the pictures of the charts below _build/figures, and remove those of charts no more."""
    chapters = dict(charts_of(ROOT))
    if not chapters:
        raise SystemExit(
            "There are no figures below _build/figures. Build the book first: make book"
        )
    written = set()
    with sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_page()
        page.add_script_tag(content=plotly_script(ROOT))
        for chapter, charts in chapters.items():
            for place, chart in enumerate(charts, 1):
                written |= draw(page, Picture(chapter, place), chart["figure"])
        browser.close()
    folders = {folder_of(chapter) for chapter in chapters}
    for file in (file for folder in folders for file in folder.glob("*.svg")):
        if file not in written:
            file.unlink()
    size = sum(file.stat().st_size for file in written)
    print(
        f"{len(written)} pictures, {size:,} bytes. Build the book again to see them on its pages."
    )


def charts_of(root: Path) -> Iterator[tuple[Path, list[dict[str, Any]]]]:
    """Yield each chapter of the built book with its charts, as the build wrote them down."""
    figures = root / "_build" / "figures"
    for file in sorted(figures.rglob("*.json")):
        chapter = root / file.relative_to(figures).with_suffix("")
        yield chapter, json.loads(file.read_text(encoding="utf-8"))


def draw(page: Page, picture: Picture, figure: dict[str, Any]) -> set[Path]:
    """Write a chart's picture for each width and return the files."""
    for name, width in WIDTHS.items():
        sized = {**figure, "layout": {**figure["layout"], "width": width}}
        svg = plain_svg(
            page.evaluate(EXPORT, sized),
            name=picture.name,
            width=name,
            fingerprint=fingerprint(figure),
        )
        picture.file(name).parent.mkdir(exist_ok=True)
        picture.file(name).write_text(svg, encoding="utf-8")
    return {picture.file(name) for name in WIDTHS}


if __name__ == "__main__":
    main()
