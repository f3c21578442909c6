"""Makes the written pages strict and light: nothing inline, one style sheet, one script, no idle words.

What the theme, Sphinx and its extensions link page by page is gathered: the sheets into one,
without what no page uses, and the scripts into one that holds up no page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from os.path import relpath
from pathlib import Path

from sphinx.application import Sphinx

from rent_or_sell.sphinx_ext.assets import publish
from rent_or_sell.sphinx_ext.inline_parts import without_inline_parts
from rent_or_sell.sphinx_ext.style_trimming import trimmed, used_names

FOLDER = "_site"
GATHERED = f"{FOLDER}/site."
SHEET = re.compile(r'<link [^>]*href="(?:\.\./)*(_static/[^"?]+\.css)[^"]*"[^>]*>\s*')
SCRIPT = re.compile(
    r'<script (?:defer )?src="(?:\.\./)*(_static/(?!searchtools|language_data)[^"?]+\.js)[^"]*">'
    r"</script>\s*"
)
# What searches asks whether it is there, so it has files of its own; it need not be waited for.
SEARCH = re.compile(r'<script (?=src="(?:\.\./)*(?:_static/|searchindex\.js))')
# Where lines end and spaces begin, outside what is shown as it is written.
INDENT = re.compile(r"(<(pre|textarea)\b.*?</\2>)|\s*\n\s*", re.DOTALL)
# What Sphinx puts around words, and its name for a link into the book: no sheet of ours asks for it.
IDLE_SPAN = re.compile(r'<span class="(?:pre|std std-ref)">([^<]*)</span>')
IDLE_NAME = ' class="reference internal"'
NAMELESS = ("plotly.", "workbook.", "searchindex.")  # scripts whose words are no names of a page

Names = tuple[str, ...]  # of files, from the site's root


def make_strict_and_light(app: Sphinx, exception: Exception | None) -> None:
    """Rewrite the site's pages when all of them, and all their files, are there."""
    if exception or app.builder.format != "html":
        return
    site = Path(app.outdir)
    pages = {
        page: _strict(app, page)
        for page in site.rglob("*.html")
        if "_static" not in page.relative_to(site).parts
    }
    names = used_names(pages.values(), _words(site))

    @cache
    def sheet(files: Names) -> str:
        return publish(app, FOLDER, "site.css", trimmed(_joined(site, files), names))

    @cache
    def script(files: Names) -> str:
        return publish(app, FOLDER, "site.js", _joined(site, files))

    for page, text in pages.items():
        if GATHERED in text:  # by a build before
            continue
        text = _gathered(
            text, SHEET, sheet, '<link rel="stylesheet" href="{}" />\n', _to(site, page)
        )
        text = _gathered(
            text, SCRIPT, script, '<script defer src="{}"></script>\n', _to(site, page)
        )
        text = SEARCH.sub("<script defer ", text)
        page.write_text(without_indents(without_idle_marks(text)), encoding="utf-8")


def _strict(app: Sphinx, page: Path) -> str:
    address = _to(Path(app.outdir), page)
    return without_inline_parts(
        page.read_text(encoding="utf-8"),
        lambda name, text: address(publish(app, FOLDER, name, text)),
    )


def without_indents(page: str) -> str:
    """Return a page whose lines begin without spaces, and none of which is empty."""
    return INDENT.sub(lambda found: found[1] or "\n", page)


def without_idle_marks(page: str) -> str:
    """Return a page without the spans and the class of Sphinx that change nothing on it."""
    return IDLE_SPAN.sub(r"\1", page).replace(IDLE_NAME, "")


def _to(site: Path, page: Path) -> Callable[[str], str]:
    """Return what turns the name of a file into its address on a page."""
    return lambda name: Path(relpath(site / name, page.parent)).as_posix()


def _words(site: Path) -> Iterator[str]:
    """Yield the scripts whose words may be names on a page, and the sheets that stay as they are."""
    for file in site.rglob("*.js"):
        if not file.name.startswith(NAMELESS):
            yield file.read_text(encoding="utf-8")
    for file in site.glob("_explorer/*.css"):
        yield file.read_text(encoding="utf-8")


def _joined(site: Path, files: Names) -> str:
    return "\n".join((site / file).read_text(encoding="utf-8") for file in files)


def _gathered(
    page: str,
    links: re.Pattern[str],
    publish_as_one: Callable[[Names], str],
    link: str,
    address: Callable[[str], str],
) -> str:
    """Return a page with one link, where the first was, for all that a pattern finds."""
    files = tuple(dict.fromkeys(links.findall(page)))
    if not files:
        return page
    place = links.search(page)
    rest = links.sub("", page)
    start = place.start() if place else 0
    return rest[:start] + link.format(address(publish_as_one(files))) + rest[start:]
