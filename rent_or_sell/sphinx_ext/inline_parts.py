"""Moves scripts and styles that stand in a page into files: a strict policy runs no others."""

from __future__ import annotations

import re
from collections.abc import Callable

Publish = Callable[[str, str], str]  # a file's name and its text → its address on the page

_SCRIPT = re.compile(r"<script(?P<attributes>(?:\s[^>]*)?)>(?P<text>.*?)</script>", re.DOTALL)
_STYLE = re.compile(r"<style(?:\s[^>]*)?>(?P<text>.*?)</style>", re.DOTALL)
_NO_CODE = re.compile(r"""\b(?:src=|type=(?!["'](?:text/javascript|module)["']))""")


def without_inline_parts(page: str, publish: Publish) -> str:
    """Return a page whose own scripts and styles are links to files.

    Data in scripts stay where they are: a browser runs none of them.
    """

    def script(match: re.Match[str]) -> str:
        if _NO_CODE.search(match["attributes"]):
            return match[0]
        address = publish("inline.js", match["text"])
        return f'<script{match["attributes"]} src="{address}"></script>'

    def style(match: re.Match[str]) -> str:
        if not match["text"].strip():  # of a table without colours
            return ""
        return f'<link rel="stylesheet" href="{publish("inline.css", match["text"])}" />'

    return _STYLE.sub(style, _SCRIPT.sub(script, page))
