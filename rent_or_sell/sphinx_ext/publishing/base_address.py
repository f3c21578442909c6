"""Where a site is published, and the absolute addresses of what is on it."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

from sphinx.config import Config


def absolute(config: Config, file: str) -> str:
    """Return the address of a file of the site; "" while the site has no base address."""
    base = str(config.html_baseurl)
    return urljoin(base.rstrip("/") + "/", file) if base else ""


def root_path(config: Config) -> str:
    """Return the path at which a host shows the site, such as "/" or "/rent-or-sell/"."""
    return urlsplit(absolute(config, "")).path or "/"
