"""How prices are drawn in every chart, as on the explorers' price line: shape, hue, width and dashes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from rent_or_sell.charts.palette import PALETTE
from rent_or_sell.trainium.hues import SELL

SIZE = 12  # of a shape, in pixels


@dataclass(frozen=True)
class PriceMark:
    """A kind of price: its colour in the palette, its shape, and the width and dashes of its line."""

    colour: str
    symbol: str
    width: float
    dash: str = "solid"

    @property
    def line(self) -> dict[str, Any]:
        """Its line, in Plotly's names."""
        return {"color": PALETTE[self.colour], "width": self.width, "dash": self.dash}

    @property
    def shape(self) -> dict[str, Any]:
        """Its shape, in Plotly's names: a ring has paper in it, a bar is a thick line."""
        inside = {"circle": "paper"}.get(self.symbol, self.colour)
        edge = {"circle": 3, "line-ns": 4}.get(self.symbol, 0)
        line = {"color": PALETTE[self.colour], "width": edge}
        return {"symbol": self.symbol, "color": PALETTE[inside], "line": line}

    def over(self, name: str, x: Sequence[float], y: Sequence[float]) -> go.Scatter:
        """Return its line through points, with its shape at the last."""
        return go.Scatter(
            x=list(x),
            y=list(y),
            name=name,
            mode="lines+markers",
            line=self.line,
            marker=self.shape | {"size": [0] * (len(x) - 1) + [SIZE], "opacity": 1},
            cliponaxis=False,
        )

    def points(self, name: str, x: Sequence[float], y: Sequence[str]) -> go.Scatter:
        """Return its shape at each of its prices, one a row."""
        return go.Scatter(
            x=list(x),
            y=list(y),
            name=name,
            mode="markers",
            marker=self.shape | {"size": SIZE},
            cliponaxis=False,
            hovertemplate="%{y}: $%{x:,.0f}",
        )

    def upright(self, price: float) -> dict[str, Any]:
        """Return a line at a price from the foot of a chart to its top, behind the bars."""
        ends = {"x0": price, "x1": price, "y0": 0, "y1": 1, "yref": "paper"}
        return {"type": "line", "layer": "below", "line": self.line} | ends


FLOOR = PriceMark(SELL, "line-ns", 2.5)
CEILING = PriceMark("ink", "diamond", 2)
PRICE = PriceMark("ink", "circle", 2, "dash")
NVIDIA = PriceMark("muted", "triangle-up", 2, "dot")
