"""Chart of what a year of each long contract with AWS comes to."""

from __future__ import annotations

import plotly.graph_objects as go

from rent_or_sell.book import BOOK
from rent_or_sell.charts import waterfall
from rent_or_sell.charts.direct_labels import framed
from rent_or_sell.charts.row_axis import row_axis
from rent_or_sell.charts.waterfall import Row, Step
from rent_or_sell.numbers.number_format import format_number
from rent_or_sell.trainium.hues import RENT

# Row → its fact: the contracts whose years are stated.
CONTRACTS = {
    "OpenAI, first contract": "CM12",
    "OpenAI, its expansion": "CM13",
    "Anthropic": "CM02",
}
TOTAL = "Together"


def commitments_a_year() -> go.Figure:
    """Return each contract's dollars divided by its years, one after the other, and their sum."""
    facts = [BOOK.fact(f"commitments.{fact}") for fact in CONTRACTS.values()]
    years = [float(fact.row["term_years"]) for fact in facts]
    steps = [
        Step(words, fact.number / term, RENT, filled=True)
        for words, fact, term in zip(CONTRACTS, facts, years, strict=True)
    ]
    rows = waterfall.rows_of([*steps, Step(TOTAL, 0, RENT, filled=True, total=True)])
    total = rows[-1].end
    sums = "; ".join(
        f"{words} {fact.number:.0f} over {term:.0f} years, {step.change:.1f} a year"
        for words, fact, term, step in zip(CONTRACTS, facts, years, steps, strict=True)
    )
    rate = float(BOOK.load_table("aws_quarterly")["run_rate_billion_usd"].iloc[-1])
    return framed(
        [waterfall.bars(rows, "Billion dollars a year")],
        f"By the year both laboratories’ contracts come to over {total:.1f} billion, "
        f"{total / rate:.0%} of AWS’s run rate",
        f"Billion dollars: {sums}; together over {total:.1f}. AWS’s run rate is {rate:.0f}.",
        f"Source: the companies’ statements, each divided evenly by its {_and(years)} years: our "
        "arithmetic. Payments may start late and grow, and pay for more than Trainium.",
        height=230,
        annotations=waterfall.values(rows, _amount),
        xaxis={"title": "Billion dollars a year", "range": [0, 1.5 * total], "nticks": 5},
        yaxis=row_axis([row.step.words for row in rows]),
    )


def _amount(row: Row) -> str:
    """Return a year's dollars with the word of who stated them, which holds for the sum, too."""
    names = CONTRACTS if row.step.total else (row.step.words,)
    said = {BOOK.fact(f"commitments.{CONTRACTS[name]}").qualifier for name in names}
    return " ".join(filter(None, (*said, format_number(row.end - row.start, ".1f"))))


def _and(years: list[float]) -> str:
    *first, last = (f"{one:.0f}" for one in years)
    return f"{', '.join(first)} and {last}"
