"""Takes out of the site what no reader needs: widget state and the theme's unused files."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

WIDGET_STATE = "application/vnd.jupyter.widget-state+json"
STYLED = re.compile(r"\bT_[0-9a-f]{5}(?=[_\" ])")
UNUSED = (
    "scripts/bootstrap.js*",
    "scripts/fontawesome.js*",
    "vendor",
    "images/logo_*",
    "locales",
    "**/*.map",
)


def drop_widget_state(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Leave the state of Jupyter widgets, whole front ends in JSON, out of the page.

    The explorers run from their own script; other widgets need a kernel.
    """
    context["script_files"] = [
        script
        for script in context["script_files"]
        if getattr(script, "attributes", {}).get("type") != WIDGET_STATE
    ]


def number_frames(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Number the tables of pandas' Styler, which names them by chance: a book builds alike twice."""
    names = dict.fromkeys(STYLED.findall(context.get("body", "")))
    for number, name in enumerate(names, start=1):
        context["body"] = context["body"].replace(name, f"T_{number}")


def drop_unused_files(app: Sphinx, exception: Exception | None) -> None:
    """Delete the theme's files that no page refers to, about five megabytes."""
    if exception or app.builder.format != "html":
        return
    for pattern in UNUSED:
        for path in Path(app.outdir, "_static").glob(pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
