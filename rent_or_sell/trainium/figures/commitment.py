"""Chart of who has promised to rent from AWS, from `data/commitments.csv`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import plotly.graph_objects as go

from rent_or_sell.book import BOOK
from rent_or_sell.charts.direct_labels import framed
from rent_or_sell.charts.palette import PALETTE
from rent_or_sell.charts.row_axis import row_axis
from rent_or_sell.facts.addresses import Fact
from rent_or_sell.tables.cell_text import cell_text
from rent_or_sell.trainium.hues import RENT, SELL

# what is shown in each row: the contract's dollars, its gigawatts (or none), and its colour
CONTRACTS: Mapping[str, tuple[str, str | None, str]] = {
    "Anthropic": ("commitments.CM02", "commitments.CM03", RENT),
    "OpenAI, Trainium": ("commitments.CM13", "commitments.CM14", RENT),
    "OpenAI, Nvidia chips": ("commitments.CM12", None, "muted"),
}
BUYERS = "Buyers of racks"
OWED = "commitments.CM24"  # by Anthropic, as its prospectus has it


def commitments_by_customer() -> go.Figure:
    """Return dollars and years of each contract above, gigawatts beneath; racks sold last."""
    money = {name: BOOK.fact(fact) for name, (fact, _, _) in CONTRACTS.items()}
    power = {name: BOOK.fact(fact) for name, (_, fact, _) in CONTRACTS.items() if fact}
    years = [f"{_words(fact)} in {fact.row['term_years']:.0f} years" for fact in money.values()]
    title = "Two laboratories have promised to rent gigawatts; no buyer of racks is named"
    spoken = [f"{name}: {text}" for name, text in zip(money, years, strict=True)]
    spoken += [f"{name}: {_words(fact)} gigawatts" for name, fact in power.items()]
    summary = f"Billion dollars promised to AWS, and power. {'; '.join(spoken)}; {BUYERS}: none."
    source = (
        "Source: the companies’ statements of November 2025 to April 2026, read in press reports. "
        f"By its prospectus of September, as Reuters read it, Anthropic owes Amazon {_words(BOOK.fact(OWED))}. "
        "No buyer found by 24 November 2026. Dollars cover more than Trainium."
    )
    return framed(
        [
            _bars([fact.number for fact in money.values()], years, "Billion dollars", ""),
            _bars(
                [power[name].number if name in power else 0 for name in money],
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


def _words(fact: Fact) -> str:
    """Return a commitment with its qualifier, such as "over 100"."""
    return cell_text(fact.row, fact.field)


def _heading(text: str, height: float) -> dict[str, Any]:
    place = {"xref": "paper", "yref": "paper", "x": 0, "xanchor": "left", "yanchor": "bottom"}
    font = {"color": PALETTE["muted"]}
    return {"text": text, "y": height, "showarrow": False, "font": font} | place
