"""A link at the end of each page that prepares a letter on an error; the reader sends it, or not.

`rent_or_sell_report_to` in _config.yml is the address to which a mail goes; without one the reader
fills it in.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.nodes import clean_astext

from rent_or_sell.explorer.edition import edition_name
from rent_or_sell.sphinx_ext.assets import publish
from rent_or_sell.sphinx_ext.named_book import book_of

SETTING = "rent_or_sell_report_to"
SCRIPT = Path(__file__).resolve().parent / "scripts" / "report.js"


def letter(book: str, edition: str, chapter: str, page: str, to: str = "") -> str:
    """Return the address of a mail that names book, edition, chapter and page, and asks what is wrong."""
    lines = (f"Book: {book}, {edition}", f"Chapter: {chapter}", f"Page: {page}")
    body = "\r\n".join((*lines, "", "What is wrong, and how do you know it?", "", ""))
    words = {"subject": f"An error in “{book}”: {chapter}", "body": body}
    return f"mailto:{quote(to, safe='@')}?{urlencode(words, quote_via=quote)}"


def _add_link(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """End a page of the book with the link, and give it the script that opens the letter there."""
    if doctree is None:
        return
    title = app.env.titles[page]
    number = "".join(
        f"{one}{app.config.html_secnumber_suffix}" for one in title.get("secnumber") or ()
    )
    edition = edition_name(book_of(app.config).edition.number)
    chapter = number + clean_astext(title)
    address = letter(app.config.html_title, edition, chapter, f"{page}.html", app.config[SETTING])
    context["body"] += (
        f'<p class="report-error"><a href="{escape(address)}">Report an error</a>'
        f"{context.get('in_jupyterlab', '')}</p>\n"
    )
    script = publish(app, "_report", "report.js", SCRIPT.read_text(encoding="utf-8"))
    source = escape(context["pathto"](script, resource=True))
    context["metatags"] += f'<script defer src="{source}"></script>\n'


def setup(app: Sphinx) -> None:
    """Register the setting and the link."""
    app.add_config_value(SETTING, "", "html", [str])
    app.connect("html-page-context", _add_link)
