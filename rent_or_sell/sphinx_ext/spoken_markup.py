"""Mends what Sphinx and pandas write in a way that a screen reader says wrongly."""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

# The corner of pandas' Styler is a header of nothing.
CORNER = re.compile(r'<th (class="blank[^"]*")\s*>&nbsp;</th>')
# A signature over several lines is a list of definitions without terms.
PARAMETERS = re.compile(r'<dl>\n((?:<dd><em class="sig-param">.*</dd>\n)+)</dl>')


def mend_markup(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Make cells of empty headers, and lists of what only looks like definitions."""
    body = CORNER.sub(r"<td \1></td>", context.get("body", ""))
    context["body"] = PARAMETERS.sub(_as_list, body)


def name_folds(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Name the folds of the list of chapters, which show an arrow alone."""
    listed = context["generate_toctree_html"]

    def named(*arguments: Any, **options: Any) -> str:
        return str(listed(*arguments, **options)).replace(
            "<summary>", '<summary aria-label="Its pages">'
        )

    context["generate_toctree_html"] = named


def _as_list(found: re.Match[str]) -> str:
    items = found[1].replace("<dd>", '<div role="listitem">').replace("</dd>", "</div>")
    return f'<div role="list">\n{items}</div>'


def setup(app: Sphinx) -> None:
    """Mend each page, after the theme has said how it lists the chapters."""
    app.connect("html-page-context", mend_markup)
    app.connect("html-page-context", name_folds, priority=900)
