"""Writes a page `embed/<view>.html` for each explorer that a book offers to its teachers.

The directive `{teacher-links}` names them; each is called by its view's title.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sphinx.application import Sphinx

from rent_or_sell.explorer import bundle
from rent_or_sell.explorer.lessons.embed import Embedded, embed_page, take_apart
from rent_or_sell.sphinx_ext.assets import file_data, publish
from rent_or_sell.sphinx_ext.minify import bundled
from rent_or_sell.sphinx_ext.named_book import book_of
from rent_or_sell.sphinx_ext.palette_files import ICON
from rent_or_sell.sphinx_ext.publishing.policy import POLICY
from rent_or_sell.sphinx_ext.publishing.policy import SETTING as POLICY_SETTING
from rent_or_sell.sphinx_ext.references import address_of

FOLDER = "embed"


def write(app: Sphinx, offered: Mapping[str, str]) -> None:
    """Write a page for each view, under its title; those made of the same code and data stay."""
    made_of = app.config["rent_or_sell_fingerprint"]
    for view, title in offered.items():
        page = Path(app.outdir, FOLDER, f"{view}.html")
        if page.exists() and made_of in page.read_text(encoding="utf-8"):
            continue
        page.parent.mkdir(exist_ok=True)
        embedded = take_apart(book_of(app.config).explorer(view=view))
        page.write_text(_page(app, view, title, embedded), encoding="utf-8")


def _page(app: Sphinx, view: str, title: str, embedded: Embedded) -> str:
    here = f"{FOLDER}/{view}"
    first = next(iter(book_of(app.config).load_parameters()))
    parameters, _, _ = address_of(app, here, f"parameter-{first}").partition("#")
    return embed_page(
        embedded,
        parameters,
        file_data(app, _up, embedded.workbooks),
        title=title,
        book=app.config.html_title,
        home=app.builder.get_relative_uri(here, app.config.root_doc),
        made_of=app.config["rent_or_sell_fingerprint"],
        policy=POLICY if app.config[POLICY_SETTING] else "",
        icon=_up(f"_static/{ICON}"),
        sheet=_up(publish(app, "_explorer", "embed.css", bundle.embed_stylesheet())),
        here=_up(
            publish(
                app, "_explorer", "page.js", bundle.page_script(embedded.models, embedded.specs)
            )
        ),
        script=_up(
            publish(
                app,
                "_explorer",
                "embed.js",
                script(Path(app.confdir), bundle.EMBED, embedded.kinds),
            )
        ),
    )


def script(root: Path, host: bundle.Host, kinds: list[str]) -> str:
    """Return the script that brings an explorer with parts of these kinds to life on a host."""
    module = bundle.site_module(host, kinds)
    return bundled(module, bundle.HERE, root) or bundle.site_script(host)


def _up(address: str) -> str:
    return f"../{address}"
