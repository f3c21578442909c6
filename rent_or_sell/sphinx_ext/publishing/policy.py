"""The strict policy as an element of each page, for hosts that send no headers of one's own.

Such an element cannot say who may frame the page.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

SETTING = "rent_or_sell_policy_in_pages"
POLICY = "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'"


def add_policy(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Say the policy before anything that it governs."""
    if app.config[SETTING]:
        tag = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}" />\n'
        context["metatags"] = tag + context.get("metatags", "")


def setup(app: Sphinx) -> None:
    """Register the setting, off by default, and add the policy after all else that a head holds."""
    app.add_config_value(SETTING, default=False, rebuild="html", types=[bool])
    app.connect("html-page-context", add_policy, priority=990)
