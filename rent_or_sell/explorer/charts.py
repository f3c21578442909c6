"""The charts inside explorers, declared: which results they draw, in which hue, on which scale.

They are HTML and SVG made at the base case and resized in place, so that they follow every move of
a control in every host without a chart library to load.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from rent_or_sell.facts.tables import load_table
from rent_or_sell.model.models import Model
from rent_or_sell.model.parameters import load_parameters
from rent_or_sell.numbers.number_format import format_number

POINTS = 81


@dataclass(frozen=True)
class Series:
    """One hue of a stack: a yearly result and its name in the chart."""

    name: str
    label: str
    hue: str


@dataclass(frozen=True)
class Stack:
    """Yearly results piled up, a column a year; stacks of a group share their scale."""

    title: str
    series: tuple[Series, ...]
    code: str


@dataclass(frozen=True)
class Bar:
    """One bar: a result, a parameter or a figure somebody stated, with its words."""

    label: str
    hue: str
    name: str = ""
    stated: float = 0.0


@dataclass(frozen=True)
class Bars:
    """Bars beneath each other on one scale."""

    title: str
    bars: tuple[Bar, ...]
    code: str


@dataclass(frozen=True)
class Plot:
    """A line over one parameter, with the reader's own case and, on a curve, its best point.

    Without a level it draws `result`; with one, the value of `solve` at which `result` is `level`
    (`result` is linear in `solve`).
    """

    title: str
    result: str
    over: str
    low: float
    high: float
    x_code: str
    y_code: str
    y_unit: str
    solve: str = ""
    level: float = 0.0
    best: str = ""


@dataclass(frozen=True)
class Charts:
    """All charts of an explorer, in the order in which they stand."""

    stacks: tuple[tuple[Stack, ...], ...] = ()
    bars: tuple[Bars, ...] = ()
    plots: tuple[Plot, ...] = ()


def charts_of(model: Model) -> Charts:
    """Return the charts of a model's explorer; a rack's columns and deal zone are not among them."""
    return {"fleet": _fleet, "market": _market, "parity": _parity}.get(model.name, Charts)()


def points(plot: Plot, model: Model) -> list[tuple[float, float]]:
    """Return the line of a plot at the base case, as pairs of x and y."""
    x = np.linspace(plot.low, plot.high, POINTS)
    if not plot.solve:
        return list(zip(x, model.evaluate({plot.over: x})[plot.result], strict=True))
    at = load_parameters()[plot.solve]
    low, high = (
        np.asarray(model.evaluate({plot.over: x, plot.solve: value})[plot.result])
        for value in (at.low, at.high)
    )
    y = at.low + (plot.level - low) * (at.high - at.low) / (high - low)
    return list(zip(x, y, strict=True))


def picture(plot: Plot, model: Model) -> Mapping[str, object]:
    """Return what the template needs of a plot: path, marks and labels at the base case.

    The browser redraws them by the same rules (`explorer/plots.js`).
    """
    line = points(plot, model)
    mine = _own_point(plot, model)
    marks = [("mine", *mine, f"{format_number(mine[1], plot.y_code)} {plot.y_unit}")]
    if plot.best:
        best = max(line, key=lambda point: (round(point[1], 9), -point[0]))
        marks.append(("best", *best, format_number(best[0], plot.x_code)))
    low, high = _extent([y for _, y in line] + [mine[1]], plot.solve)

    def place(x: float, y: float) -> tuple[float, float]:
        across = 100 * (x - plot.low) / (plot.high - plot.low)
        return across, 100 * (high - y) / (high - low)

    return {
        "path": "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in (place(*point) for point in line)),
        "zero": f"{place(plot.low, 0.0)[1]:.2f}",
        "marks": [(name, *place(x, y), text) for name, x, y, text in marks],
    }


def _own_point(plot: Plot, model: Model) -> tuple[float, float]:
    base = load_parameters()
    y = base[plot.solve].base if plot.solve else model.evaluate()[plot.result]
    return base[plot.over].base, y


def _extent(values: Sequence[float], solve: str) -> tuple[float, float]:
    """Return the plot's lowest and highest y: zero is in it, and a slider's range if it has one."""
    if solve:
        return 0.0, 1.25 * load_parameters()[solve].high
    low, high = min(0.0, *values), max(0.0, *values)
    margin = 0.12 * (high - low) or 1.0
    return low - margin * (low < 0), high + margin


def _fleet() -> Charts:
    made = (
        Series("rented", "rented out", "first"),
        Series("sold", "sold", "second"),
        Series("idle", "idle", "none"),
    )
    wanted = (
        Series("rented", "rented out", "first"),
        Series("waitlist", "waiting", "none"),
    )
    revenue = (
        Series("rental_revenue", "rent", "first"),
        Series("attached_revenue", "attached services", "first-pale"),
        Series("sale_revenue", "sales", "second"),
        Series("support_revenue", "support", "second-pale"),
    )
    share = load_parameters()["share_offered"]
    return Charts(
        stacks=(
            (
                Stack("Chips made, million a year", made, ".1f"),
                Stack("Chips AWS customers want, million a year", wanted, ".1f"),
            ),
            (Stack("Revenue by kind, billion dollars a year", revenue, "$,.0f"),),
        ),
        plots=(
            Plot(
                title="Gain over six years, by the share of output offered outside",
                result="policy_gain_total",
                over=share.name,
                low=share.minimum,
                high=share.maximum,
                x_code=".0%",
                y_code="$,.3r",
                y_unit="billion",
                best="best share",
            ),
        ),
    )


def _market() -> Charts:
    stated = load_table("amazon_statements").set_index("fact_id")["value"]
    supply = load_parameters()["chip_supply"]
    return Charts(
        bars=(
            Bars(
                "Two run rates, billion dollars a year",
                (
                    Bar("A year of rent on the chips in service", "first", "internal_run_rate"),
                    Bar("stated in April 2026: over", "none", stated=float(stated["JL01"])),
                    Bar("stated in July 2026: over", "none", stated=float(stated["JL37"])),
                    Bar("A year’s output, sold", "second", "merchant_run_rate"),
                    Bar("stated, as a hypothesis: about", "none", stated=float(stated["JL05"])),
                ),
                "$,.3r",
            ),
        ),
        plots=(
            Plot(
                title=f"Every pair of output and price that gives {stated['JL05']:.0f} billion",
                result="merchant_run_rate",
                over=supply.name,
                low=supply.low / 2,
                high=2 * supply.high,
                x_code=".1f",
                y_code="$,.0f",
                y_unit="a chip",
                solve="sale_price_per_chip",
                level=float(stated["JL05"]),
            ),
        ),
    )


def _parity() -> Charts:
    return Charts(
        bars=(
            Bars(
                "Three racks, dollars",
                (
                    Bar("Nvidia’s rack", "none", "reference_rack_price"),
                    Bar("Trainium at the same price per PFLOP", "second", "parity_rack_price"),
                    Bar("the same, less the discount", "second", "discounted_rack_price"),
                ),
                "$.2M",
            ),
        )
    )
