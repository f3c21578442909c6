"""Chart of why a buyer needs to value a chip-hour at more than AWS's rent: step by step."""

from __future__ import annotations

import plotly.graph_objects as go

from rent_or_sell.answers.bridge import bridge
from rent_or_sell.book import BOOK
from rent_or_sell.charts import waterfall
from rent_or_sell.charts.direct_labels import framed
from rent_or_sell.charts.row_axis import row_axis
from rent_or_sell.charts.waterfall import Row, Step
from rent_or_sell.numbers.number_format import format_number
from rent_or_sell.trainium.hues import RENT, SELL

# The steps in the order of the chart: their words, what moves together, and the step's colour.
GROUPS = {
    "Attached services": ("attach_rate",),
    "Selling, warranty, credit": ("selling_share", "warranty_share", "credit_loss_share"),
    "Support": ("support_fee_share",),
    "Sales that cost no rental": ("displacement",),
}
COLOURS = dict(zip(GROUPS, (RENT, SELL, SELL, "muted"), strict=True))
CENTS = 100


def where_the_tenth_comes_from() -> go.Figure:
    """Return the steps from AWS's rent to the chip-hour value that a buyer needs, in cents."""
    way = bridge(BOOK.model("rack"), "buyer_value_needed", "no_frictions", "base", GROUPS)
    rent = BOOK.load_parameters()["rent_per_chip_hour"].base
    end = f"Needed: {format_number(way.end, '$.2f')}"
    steps = [_step(words, CENTS * way.steps[words]) for words in GROUPS]
    rows = waterfall.rows_of([*steps, Step(end, 0, "ink", filled=True, total=True)])
    added = sum(step.change for step in steps if step.change > 0)
    title = f"Services and the costs of a sale add {added:.0f} cents an hour, sales that "
    title += f"cost no rental take {-steps[-1].change:.0f} away"
    words = "; ".join(f"{row.step.words}: {_cents(row)}" for row in rows)
    start = format_number(way.start, "$.2f")
    return framed(
        [waterfall.bars(rows, "Steps")],
        title,
        f"Without frictions a buyer needs {start} a chip-hour, AWS’s own rent. In cents an hour "
        f"above that: {words}.",
        "Source: the book’s model, from the scenario “No frictions” to the base case. Each step is "
        "its mean over all orders in which the steps can come: an attribution, not a measurement.",
        height=360,
        annotations=waterfall.values(rows, _cents),
        xaxis={
            "title": f"Cents an hour above AWS’s {format_number(rent, '$.2f')}",
            "range": [0, 1.4 * max(row.end for row in rows)],
            "nticks": 6,
        },
        yaxis=row_axis([row.step.words for row in rows]),
    )


def _step(words: str, change: float) -> Step:
    return Step(words, change, COLOURS[words], filled=change < 0)


def _cents(row: Row) -> str:
    amount = row.end - row.start
    plus = "+" if amount > 0 and not row.step.total else ""
    return f"{plus}{format_number(amount, '.1f')}"
