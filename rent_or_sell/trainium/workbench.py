"""What a notebook needs to put the model on sliders: controls for parameters, and a live chart."""

from __future__ import annotations

from itertools import product

from rent_or_sell.extras import brought_by

with brought_by("lab"):
    import plotly.graph_objects as go
    from ipywidgets import FloatSlider

    from rent_or_sell.book import BOOK
    from rent_or_sell.charts.live_figure import LiveFigure
    from rent_or_sell.charts.look import book_template
    from rent_or_sell.charts.palette import PALETTE
    from rent_or_sell.model.parameters import ModelInputError
    from rent_or_sell.names import unknown_name
    from rent_or_sell.numbers.number_format import format_number
    from rent_or_sell.trainium.hues import SELL

STEPS = 31  # prices along the chart


def sliders(*names: str) -> dict[str, FloatSlider]:
    """Return a slider for each parameter, over its range and at its base value.

    Raises
    ------
    ModelInputError
        If a name is not a parameter; the message names the nearest.
    """
    return {name: _slider(name) for name in names}


def gain_chart(*names: str) -> go.FigureWidget:
    """Return Amazon's gain from selling a rack, over the range of prices, at the base case.

    A notebook changes the line by `chart.data[0].y = …`; `chart.data[0].x` holds the prices, in
    dollars a chip. The axis stands still, with room for the line wherever the parameters named
    may take it.
    """
    price = BOOK.load_parameters()["sale_price_per_chip"]
    step = (price.high - price.low) / (STEPS - 1)
    prices = [price.low + step * count for count in range(STEPS)]
    gains = BOOK.model("rack").evaluate({price.name: prices})["gain_from_selling"]
    title = "Selling gains Amazon money where the line is above zero"
    line = {"color": PALETTE[SELL], "width": 2.5}
    return LiveFigure(
        [go.Scatter(x=prices, y=gains.tolist(), mode="lines", name="gain", line=line)],
        {
            "template": book_template(),
            "title": title,
            "height": 360,
            "meta": {
                "summary": f"{title}. At the base case it rises with the price.",
                "source": "Source: the book’s model; not measurements.",
            },
            "xaxis": {"title": "Price a chip", "tickformat": "$,.0f", "nticks": 6},
            "yaxis": {
                "title": "Gain from selling a rack",
                "tickformat": "$~s",
                "zeroline": True,
                "range": _extent(price.name, *names),
            },
        },
    )


def _extent(*names: str) -> list[float]:
    """Return the least and the greatest gain with the parameters at the ends of their ranges."""
    ends = [(BOOK.load_parameters()[name].low, BOOK.load_parameters()[name].high) for name in names]
    corners = zip(*product(*ends), strict=True)
    changes = {name: list(values) for name, values in zip(names, corners, strict=True)}
    gains = BOOK.model("rack").evaluate(changes)["gain_from_selling"]
    return [float(gains.min()), float(gains.max())]


def _slider(name: str) -> FloatSlider:
    known = BOOK.load_parameters()
    if name not in known:
        raise ModelInputError(unknown_name(name, known, "a parameter"))
    parameter = known[name]
    return FloatSlider(
        value=parameter.base,
        min=parameter.low,
        max=parameter.high,
        step=parameter.step,
        description=parameter.label,
        style={"description_width": "initial"},
        layout={"width": "40rem", "max_width": "100%"},
    )


def dollars(amount: float) -> str:
    """Return an amount in whole dollars as the book writes it, for pandas' `style.format`."""
    return format_number(amount, ",.0f")
