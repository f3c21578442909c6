"""Files that only some pages load: for charts, explorers, tables, formulas; named by content."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from docutils import nodes
from plotly.offline import get_plotlyjs
from sphinx.application import Sphinx
from sphinx.util import logging

from rent_or_sell.charts.palette import PALETTE
from rent_or_sell.explorer import bundle
from rent_or_sell.explorer.page import doubled, say_once, take_models, take_specs, take_workbooks
from rent_or_sell.sphinx_ext.chart_html import take_figures
from rent_or_sell.sphinx_ext.minify import bundled, minified, renamed

SCRIPTS = Path(__file__).resolve().parent / "scripts"
PLOTLY_BASIC = "node_modules/plotly.js-basic-dist-min/plotly-basic.min.js"
AS_IT_COMES = ("plotly.js", "qrcode.js", "cards.js", "explorer.js")

logger = logging.getLogger(__name__)

Address = Callable[[str], str]


def link_assets(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Give a page what its charts, explorers, tables and formulas need, and any other page nothing."""
    body = context.get("body", "")
    if page == "search":
        app.add_js_file("disk_search.js")

    def address(uri: str) -> str:
        return escape(context["pathto"](uri, resource=True))

    if 'class="plotly-figure"' in body:
        body, figures = take_figures(body)
        context["metatags"] += _figure_tags(app, address, figures)
    if "data-explorer=" in body:
        for name in doubled(body):
            remedy = "give one a name of its own, such as identity="
            words = f"Two explorers are called {name!r}: {remedy}{name + '-2'!r}"
            logger.warning(words, location=page, type="rent_or_sell")
        body, models = take_models(body)
        body, specs = take_specs(body)
        body, workbooks = take_workbooks(body)
        body = say_once(body)
        here = bundle.page_script(models, specs)
        context["metatags"] += _explorer_tags(app, address, here, workbooks)
        if _opens_with_explorer(body):
            context["metatags"] += _script_tag(app, address, "late", when="")
    context["body"] = body
    if 'class="sourced-table' in body:
        context["metatags"] += _script_tag(app, address, "tables")
    if 'class="formulas"' in body:
        context["metatags"] += _script_tag(app, address, "formulas")
    if 'class="admonition hide' in body:
        # before the body: what it hides must not move what stands below
        context["metatags"] += _script_tag(app, address, "code", when="")


def _opens_with_explorer(body: str) -> bool:
    """Say whether an explorer stands above the first heading below the title."""
    return "data-explorer=" in body.partition("<h2>")[0]


def publish(app: Sphinx, folder: str, name: str, text: str) -> str:
    """Write a script or sheet into the site and return its address, relative to the site's root.

    The name carries a hash of the text, such as `_figures/figures.0f3a….js`.
    """
    stem, _, suffix = name.partition(".")
    digest = hashlib.sha256(text.encode()).hexdigest()[:12]
    target = Path(app.outdir, folder, f"{stem}.{digest}.{suffix}")
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        small = text if name in AS_IT_COMES else minified(text, suffix, Path(app.confdir))
        target.write_text(small, encoding="utf-8")
    return f"{folder}/{target.name}"


def _figure_tags(app: Sphinx, address: Address, figures: str) -> str:
    plotly = publish(app, "_figures", "plotly.js", plotly_script(Path(app.confdir)))
    loader = publish(
        app, "_figures", "figures.js", (SCRIPTS / "figures.js").read_text(encoding="utf-8")
    )
    drawn = publish(app, "_figures", "drawn.js", figures)
    variables = {colour: f"--{name}" for name, colour in PALETTE.items()}
    return (
        f'<script defer src="{address(loader)}" data-plotly="{address(plotly)}"'
        f' data-figures="{address(drawn)}"'
        f' data-palette="{escape(json.dumps(variables))}"></script>\n'
    )


def plotly_script(root: Path) -> str:
    """Return the small Plotly bundle if npm has put it below a folder, else the package's own."""
    basic = root / PLOTLY_BASIC
    return basic.read_text(encoding="utf-8") if basic.exists() else get_plotlyjs()


def _explorer_tags(
    app: Sphinx,
    address: Address,
    here: str,
    workbooks: Mapping[str, str],
) -> str:
    css = address(publish(app, "_explorer", "explorer.css", bundle.stylesheet()))
    page = address(publish(app, "_explorer", "page.js", here))
    js = address(publish(app, "_explorer", "explorer.js", explorer_script(Path(app.confdir))))
    data = file_data(app, address, workbooks)
    return (
        f'<link rel="stylesheet" href="{css}" />\n<script defer src="{page}"></script>\n'
        f'<script defer src="{js}"{data}></script>\n'
    )


def file_data(app: Sphinx, address: Address, workbooks: Mapping[str, str]) -> str:
    """Return the attributes that say where the scripts are which make files of a case.

    There are none without a workbook: the part that offers files offers that one, too.
    """
    if not workbooks:
        return ""
    files = address(publish(app, "_explorer", "files.js", _files_script(Path(app.confdir))))
    scripts = {
        key: address(publish(app, "_explorer", "workbook.js", bundle.workbook_script(key, parts)))
        for key, parts in workbooks.items()
    }
    return f' data-files="{files}" data-workbooks="{escape(json.dumps(scripts))}"'


@cache
def explorer_script(root: Path) -> str:
    """Return the script that brings the explorers of all pages to life."""
    return renamed(bundled(bundle.site_module(), bundle.HERE, root), root) or bundle.site_script()


@cache
def _files_script(root: Path) -> str:
    return script_of(bundle.FILES, root)


def script_of(module: str, root: Path) -> str:
    """Return a module of the explorer's folder, and all that it imports, as one classic script."""
    return bundled(f'import "./{module}";', bundle.HERE, root) or bundle.script_of(module)


def _script_tag(app: Sphinx, address: Address, name: str, when: str = "defer ") -> str:
    script = (SCRIPTS / f"{name}.js").read_text(encoding="utf-8")
    source = address(publish(app, f"_{name}", f"{name}.js", script))
    return f'<script {when}src="{source}"></script>\n'
