"""The figures of a built page's charts, as the script beside it hands them over."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any


def figures_script(page: Path) -> str:
    """Return the script that a page loads when a chart is pressed."""
    found = re.search(r'data-figures="([^"]+)"', page.read_text(encoding="utf-8"))
    assert found is not None, f"{page.name} has no charts"
    return (page.parent / found[1]).read_text(encoding="utf-8")


def page_figures(page: Path) -> list[dict[str, Any]]:
    """Return the figures of a page, in the order of its charts."""
    figures: list[dict[str, Any]] = json.loads(figures_script(page).partition("=")[2].strip(" ;\n"))
    return figures
