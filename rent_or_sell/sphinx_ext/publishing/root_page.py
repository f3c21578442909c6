"""The page at the site's own address: it leads to the first chapter, and is shared as that one is."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

from sphinx.application import Sphinx

NAME = "index.html"
# What the first chapter's head says to who shows a link to it, and to browsers.
SHARED = re.compile(
    r'<meta http-equiv="Content-Security-Policy"[^>]*>|<meta name="(?:description|viewport)"[^>]*>'
    r'|<meta property="og:[^>]*>|<link rel="canonical"[^>]*>'
)
PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8" />
{shared}
<title>{title}</title>
<meta http-equiv="Refresh" content="0; url={first}" />
</head>
<body><p><a href="{first}">{title}</a></p></body>
</html>
"""


def write(app: Sphinx, exception: Exception | None) -> None:
    """Write the page, unless the first chapter stands there itself."""
    first = app.builder.get_target_uri(str(app.config.root_doc))
    if exception or app.builder.format != "html" or first == NAME:
        return
    site = Path(app.outdir)
    tags = dict.fromkeys(SHARED.findall((site / first).read_text(encoding="utf-8")))
    text = PAGE.format(
        language=escape(app.config.language),
        shared="\n".join(tags),
        title=escape(app.config.html_title),
        first=escape(first),
    )
    (site / NAME).write_text(text, encoding="utf-8")


def setup(app: Sphinx) -> None:
    """Write the page when the first chapter's is whole."""
    app.connect("build-finished", write, priority=950)
