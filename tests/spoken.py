"""What a screen reader says of each chapter's explorers, charts and checks; as a script, writes it down.

`make transcript` writes tests/golden/spoken/, a file a chapter: names, roles, values and states as the
browser gives them, with the folds of answers open, and what is announced when a control moves. The
other controls, which each explorer folds away, stand in the first chapter's file alone, like all
results.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from chromium import launch
from playwright.sync_api import Locator, Page, ViewportSize, expect, sync_playwright
from readers import CATCH_UP, RESTED, unfold

ROOT = Path(__file__).resolve().parents[1]
SITE = ROOT / "_build" / "html"
GOLDEN = ROOT / "tests" / "golden" / "spoken"
FIRST = "index"
CHAPTERS = (
    *(FIRST, "bottleneck", "fifty-billion", "supply", "bundle", "rival", "watch-list"),
    *("bottom-line", "answers", "workbench"),
)
SIZE = ViewportSize(width=1200, height=900)
SLIDER = re.compile(r"\s*- '?slider ")
VALUES = """all => all.filter((one) => one.checkVisibility({ visibilityProperty: true }))
  .map((one) => one.getAttribute("aria-valuetext") ?? one.value)"""
SPOKEN = ".explorer, .plotly-figure, .table-figure, .checks"
FOLDS = ":is(.explorer details:not(.origin), .checks):not([open])"
ONCE = ".more-assumptions, .all-results"  # are opened in the first chapter alone


def transcript(page: Page, chapter: str) -> str:
    """Return what is said of a chapter's explorers, charts, tables and checks on its open page."""
    unfold(page.locator(FOLDS if chapter == FIRST else f"{FOLDS}:not({ONCE})"))
    page.evaluate(CATCH_UP)
    page.evaluate(RESTED)
    said = [_said(one) for one in page.locator(SPOKEN).all()]
    return "\n".join([*said, *_announced(page)])


def _said(element: Locator) -> str:
    # addresses change with every build of a workbook or a link, and are not said
    lines = [line for line in element.aria_snapshot().splitlines() if "- /url:" not in line]
    values = iter(element.locator("input[type=range]").evaluate_all(VALUES))
    return "\n".join(_valued(line, values) if SLIDER.match(line) else line for line in lines) + "\n"


def _valued(line: str, values: Iterator[str]) -> str:
    """Return a slider's line with its value in words, which is what is said of it."""
    return f"{line.rpartition(': ')[0]}: {next(values)}"


def _announced(page: Page) -> list[str]:
    """Move the first control of each explorer by one step; return what is then announced."""
    announced = []
    for explorer in page.locator(".explorer").all():
        slider = explorer.get_by_role("slider").locator("visible=true").first
        status = explorer.locator(".announcement")
        slider.press("ArrowLeft")
        expect(status).not_to_be_empty()
        name = slider.evaluate("one => one.closest('label')?.innerText.trim() ?? one.ariaLabel")
        announced.append(f"One step of “{name}” to {slider.get_attribute('aria-valuetext')}:")
        announced.append(f"  {status.inner_text()}\n")
    return announced


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Keep the list of requests to itself."""


def main() -> None:
    """Write what is said of each chapter."""
    GOLDEN.mkdir(parents=True, exist_ok=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(SITE)))
    Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for chapter in CHAPTERS:
            page = browser.new_page(viewport=SIZE)
            page.goto(f"http://127.0.0.1:{server.server_port}/book/{chapter}.html")
            expect(page.locator(".explorer:not([data-live])")).to_have_count(0)
            (GOLDEN / f"{chapter}.txt").write_text(transcript(page, chapter), encoding="utf-8")
            page.close()
        browser.close()
    server.shutdown()
    print(f"Written: {GOLDEN.relative_to(ROOT)}/. Read the diff before you commit it.")


if __name__ == "__main__":
    main()
