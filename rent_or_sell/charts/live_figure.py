"""A Plotly figure for notebooks that no page ever meets half made."""

from __future__ import annotations

from typing import Any

from rent_or_sell.extras import brought_by

with brought_by("lab"):
    import plotly.graph_objects as go


class LiveFigure(go.FigureWidget):  # type: ignore[misc]  # Plotly is untyped
    """A `FigureWidget` that announces itself to the page when it is complete.

    Plotly's own is announced empty and filled by later messages, which its view ignores: a page
    that met it in between would draw empty axes and keep them.
    """

    _complete = False

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._complete = True
        self.open()

    def open(self) -> None:
        """Open the channel to the page, once there is something to send."""
        if self._complete:
            super().open()
