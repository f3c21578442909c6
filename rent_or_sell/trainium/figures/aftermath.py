"""Chart of what moved after the article: the same figures before June 2026 and after."""

from __future__ import annotations

from dataclasses import dataclass

import plotly.graph_objects as go

from rent_or_sell.book import BOOK
from rent_or_sell.charts.direct_labels import framed
from rent_or_sell.charts.palette import PALETTE
from rent_or_sell.charts.row_axis import row_axis
from rent_or_sell.tables.cell_text import number_text
from rent_or_sell.trainium.hues import SELL


@dataclass(frozen=True)
class _Pair:
    """One measure: its name, where the two figures stand in data/, and how they are shown."""

    label: str
    before: str
    after: str
    scale: float = 1.0


PAIRS = (
    _Pair(
        "AWS’s backlog",
        "aws_quarterly.2026Q1.backlog_billion_usd",
        "aws_quarterly.2026Q2.backlog_billion_usd",
    ),
    _Pair("Amazon’s chips, a year", "amazon_statements.JL02", "amazon_statements.JL37"),
    _Pair(
        "Nvidia’s sales, a quarter",
        "nvidia_quarterly.FY2027Q1.revenue_million_usd",
        "nvidia_quarterly.FY2027Q2.revenue_million_usd",
        1000,
    ),
    _Pair(
        "AWS’s sales, a quarter",
        "aws_quarterly.2026Q1.net_sales_million_usd",
        "aws_quarterly.2026Q2.net_sales_million_usd",
        1000,
    ),
    _Pair("Amazon’s spending plan, 2026", "amazon_statements.JL23", "amazon_statements.JL39"),
)
BUYERS = "Named buyers of racks"


def moved_after_the_article() -> go.Figure:
    """Return each figure's growth from before the article to after, the buyers last."""
    pairs = [(_value(pair.before), _value(pair.after), pair) for pair in PAIRS]
    growth = [100 * (after / before - 1) for before, after, _ in pairs]
    texts = [_words(before, after, pair) for before, after, pair in pairs]
    labels = [pair.label for pair in PAIRS]
    title = f"AWS’s backlog grew most, by {growth[0]:.0f}%; named buyers of racks stayed at none"
    spoken = (f"{label}: {text}" for label, text in zip(labels, texts, strict=True))
    source = (
        "Source: Amazon’s and Nvidia’s statements for the quarters before and after June 2026; "
        "the first backlog leaves Anthropic’s new contract out. Buyers: none found."
    )
    return framed(
        [
            go.Bar(
                x=[*growth, 0],
                y=[*labels, BUYERS],
                text=[*texts, "0 to 0"],
                orientation="h",
                marker={"color": [*[PALETTE["muted"]] * len(pairs), PALETTE[SELL]]},
                textposition="outside",
                textfont={"color": PALETTE["ink"]},
                cliponaxis=False,
            )
        ],
        title,
        f"{title}. {'; '.join(spoken)}; {BUYERS}: none.",
        source,
        height=360,
        xaxis={"range": [0, 80], "title": "Growth, percent", "dtick": 20, "showgrid": False},
        yaxis=row_axis([*labels, BUYERS]),
    )


def _value(target: str) -> float:
    return BOOK.fact(target).number


def _words(before: float, after: float, pair: _Pair) -> str:
    """Return both figures with their qualifier, such as "over 20 to over 25 bn"."""
    ends = ((before, pair.before), (after, pair.after))
    said = (
        " ".join(
            filter(None, (BOOK.fact(target).qualifier, number_text(round(value / pair.scale, 1))))
        )
        for value, target in ends
    )
    return f"{' to '.join(said)} bn"
