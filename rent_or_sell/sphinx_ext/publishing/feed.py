"""The feed of what changed: an Atom file made of the releases in CHANGELOG.md, at the base address.

A release is a heading with its day, such as `## 0.2.0, 2026-12-01`; what stands below a heading
without one is not published yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from rent_or_sell.sphinx_ext.publishing.base_address import absolute

CHANGES = "CHANGELOG.md"
FILE = "changes.xml"
RELEASE = re.compile(
    r"^## (?P<name>.+), (?P<day>\d{4}-\d\d-\d\d)\n(?P<text>(?:(?!## ).*\n?)*)", re.MULTILINE
)
LINE = re.compile(r"^- ((?:.+\n?(?!- ))*)", re.MULTILINE)


@dataclass(frozen=True)
class Release:
    """What readers got on a day: its name, and a sentence or more for each change."""

    name: str
    day: str
    changes: tuple[str, ...]


def releases(text: str) -> Iterator[Release]:
    """Yield the releases that a list of changes tells, the newest first."""
    for found in RELEASE.finditer(text):
        changes = (" ".join(line.split()) for line in LINE.findall(found["text"]))
        yield Release(found["name"], found["day"], tuple(changes))


def atom(title: str, home: str, address: str, told: list[Release]) -> str:
    """Return a feed of releases, of which there is one at least."""
    entries = "".join(_entry(address, home, release) for release in told)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<title>{escape(title)}: what changed</title>\n<id>{escape(address)}</id>\n"
        f"<author><name>{escape(title)}</name></author>\n"
        f'<link rel="self" href="{escape(address)}" />\n<link href="{escape(home)}" />\n'
        f"<updated>{told[0].day}T00:00:00Z</updated>\n{entries}</feed>\n"
    )


def _entry(address: str, home: str, release: Release) -> str:
    listed = "".join(f"<li>{escape(change)}</li>" for change in release.changes)
    return (
        f"<entry>\n<title>{escape(release.name)}</title>\n"
        f"<id>{escape(f'{address}#{release.name}')}</id>\n"
        f'<link href="{escape(home)}" />\n<updated>{release.day}T00:00:00Z</updated>\n'
        f'<content type="html">{escape(f"<ul>{listed}</ul>")}</content>\n</entry>\n'
    )


def _told(app: Sphinx) -> list[Release]:
    """Return what the feed tells; nothing if there is no list of changes or no base address."""
    file = Path(app.confdir, CHANGES)
    if not file.exists() or not absolute(app.config, ""):
        return []
    return list(releases(file.read_text(encoding="utf-8")))


def write(app: Sphinx, exception: Exception | None) -> None:
    """Write the feed into the site."""
    told = [] if exception else _told(app)
    if told:
        address = absolute(app.config, FILE)
        text = atom(app.config.html_title, absolute(app.config, ""), address, told)
        Path(app.outdir, FILE).write_text(text, encoding="utf-8")


def link(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Let a page say where the feed is."""
    if doctree is not None and _told(app):
        address = escape(absolute(app.config, FILE))
        context["metatags"] += (
            f'<link rel="alternate" type="application/atom+xml" title="What changed"'
            f' href="{address}" />\n'
        )


def setup(app: Sphinx) -> None:
    """Write the feed when the pages are, and link it from each."""
    app.connect("html-page-context", link)
    app.connect("build-finished", write)
