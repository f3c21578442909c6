"""The only part of the package that knows Sphinx: it binds the book's pages to data and models."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rent_or_sell.extras import brought_by

with brought_by("book"):
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import CONFIG_OK
    from sphinx.errors import ExtensionError

    from rent_or_sell.explorer import bundle
    from rent_or_sell.sphinx_ext import (
        assets,
        cards,
        chapter_numbers,
        charts,
        checks,
        claim_role,
        claims_page,
        copies,
        data_files,
        dependency_graph,
        equations,
        error_report,
        explorer_links,
        failed_cells,
        glossary_page,
        glossary_role,
        made_pages,
        mathml,
        named_book,
        notebook_outputs,
        notebooks,
        number_role,
        page_cleaning,
        palette_files,
        parameter_table,
        publishing,
        read_again,
        site_files,
        slides,
        spoken_markup,
        table_pages,
        teacher_links,
        worksheets,
    )
    from rent_or_sell.sphinx_ext.named_book import book_of

STYLESHEETS = (
    bundle.BUTTON.name,
    "book.css",
    "furniture.css",
    "model.css",
    "charts.css",
    "icons.css",
    "tables.css",
    "notes.css",
    "report.css",
    "claims.css",
    "checks.css",
    "api.css",
    "class.css",
    "worksheets.css",
    "late.css",
    "paper.css",
)

PARTS = (
    named_book,
    read_again,
    made_pages,
    notebook_outputs,
    copies,
    checks,
    palette_files,
    charts,
    failed_cells,
    chapter_numbers,
    mathml,
    equations,
    parameter_table,
    dependency_graph,
    cards,
    number_role,
    glossary_role,
    glossary_page,
    claim_role,
    claims_page,
    explorer_links,
    notebooks,
    error_report,
    spoken_markup,
    table_pages,
    teacher_links,
    worksheets,
    slides,
    data_files,
    publishing,
)

UNDECLARED = ("sphinx_jupyterbook_latex", "sphinx_multitoc_numbering")

HERE = Path(__file__).resolve().parent


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the book's directives, renderers, templates and stylesheets."""
    app.connect("config-inited", _add_paths)
    app.connect("config-inited", _allow_many_readers)
    app.add_config_value("rent_or_sell_begin", None, "")
    app.connect("config-inited", _wait, priority=999)
    app.connect("builder-inited", _validate_data)
    app.connect("html-page-context", assets.link_assets)
    app.connect("doctree-resolved", page_cleaning.drop_index_entries)
    app.connect("html-page-context", page_cleaning.drop_idle_scripts, priority=900)
    app.connect("html-page-context", page_cleaning.number_frames, priority=900)
    app.connect("build-finished", page_cleaning.drop_unused_files)
    # after the theme has written its last sheet
    app.connect("build-finished", site_files.make_strict_and_light, priority=900)
    for stylesheet in STYLESHEETS:
        app.add_css_file(stylesheet, priority=900)
    for part in PARTS:
        part.setup(app)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _add_paths(app: Sphinx, config: Config) -> None:
    config.templates_path.insert(0, str(HERE / "templates"))
    config.html_static_path += [str(HERE / "static"), str(bundle.BUTTON)]


def _allow_many_readers(app: Sphinx, config: Config) -> None:
    """Say of extensions that Jupyter Book adds that chapters may be read beside each other.

    They declare nothing, which has Sphinx read all in one process; one serves LaTeX alone, the
    other numbers sections, and is off.
    """
    for name in UNDECLARED:
        extension = app.extensions.get(name)
        if extension and extension.parallel_read_safe is None:
            extension.parallel_read_safe = True


def _wait(app: Sphinx, config: Config) -> None:
    """Wait for the word to begin, where a build is made ready before its chapters are written."""
    if begin := config["rent_or_sell_begin"]:
        begin()


def _validate_data(app: Sphinx) -> None:
    """Stop the build if the data don't hold together, with what is wrong and where.

    Pages are kept only of data that did: while nothing has another fingerprint, they still do.
    """
    if app.env.config_status == CONFIG_OK:
        return
    try:
        book_of(app.config).facts.validate()
    except ValueError as error:
        raise ExtensionError(f"The book's data are not valid.\n{error}") from error
