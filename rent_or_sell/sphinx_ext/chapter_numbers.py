"""Counts the book's first page among its numbered chapters: it is 1, the next is 2.

Chapters are the pages of a part that _toc.yml calls `numbered`. Sphinx numbers what a table of
contents lists, and the page that holds the table is not in it.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

# before and after Sphinx's own count, which compares its numbers with those of the last build
EARLY, LATE = 100, 900


def _as_sphinx_counts(app: Sphinx, env: BuildEnvironment) -> list[str]:
    if app.config.root_doc in env.numbered_toctrees:
        env.toc_secnumbers.pop(app.config.root_doc, None)
        _shift(env, -1)
    return []


def _as_readers_count(app: Sphinx, env: BuildEnvironment) -> list[str]:
    root = app.config.root_doc
    if root in env.numbered_toctrees:
        _shift(env, 1)
        sections = env.tocs[root].findall(nodes.reference)
        env.toc_secnumbers[root] = {section["anchorname"]: () for section in sections} | {"": (1,)}
        for page, numbers in env.toc_secnumbers.items():
            _write(env, page, numbers)
    return []


def _shift(env: BuildEnvironment, by: int) -> None:
    """Move the number of each chapter, which stands first in those of its sections."""
    for numbers in env.toc_secnumbers.values():
        for anchor, number in numbers.items():
            numbers[anchor] = (number[0] + by, *number[1:]) if number else number


def _write(env: BuildEnvironment, page: str, numbers: dict[str, tuple[int, ...]]) -> None:
    """Give a page's numbers to its title and to the lists of contents."""
    env.titles[page]["secnumber"] = numbers[""]
    for reference in env.tocs[page].findall(nodes.reference):
        reference["secnumber"] = numbers.get(reference["anchorname"])


def _name_first_page(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Number the first page in the navigation, where the theme puts its bare title."""
    number = app.env.titles[app.config.root_doc].get("secnumber")
    if number:
        context["root_title"] = (
            f"{number[0]}{app.config.html_secnumber_suffix}{context['root_title']}"
        )


def setup(app: Sphinx) -> None:
    """Put the first page's number before those that Sphinx gives."""
    app.connect("env-get-updated", _as_sphinx_counts, priority=EARLY)
    app.connect("env-get-updated", _as_readers_count, priority=LATE)
    app.connect("html-page-context", _name_first_page, priority=LATE)
