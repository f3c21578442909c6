"""The palette as CSS: custom properties for the book's pages, for notebooks, and for pictures."""

from __future__ import annotations

from collections.abc import Mapping

from rent_or_sell.charts.palette import DARK_PALETTE, PALETTE


def page_sheet() -> str:
    """Return the stylesheet of the book's colours: light, in the dark, and on paper.

    A picture's classes, such as `fill-first`, are bound to them.
    """
    light, dark = _properties(PALETTE, "light"), _properties(DARK_PALETTE, "dark")
    return "\n".join(
        (
            "/* The book's colours, in light, in the dark and on paper; made from the palette. */",
            f"html {light}",
            f'html[data-theme="dark"] {dark}',
            "/* before the theme's script has spoken, or without it */",
            f'@media (prefers-color-scheme: dark) {{ html:not([data-theme="light"]) {dark} }}',
            f"@media print {{ html:root {light} }}",
            "/* what pictures of charts are drawn in */",
            *(_bound(mark, name) for mark in ("fill", "stroke") for name in PALETTE),
            "",
        )
    )


def notebook_sheet() -> str:
    """Return the colours for where the book's stylesheet is not: notebooks, and shadow trees.

    `:where()` weighs nothing, so that on the book's pages the book's own colours win. marimo gives
    each element properties of its own, one of which bears a name of ours.
    """
    light, dark = _properties(PALETTE), _properties(DARK_PALETTE)
    inherited = _properties(dict.fromkeys(PALETTE, "inherit"))
    return (
        f':where(:root, :host, body[data-jp-theme-light="true"]) {light}\n'
        f':where(body[data-jp-theme-light="false"]) {dark}\n'
        f".marimo .explorer {light}\n"
        f".marimo :where(.dark) .explorer {dark}\n"
        f".marimo .explorer * {inherited}\n"
    )


def paper_sheet() -> str:
    """Return the light colours for an explorer while a picture of it is taken: files are light."""
    return f".explorer.on-paper {_properties(PALETTE)}\n"


def _properties(colours: Mapping[str, str], scheme: str = "") -> str:
    lines = [f"--{name}: {colour};" for name, colour in colours.items()]
    lines += [f"color-scheme: {scheme};"] if scheme else []
    return "{ " + " ".join(lines) + " }"


def _bound(mark: str, name: str) -> str:
    return f".{mark}-{name} {{ {mark}: var(--{name}); }}"
