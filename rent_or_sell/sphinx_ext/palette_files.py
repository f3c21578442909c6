"""The site's files that are made from the palette: its stylesheet of colours, and its icon."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from rent_or_sell.charts.palette import DARK_PALETTE, PALETTE
from rent_or_sell.charts.palette_sheets import page_sheet

SHEET, ICON = "palette.css", "favicon.svg"


def write_palette(app: Sphinx) -> None:
    """Write both files among the site's static ones, before any page is written."""
    if app.builder.format != "html":
        return
    folder = Path(app.outdir, "_static")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / SHEET).write_text(page_sheet(), encoding="utf-8")
    (folder / ICON).write_text(icon(), encoding="utf-8")


def icon() -> str:
    """Return two bars, one a hue; each stands out from light and from dark tabs."""
    bars = (
        f'<rect x="5" y="6" width="9" height="22" rx="1.5" fill="{PALETTE["first"]}"/>',
        f'<rect x="18" y="13" width="9" height="15" rx="1.5" fill="{DARK_PALETTE["second"]}"/>',
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">{"".join(bars)}</svg>\n'


def name_icon(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Give a page the icon, unless the configuration names another."""
    context["favicon_url"] = context.get("favicon_url") or ICON


def setup(app: Sphinx) -> None:
    """Write the files when the build starts, and name the icon before addresses are made."""
    app.connect("builder-inited", write_palette)
    app.connect("html-page-context", name_icon, priority=400)
    app.add_css_file(SHEET, priority=890)
