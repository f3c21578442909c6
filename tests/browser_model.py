"""Loads generated models and what runs them into a page, as scripts and modules, never by eval."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Browser, Page, Route

import rent_or_sell

EXPLORER = Path(rent_or_sell.__file__).parent / "explorer"
ORIGIN = "http://models.test"  # asked of no one: every request is answered below


def page_with(browser: Browser, models: Mapping[str, str]) -> Page:
    """Return a page whose `models` are the given JavaScript expressions.

    Its modules are those of the explorer: `await import("/compute.js")`.
    """
    page = browser.new_page()
    page.route("**/*", _answer)
    page.goto(ORIGIN)
    pairs = ", ".join(f'"{name}": {code}' for name, code in models.items())
    page.add_script_tag(content=f'"use strict"; const models = {{{pairs}}};')
    return page


def _answer(route: Route) -> None:
    name = route.request.url.removeprefix(f"{ORIGIN}/")
    if name.endswith(".js"):
        body = (EXPLORER / name).read_text(encoding="utf-8")
        route.fulfill(content_type="text/javascript", body=body)
    else:
        route.fulfill(content_type="text/html", body="<!doctype html>")
