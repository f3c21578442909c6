"""Takes out of the site what no reader needs: widget state, idle scripts, index, unused files."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx

WIDGET_STATE = "application/vnd.jupyter.widget-state+json"
# What the theme says to its menu of versions and to its search while typing: there is neither.
SETTING = re.compile(r"DOCUMENTATION_OPTIONS\.(?:pagename|search_as_you_type = false)\b")
STYLED = re.compile(r"\bT_[0-9a-f]{5}(?=[_\" ])")
UNUSED = (
    "scripts/bootstrap.js*",
    "scripts/fontawesome.js*",
    "vendor",
    "images/logo_*",
    "locales",
    "**/*.map",
)


def drop_idle_scripts(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Leave out of the page scripts that do nothing on it, and the state of Jupyter widgets.

    That state is whole front ends in JSON. The explorers run from their own script; other widgets
    need a kernel.
    """
    has_tabs = "sd-tab-set" in context.get("body", "")
    context["script_files"] = [
        script
        for script in context["script_files"]
        if _does_something(getattr(script, "attributes", {}), str(script), has_tabs=has_tabs)
    ]


def _does_something(attributes: dict[str, Any], address: str, *, has_tabs: bool) -> bool:
    if attributes.get("type") == WIDGET_STATE or SETTING.match(attributes.get("body", "")):
        return False
    return has_tabs or "design-tabs" not in address


def drop_index_entries(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Leave the search one entry for each name of the library: there is no printed index.

    It finds a name as an object already, and the second entry gets lost when Sphinx builds again.
    """
    for entry in list(doctree.findall(addnodes.index)):
        entry.parent.remove(entry)


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
