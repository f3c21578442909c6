"""How prices are drawn in every chart, as on the explorers' price line: hue, width and dashes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from rent_or_sell.charts.palette import PALETTE
from rent_or_sell.trainium.hues import SELL


@dataclass(frozen=True)
class PriceMark:
    """A kind of price: its colour in the palette, and the width and dashes of its line."""

    colour: str
    width: float
    dash: str = "solid"

    @property
    def line(self) -> dict[str, Any]:
        """Its line, in Plotly's names."""
        return {"color": PALETTE[self.colour], "width": self.width, "dash": self.dash}

    def over(self, name: str, x: Sequence[float], y: Sequence[float]) -> go.Scatter:
        """Return its line through points."""
        return go.Scatter(x=list(x), y=list(y), name=name, mode="lines", line=self.line)

    def ticks(self, name: str, x: Sequence[float], y: Sequence[str]) -> go.Scatter:
        """Return a short upright for each of its prices, one a row."""
        marker = {"color": PALETTE[self.colour], "symbol": "line-ns-open", "size": 18}
        return go.Scatter(
            x=list(x),
            y=list(y),
            name=name,
            mode="markers",
            marker=marker | {"line": {"width": self.width}},
            cliponaxis=False,
            hovertemplate="%{y}: $%{x:,.0f}",
        )

    def upright(self, price: float) -> dict[str, Any]:
        """Return a line at a price from the foot of a chart to its top, behind the bars."""
        ends = {"x0": price, "x1": price, "y0": 0, "y1": 1, "yref": "paper"}
        return {"type": "line", "layer": "below", "line": self.line} | ends


FLOOR = PriceMark(SELL, 2.5)
CEILING = PriceMark("ink", 2)
PRICE = PriceMark("ink", 3.5)
NVIDIA = PriceMark("muted", 2, "dot")
