"""A Plotly figure for notebooks that no page ever meets half made."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

from rent_or_sell.extras import brought_by

with brought_by("lab"):
    import plotly.graph_objects as go
    from traitlets import Unicode, default


class LiveFigure(go.FigureWidget):  # type: ignore[misc]  # Plotly is untyped
    """A `FigureWidget` that announces itself to the page when it is complete.

    Plotly's own is announced empty and filled by later messages, which its view ignores: a page
    that met it in between would draw empty axes and keep them. And Plotly's module is so large that
    a slow machine does not load it in the time that a widget is given: a small one starts it.
    """

    _esm = Path(__file__).with_name("live_figure.js")
    _plotly = Unicode().tag(sync=True)

    _complete = False

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._complete = True
        self.open()

    def open(self) -> None:
        """Open the channel to the page, once there is something to send."""
        if self._complete:
            super().open()

    @default("_plotly")
    def _plotly_module(self) -> str:
        """Return Plotly's widget as an ES module."""
        return (files("plotly") / "package_data/widgetbundle.js").read_text(encoding="utf-8")
