"""No page shows a control that needs a kernel: every input works, or isn't there."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

CHAPTERS = sorted(path.stem for path in (Path(__file__).parents[2] / "book").glob("*.md"))
REMNANTS = (
    'script[type*="jupyter.widget"], [class*="jupyter-widgets"], [class*="widget-subarea"],'
    ' [class^="widget-"]'
)
CONTROLS = "input, select, textarea, [role=slider], [contenteditable=true]"
WORKING = "[data-explorer] *, .bd-search *, .formula-search *"


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_page_has_no_remnant_of_a_kernels_widget(page: Page, site: str, chapter: str) -> None:
    page.goto(f"{site}/book/{chapter}.html")
    assert page.locator(REMNANTS).count() == 0
    dead = page.locator(f":is({CONTROLS}):not({WORKING})")
    assert [one.evaluate("e => e.outerHTML") for one in dead.all()] == []
