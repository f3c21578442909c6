"""Chart of what Amazon's floor and the buyer's ceiling are made of, a chip, in the base case."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from rent_or_sell.book import BOOK
from rent_or_sell.charts import waterfall
from rent_or_sell.charts.direct_labels import framed, label
from rent_or_sell.charts.palette import PALETTE
from rent_or_sell.charts.row_axis import row_axis
from rent_or_sell.charts.waterfall import Row, Step
from rent_or_sell.numbers.number_format import format_number
from rent_or_sell.trainium.figures.price_marks import NVIDIA, PRICE, PriceMark
from rent_or_sell.trainium.hues import RENT, SELL, SELL_PALE

FLOOR, CEILING = "Amazon’s floor", "Buyer’s ceiling"
COMPARED = "Compare"  # the row between the two
ROOM = 1.45  # widths of the longest bar, for the column of amounts beside it
SOURCE = (
    "Source: the book’s model, every assumption at its base value; not measurements. Filled bars "
    "bring money, outlined ones cost it. Steps of nothing in the base case are marked “none”."
)


def floor_and_ceiling() -> go.Figure:
    """Return the steps up to the floor and down to the ceiling, with the price and Nvidia's match."""
    values = _values()
    floor, ceiling = values["price_floor_per_chip"], values["price_ceiling_per_chip"]
    up, down = (waterfall.rows_of(steps(values)) for steps in (floor_steps, ceiling_steps))
    names = [*(row.step.words for row in up), COMPARED, *(row.step.words for row in down)]
    title = (
        f"At our base values a price between {_dollars(floor)} and {_dollars(ceiling)} a chip "
        "suits both sides"
    )
    words = "; ".join(f"{row.step.words}: {_amount(row)}" for row in (*up, *down))
    price, match = values["sale_price_per_chip"], values["discounted_price_per_chip"]
    return framed(
        [
            waterfall.bars(up, FLOOR),
            waterfall.bars(down, CEILING),
            PRICE.points("base price", [price], [COMPARED]),
            NVIDIA.points("matches Nvidia", [match], [COMPARED]),
        ],
        title,
        f"Dollars a chip: {words}. The base price is {_dollars(price)}; what "
        f"matches Nvidia’s price with a discount is {_dollars(match)}.",
        SOURCE,
        height=600,
        barmode="overlay",
        bargap=0.3,
        margin={"t": 64},
        annotations=[
            *waterfall.values([*up, *down], _amount),
            _mark_label("base<br>price", price, PRICE, "left"),
            _mark_label("matches<br>Nvidia", match, NVIDIA, "right"),
        ],
        shapes=[_zone(floor, ceiling), PRICE.upright(price), NVIDIA.upright(match)],
        xaxis={
            "tickformat": "$~s",
            "title": "Dollars a chip",
            "nticks": 6,
            "range": [0, ROOM * down[0].end],
        },
        yaxis=row_axis(names, categoryarray=names),
    )


def floor_steps(values: dict[str, float]) -> list[Step]:
    """Return what must be earned back by a sale, a chip, up to Amazon's floor.

    The costs of selling and the support fees are shares of the price, here of the floor itself.
    """
    chips, price = values["chips"], values["price"]
    at_floor = values["price_floor_per_chip"] / price
    selling = values["selling_cost"] + values["warranty_cost"] + values["credit_cost"]
    return [
        Step("Making the chip", values["build_cost"] / chips, "muted"),
        Step("The lost rental", values["forgone"] / chips, RENT),
        Step("Services kept", -values["pv_attach_kept"] / chips, SELL, filled=True),
        Step("Selling, warranty, credit", selling * at_floor, SELL),
        Step("Support margin", -values["pv_support"] * at_floor, SELL, filled=True),
        Step(FLOOR, 0, SELL, filled=True, total=True),
    ]


def ceiling_steps(values: dict[str, float]) -> list[Step]:
    """Return what a chip's life brings a buyer and costs it, down to the buyer's ceiling."""
    chips, years = values["chips"], values["buyer_cost_annuity"]
    worth = values["buyer_value_per_chip_hour"] * values["buyer_earning_hours"] / chips
    fees = values["price_ceiling_per_chip"] * (values["buyer_price_factor"] - 1)
    return [
        Step("Worth of its chip-hours", worth, "ink", filled=True),
        Step("Letting it out", -values["buyer_opex_share"] * worth, "ink"),
        Step("Electricity", -values["power_per_year"] * years / chips, "ink"),
        Step("Upkeep", -values["upkeep_per_year"] * years / chips, "ink"),
        Step("Building", -values["buyer_building_per_year"] * years / chips, "ink"),
        Step("Value at the end", values["buyer_residual"] / chips, "ink", filled=True),
        Step("Nvidia’s claim on the power", -values["power_rivalry_cost"] / chips, "ink"),
        Step("Support fees", -fees, "ink"),
        Step(CEILING, 0, "ink", filled=True, total=True),
    ]


def _values() -> dict[str, float]:
    base = {name: parameter.base for name, parameter in BOOK.load_parameters().items()}
    return base | BOOK.model("rack").evaluate()


def _amount(row: Row) -> str:
    amount = row.end if row.step.total else row.end - row.start
    return _dollars(amount) if amount else "none"


def _dollars(amount: float) -> str:
    return format_number(amount, "$,.3r")


def _mark_label(words: str, price: float, mark: PriceMark, anchor: str) -> dict[str, Any]:
    """Return the words above a mark's line, on the side where the other mark is not."""
    shift = 4 if anchor == "left" else -4
    text = f"{words}<br>{_dollars(price)}"
    place = {"yref": "paper", "xanchor": anchor, "xshift": shift, "yshift": 2}
    return label(price, 1, text, mark.colour, "above", **place)


def _zone(floor: float, ceiling: float) -> dict[str, Any]:
    ends = {"x0": floor, "x1": ceiling, "y0": 0, "y1": 1, "yref": "paper"}
    fill = {"fillcolor": PALETTE[SELL_PALE], "line": {"width": 0}}
    return {"type": "rect", "layer": "below"} | fill | ends
