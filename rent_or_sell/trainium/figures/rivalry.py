"""Chart of what a buyer's megawatt earns with each rack, over the rent of an Nvidia GPU."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from rent_or_sell.book import BOOK
from rent_or_sell.charts.direct_labels import framed, label
from rent_or_sell.charts.palette import PALETTE
from rent_or_sell.numbers.number_format import format_number
from rent_or_sell.trainium.figures import price_marks
from rent_or_sell.trainium.hues import SELL

NVIDIA, TRAINIUM = "Nvidia’s rack", "Trainium, at the base price"


def alternative_for_the_power() -> go.Figure:
    """Return the value of a megawatt with Nvidia racks and with bought Trainium racks."""
    rent = BOOK.load_parameters()["reference_rent_per_gpu_hour"]
    ends = [rent.low, rent.high]
    nvidia, trainium = _nvidia(ends), trainium_value_per_mw() / 1e6
    near = ends[1] - 0.1 * (ends[1] - ends[0])  # the end of Nvidia’s line
    alike = gpu_rent_where_racks_earn_alike()
    title = f"Above ${alike:.2f} a GPU-hour, Nvidia’s rack earns a buyer more from a megawatt"
    return framed(
        [
            price_marks.NVIDIA.over(NVIDIA, ends, nvidia),
            go.Scatter(
                x=ends,
                y=[trainium] * 2,
                name=TRAINIUM,
                mode="lines",
                line={"color": PALETTE[SELL], "width": 2.5},
            ),
            go.Scatter(
                x=[rent.base],
                y=_nvidia([rent.base]),
                name="base case",
                mode="markers",
                marker={"color": PALETTE["ink"], "size": 10, "symbol": "diamond"},
            ),
        ],
        title,
        f"{title}. At {ends[0]:.2f} dollars a GPU-hour a megawatt with Nvidia’s racks is worth "
        f"{_millions(nvidia[0])} to the buyer, at {ends[1]:.2f} it is worth {_millions(nvidia[1])}; "
        f"with Trainium racks at the base price it is worth {_millions(trainium)}.",
        "Source: the book’s model, all other assumptions at their base values. Long contracts for "
        "Nvidia’s rack are not public: the rent is a judgement, and so is the base.",
        height=360,
        annotations=[
            label(near, _nvidia([near])[0], NVIDIA, "muted", "left", xshift=-14, yshift=4),
            label(ends[1], trainium, TRAINIUM, SELL, "above", xanchor="right", yshift=4),
            label(alike, nvidia[0], f"alike at ${alike:.2f}", "ink", "right", xshift=5),
            label(rent.base, _nvidia([rent.base])[0], "base case", "ink", "left", yshift=6),
        ],
        shapes=[_down(alike, trainium, nvidia[0])],
        xaxis={"title": "Rent of a GPU-hour in Nvidia’s rack", "tickformat": "$.2f", "nticks": 6},
        yaxis={"title": "Million dollars a MW", "tickformat": "~g"},
    )


def trainium_value_per_mw() -> float:
    """Return what a megawatt of facility power is worth to a buyer of Trainium at the base price."""
    base = BOOK.model("rack").evaluate()
    return float(base["buyer_gain"] / base["facility_power"])


def gpu_rent_where_racks_earn_alike() -> float:
    """Return the rent of a GPU-hour at which both racks earn the buyer the same from a megawatt."""
    # what an Nvidia rack earns is linear in its rent
    none, one = BOOK.model("rack").evaluate(reference_rent_per_gpu_hour=[0.0, 1.0])[
        "alternative_value_per_mw"
    ]
    return float((trainium_value_per_mw() - none) / (one - none))


def _nvidia(rents: list[float]) -> list[float]:
    results = BOOK.model("rack").evaluate(reference_rent_per_gpu_hour=rents)
    return [float(value) / 1e6 for value in results["alternative_value_per_mw"]]


def _millions(amount: float) -> str:
    return f"{format_number(amount, '.1f')} million dollars"


def _down(x: float, top: float, bottom: float) -> dict[str, Any]:
    line = {"color": PALETTE["ink"], "width": 1}
    return {"type": "line", "x0": x, "x1": x, "y0": top, "y1": bottom, "line": line}
