"""Gives each table of a long data listing a page of its own.

The listing keeps what each table holds and its columns, and its anchors: who follows a number to
its table arrives there, not in thousands of rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from rent_or_sell.sphinx_ext.made_pages import stands

MANY = 5  # tables that one page can carry
TABLE = re.compile(
    r'(?P<head><section class="data-table" id="table-(?P<name>[\w-]+)">\n<h3>(?P<title>.*?)</h3>.*?)'
    r"<details><summary>(?P<count>\d+ rows?)</summary>\n(?P<rows>.*?)\n</details>\n</section>",
    re.DOTALL,
)


@dataclass(frozen=True)
class TablePage:
    """A table that has a page: its name, its title and its rows as HTML."""

    name: str
    title: str
    rows: str


def set_apart(app: Sphinx, doctree: nodes.document) -> None:
    """Take the rows out of a long listing, which is the HTML of a cell, and keep them."""
    pages = _kept(app.env).setdefault(app.env.docname, [])
    for node in list(doctree.findall(nodes.raw)):
        tables = list(TABLE.finditer(node.astext()))
        if len(tables) > MANY:
            pages += map(_page, tables)
            short = TABLE.sub(lambda table: _entry(app.env.docname, table), node.astext())
            node.replace_self(nodes.raw("", short, format="html"))


def _page(table: re.Match[str]) -> TablePage:
    return TablePage(table["name"], table["title"], table["rows"])


def _entry(listing: str, table: re.Match[str]) -> str:
    page = f"{Path(listing).name}-{table['name']}.html"
    return f'{table["head"]}<p class="table-page"><a href="{page}">{table["count"]}</a></p>\n</section>'


def written(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the tables' pages."""
    for listing, tables in _kept(app.env).items():
        back = f'<a href="{Path(listing).name}.html#table-'
        of = escape(app.env.titles[listing].astext())
        for table in tables:
            page = f"{listing}-{table.name}"
            if stands(app, page, listing):
                continue
            up = f'<p>{back}{table.name}">What its columns mean: {of}</a></p>'
            body = f"<section>\n<h1>{table.title}</h1>\n{up}\n{table.rows}\n</section>"
            yield page, {"title": table.title, "body": body, "metatags": ""}, "page.html"


def _kept(env: BuildEnvironment) -> dict[str, list[TablePage]]:
    """Return the pages of tables by the page of their listing."""
    if not hasattr(env, "rent_or_sell_table_pages"):
        env.rent_or_sell_table_pages = {}  # type: ignore[attr-defined]
    kept: dict[str, list[TablePage]] = env.rent_or_sell_table_pages  # type: ignore[attr-defined]
    return kept


def _forget(app: Sphinx, env: BuildEnvironment, page: str) -> None:
    _kept(env).pop(page, None)


def _merge(
    app: Sphinx, env: BuildEnvironment, pages: Iterable[str], other: BuildEnvironment
) -> None:
    _kept(env).update((page, _kept(other)[page]) for page in pages if page in _kept(other))


def setup(app: Sphinx) -> None:
    """Take the rows out when a page is read, and write their pages after all others."""
    app.connect("doctree-read", set_apart, priority=600)
    app.connect("env-purge-doc", _forget)
    app.connect("env-merge-info", _merge)
    app.connect("html-collect-pages", written)
