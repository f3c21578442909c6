"""Explorers as the files that a static host serves: a page, its style sheet and its script."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from html import escape

from playwright.sync_api import Browser, ConsoleMessage, Page, Route, expect

from rent_or_sell.explorer import bundle
from rent_or_sell.explorer.page import say_once, take_models, take_workbooks
from rent_or_sell.explorer.widget import Explorer

ORIGIN = "https://explorers.test"  # asked of no one: every request is answered below
STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"
TYPES = {"css": "text/css", "js": "text/javascript", "html": "text/html", "ico": "image/x-icon"}

# What the policy refuses is noted by the page itself, from before its first script.
NOTE_VIOLATIONS = """globalThis.violations = [];
addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
  violations.push(`${effectiveDirective}: ${blockedURI}`));"""


def files_of(explorers: Iterable[Explorer]) -> dict[str, str]:
    """Return a page with the explorers, its style sheet and its script, by file name."""
    shown = "".join(one.page_html() for one in explorers)
    body, models = take_models(shown)
    body, workbooks = take_workbooks(say_once(body))
    scripts = {key: f"workbook-{key}.js" for key in workbooks}
    data = escape(json.dumps(scripts))
    head = (
        '<link rel="stylesheet" href="explorer.css">'
        f'<script defer src="explorer.js" data-files="files.js" data-workbooks="{data}"></script>'
    )
    page = f'<!doctype html><meta charset="utf-8"><title>Explorers</title>{head}<body>{body}</body>'
    return {
        "index.html": page,
        "favicon.ico": "",  # Firefox asks for it
        "explorer.css": bundle.stylesheet(),
        "explorer.js": bundle.page_script(models) + bundle.site_script(),
        "files.js": bundle.script_of(bundle.FILES),
        **{scripts[key]: bundle.workbook_script(key, parts) for key, parts in workbooks.items()},
    }


def open_files(
    browser: Browser, files: Mapping[str, str], origin: str = ORIGIN
) -> tuple[Page, list[str]]:
    """Return a page of the files, served under a strict policy, and its complaints.

    The complaints grow while the page lives: errors, warnings, and violations of the policy,
    which its `violations` list too.
    """
    page = browser.new_page()
    complaints: list[str] = []

    def answer(route: Route) -> None:
        name = route.request.url.removeprefix(f"{origin}/").partition("#")[0]
        route.fulfill(
            body=files[name],
            content_type=TYPES[name.rpartition(".")[2]],
            headers={"Content-Security-Policy": STRICT},
        )

    def hear(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(message.text)

    page.on("console", hear)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.add_init_script(NOTE_VIOLATIONS)
    page.route("**/*", answer)
    page.goto(f"{origin}/index.html")
    return page, complaints


def open_again(page: Page, fragment: str = "") -> None:
    """Load a page of `open_files` anew, on a screen of the usual size, with or without a fragment.

    It costs a fraction of another page; what a page keeps for its session outlives it.
    """
    page.set_viewport_size({"width": 1280, "height": 720})
    page.goto("about:blank")
    page.goto(f"{ORIGIN}/index.html{fragment}")
    expect(page.locator(".explorer:not([data-live])")).to_have_count(0)
