"""Offers each chapter with code as a notebook, and beside them the package that they run on.

All lie in one folder of the site, so that the notebooks lead to each other there and wherever they
are saved. A book offers them if it is a package: if a pyproject.toml lies beside its _config.yml.
"""

from __future__ import annotations

from functools import partial
from html import escape
from pathlib import Path
from typing import Any

import nbformat
from docutils import nodes
from hatchling.builders.wheel import WheelBuilder
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError

from rent_or_sell.classroom.notebooks import Chapters
from rent_or_sell.classroom.plain_markdown import PlainError
from rent_or_sell.sphinx_ext.copies import copy_of
from rent_or_sell.sphinx_ext.named_book import book_of
from rent_or_sell.sphinx_ext.publishing.base_address import absolute

FOLDER = "notebooks"


def how_to_install(wheel: str, notebook: str, address: str = "") -> str:
    """Return what a notebook says first: what it needs, from beside it or from an address."""
    package = wheel.partition("-")[0].replace("_", "-")
    found = f"{package}[lab] @ {address}" if address else f"{wheel}[lab]"
    beside = "" if address else f" save `{wheel}` from the book’s page beside it and"
    return (
        f"**To run this chapter**{beside} install the package, once:\n\n"
        f'```\npip install "{found}"\njupyter lab {notebook}\n```\n\n'
        f'Where a notebook server runs already, run `%pip install "{found}"` in a cell instead.'
    )


def _prepare(app: Sphinx, env: BuildEnvironment) -> None:
    """Build the package, and have each page written with its notebook beside it."""
    source = Path(app.srcdir)
    if app.builder.format != "html" or not (source / "pyproject.toml").exists():
        return
    folder = Path(app.outdir, FOLDER)
    (wheel,) = WheelBuilder(str(source)).build(directory=str(folder), versions=["standard"])
    try:
        chapters = Chapters(book_of(app.config), source, copy_of(app.config))
    except PlainError as error:
        raise ExtensionError(str(error)) from error
    offer = partial(_offer, chapters, Path(wheel).name)
    app.connect("html-page-context", offer, priority=400)  # before the page's end is written


def _offer(
    chapters: Chapters,
    wheel: str,
    app: Sphinx,
    page: str,
    template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Write a page's notebook, and offer it and the package at the end of a page that has code."""
    if page not in chapters.names:
        return
    name = chapters.names[page]
    runs = 'class="cell ' in context["body"]
    first = how_to_install(wheel, name, absolute(app.config, f"{FOLDER}/{wheel}")) if runs else ""
    try:
        notebook = chapters.notebook(page, before=first)
    except PlainError as error:
        raise ExtensionError(f"A chapter cannot be made into a notebook. {error}") from error
    nbformat.write(notebook, Path(app.outdir, FOLDER, name))
    if runs:
        saved = (
            f'<a download href="{escape(context["pathto"](f"{FOLDER}/{one}", resource=True))}">'
            for one in (name, wheel)
        )
        context["in_jupyterlab"] = (
            f"<span>{next(saved)}Show in JupyterLab</a>, with {next(saved)}its package</a></span>"
        )


def setup(app: Sphinx) -> None:
    """Prepare the notebooks when all chapters are read."""
    app.connect("env-updated", _prepare)
