"""The list of a site's pages for search engines, at its base address."""

from __future__ import annotations

from html import escape
from pathlib import Path

from sphinx.application import Sphinx

from rent_or_sell.sphinx_ext.publishing.base_address import absolute

NOT_LISTED = ("index.html", "search.html", "404.html")  # at the root: they hold no words


def write(app: Sphinx, exception: Exception | None) -> None:
    """Write sitemap.xml, if the site has a base address."""
    if exception or app.builder.format != "html" or not absolute(app.config, ""):
        return
    site = Path(app.outdir)
    pages = sorted(page.relative_to(site).as_posix() for page in site.rglob("*.html"))
    places = "".join(
        f"<url><loc>{escape(absolute(app.config, page))}</loc></url>\n"
        for page in pages
        if page not in NOT_LISTED and not page.startswith(("_", "embed/"))
    )
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"{places}</urlset>\n"
    )
    (site / "sitemap.xml").write_text(text, encoding="utf-8")


def setup(app: Sphinx) -> None:
    """Write the list when all pages are there."""
    app.connect("build-finished", write)
