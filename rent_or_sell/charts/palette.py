"""The book's colours: each is declared here, once, and reaches stylesheets and charts from here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# name → what it is in the light theme, on paper too, and in the dark
_COLOURS = {
    "first": ("#1f6aa5", "#6fb1e6"),
    "first-pale": ("#cfe2f1", "#1d3a52"),
    "second": ("#b8560f", "#f0a062"),
    "second-pale": ("#f8dcc4", "#4d2f17"),
    "ink": ("#1d2430", "#e8ebf0"),
    "paper": ("#ffffff", "#161a20"),
    "muted": ("#5a6472", "#a4aebb"),
    "line": ("#d8dde4", "#343b45"),
    "surface": ("#f5f7f9", "#1e242c"),
}

# Charts are declared in the light colours; a page maps each to the custom property of its name,
# so that they follow the reader's theme.
PALETTE: Mapping[str, str] = MappingProxyType(
    {name: light for name, (light, _) in _COLOURS.items()}
)
DARK_PALETTE: Mapping[str, str] = MappingProxyType(
    {name: dark for name, (_, dark) in _COLOURS.items()}
)
