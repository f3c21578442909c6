"""A deck of slides for each numbered chapter, a page that works from a disk and prints a slide a page.

The chapter's explorer is alive on it. In the copy for teachers the notes hold what only they read.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from rent_or_sell.charts.palette_sheets import page_sheet
from rent_or_sell.explorer.page import refer_to
from rent_or_sell.sphinx_ext.assets import publish
from rent_or_sell.sphinx_ext.checks import key_scripts
from rent_or_sell.sphinx_ext.made_pages import stands
from rent_or_sell.sphinx_ext.named_book import book_of
from rent_or_sell.sphinx_ext.references import address_of
from rent_or_sell.sphinx_ext.slides.deck import Slide, asked_of, deck, has_deck

TEMPLATE = "slides.html"
HERE = Path(__file__).resolve().parent


def _slide_html(slide: Slide, place: int, count: int) -> str:
    level = 1 if place == 1 else 2
    notes = "".join(f"<p>{escape(note)}</p>\n" for note in slide.notes)
    return (
        f'<section class="slide slide-{slide.kind}" tabindex="-1" aria-label="Slide {place} of {count}">\n'
        f"<h{level}>{escape(slide.heading)}</h{level}>\n{slide.body}\n"
        + (
            f'<details class="slide-notes"><summary>Notes</summary>\n{notes}</details>\n'
            if notes
            else ""
        )
        + f'<p class="slide-number" aria-hidden="true">{place} / {count}</p>\n</section>\n'
    )


def _written(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the decks' pages."""
    builder = app.builder
    assert isinstance(builder, StandaloneHTMLBuilder)  # the only one that collects pages
    for page, title in app.env.titles.items():
        if not title.get("secnumber") or stands(app, _address(page), page):
            continue
        doctree = app.env.get_and_resolve_doctree(page, builder)
        if has_deck(doctree):
            slides = deck(doctree, builder)
            count = len(slides)
            body = "".join(_slide_html(one, place, count) for place, one in enumerate(slides, 1))
            context = {
                "title": title.astext(),
                "chapter": f"{Path(page).name}.html",
                "body": refer_to(body, _parameters(app, page)),
                "keys": [asked["sealed"] for asked in asked_of(doctree)],
                "metatags": "",
            }
            yield _address(page), context, TEMPLATE


def _parameters(app: Sphinx, page: str) -> str:
    """Return the address of the page on which each assumption stands with its evidence."""
    first = next(iter(book_of(app.config).load_parameters()))
    return address_of(app, page, f"parameter-{first}").partition("#")[0]


def _address(page: str) -> str:
    return str(Path(page).with_name(f"slides-{Path(page).name}"))


def _link_files(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Give a deck its sheet, its script and the keys of its question."""
    if template != TEMPLATE:
        return
    sheet, script = _files()
    own = context["pathto"](publish(app, "_slides", "slides.css", sheet), resource=True)
    moves = context["pathto"](publish(app, "_slides", "slides.js", script), resource=True)
    context["metatags"] += (
        f'<link rel="stylesheet" href="{escape(own)}" />\n'
        f'<script defer src="{escape(moves)}"></script>\n'
    )
    if context["keys"]:
        context["metatags"] += key_scripts(app, context["keys"], context["pathto"])


@cache
def _files() -> tuple[str, str]:
    sheet = (HERE / "slides.css").read_text(encoding="utf-8")
    return page_sheet() + sheet, (HERE / "slides.js").read_text(encoding="utf-8")


def _add_link(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """End a chapter with the way to its slides."""
    if doctree is not None and app.env.titles[page].get("secnumber") and has_deck(doctree):
        address = context["pathto"](_address(page))
        context["body"] += f'<p class="side-link"><a href="{address}">Slides</a></p>\n'


def setup(app: Sphinx) -> None:
    """Link each chapter's slides, behind its worksheet, and write them all."""
    app.connect("html-page-context", _add_link, priority=401)
    app.connect("html-page-context", _link_files, priority=600)
    app.connect("html-collect-pages", _written)
