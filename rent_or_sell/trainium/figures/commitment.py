"""Chart of who has promised to rent from AWS, from `data/commitments.csv`."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import plotly.graph_objects as go

from rent_or_sell.book import BOOK
from rent_or_sell.charts.direct_labels import framed
from rent_or_sell.charts.palette import PALETTE
from rent_or_sell.charts.row_axis import row_axis
from rent_or_sell.tables.cell_text import cell_text
from rent_or_sell.trainium.hues import RENT, SELL

# what is shown in each row: the contract's dollars, its gigawatts (or none), and its colour
CONTRACTS: Mapping[str, tuple[str, str | None, str]] = {
    "Anthropic": ("CM02", "CM03", RENT),
    "OpenAI, Trainium": ("CM13", "CM14", RENT),
    "OpenAI, Nvidia chips": ("CM12", None, "muted"),
}
BUYERS = "Buyers of racks"


def commitments_by_customer() -> go.Figure:
    """Return dollars and years of each contract above, gigawatts beneath; racks sold last."""
    rows = {row["fact_id"]: row for row in BOOK.load_table("commitments").to_dict("records")}
    money = {name: rows[fact] for name, (fact, _, _) in CONTRACTS.items()}
    power = {name: rows[fact] for name, (_, fact, _) in CONTRACTS.items() if fact}
    years = [f"{_words(row)} in {row['term_years']:.0f} years" for row in money.values()]
    title = "Two laboratories rent by the gigawatt; no buyer of racks is named"
    spoken = [f"{name}: {text}" for name, text in zip(money, years, strict=True)]
    spoken += [f"{name}: {_words(row)} gigawatts" for name, row in power.items()]
    summary = f"Billion dollars promised to AWS, and power. {'; '.join(spoken)}; {BUYERS}: none."
    source = (
        "Source: the companies’ statements of November 2025 to April 2026, read in press reports; "
        "no buyer found by October 2026. Dollars cover more than Trainium."
    )
    return framed(
        [
            _bars([row["value"] for row in money.values()], years, "Billion dollars", ""),
            _bars(
                [power[name]["value"] if name in power else 0 for name in money],
                [_words(power[name]) if name in power else "not stated" for name in money],
                "Gigawatts",
                "2",
            ),
        ],
        title,
        summary,
        source,
        height=460,
        annotations=[
            _heading("Billion dollars, whole term", 1.0),
            _heading("Gigawatts of capacity", 0.43),
        ],
        xaxis={"range": [0, 280], "visible": False},
        xaxis2={"range": [0, 14], "visible": False, "anchor": "y2"},
        yaxis=row_axis([*CONTRACTS, BUYERS], domain=[0.57, 0.96]),
        yaxis2=row_axis([*CONTRACTS, BUYERS], domain=[0.0, 0.39]),
    )


def _bars(values: list[float], texts: list[str], name: str, axis: str) -> go.Bar:
    colours = [PALETTE[colour] for _, _, colour in CONTRACTS.values()]
    return go.Bar(
        x=[*values, 0],
        y=[*CONTRACTS, BUYERS],
        text=[*texts, "none named"],
        name=name,
        orientation="h",
        xaxis=f"x{axis}",
        yaxis=f"y{axis}",
        marker={"color": [*colours, PALETTE[SELL]]},
        textposition="outside",
        textfont={"color": PALETTE["ink"]},
        cliponaxis=False,
    )


def _words(row: Mapping[Hashable, Any]) -> str:
    """Return a commitment with its qualifier, such as "over 100"."""
    record = {str(name): cell for name, cell in row.items()}
    return cell_text(record, BOOK.facts.schema("commitments").field("value"))


def _heading(text: str, height: float) -> dict[str, Any]:
    place = {"xref": "paper", "yref": "paper", "x": 0, "xanchor": "left", "yanchor": "bottom"}
    font = {"color": PALETTE["muted"]}
    return {"text": text, "y": height, "showarrow": False, "font": font} | place
