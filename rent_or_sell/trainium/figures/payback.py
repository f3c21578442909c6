"""Chart of payback and operating margin over AWS's rent, held against what Amazon reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import plotly.graph_objects as go

from rent_or_sell.book import BOOK
from rent_or_sell.charts.direct_labels import framed, label
from rent_or_sell.charts.palette import PALETTE
from rent_or_sell.trainium.hues import RENT, RENT_PALE

# What Amazon and AWS say of the two: addresses of facts.
PAYBACK = "amazon_statements.JL41"
MARGINS = tuple(
    f"aws_quarterly.{quarter}.operating_margin_percent" for quarter in ("2026Q1", "2026Q2")
)

RENTS = np.linspace(0.7, 1.5, 161).round(4)  # dollars a chip-hour
LITTLE = 0.25  # years: how far below three we read “a little less than three”
AXES = {"payback_years": "y", "operating_margin": "y2"}
CHECK_WORDS = {"payback_years": "Payback", "operating_margin": "Margin"}
# Words that start, or end, at a point; words of the lower chart.
START: dict[str, Any] = {"xanchor": "left"}
END: dict[str, Any] = {"xanchor": "right"}
LOWER: dict[str, Any] = {"yref": "y2"}

Band = tuple[float, float]


@dataclass(frozen=True)
class Case:
    """Assumptions whose two lines are drawn, in words and as changes from the base case."""

    words: str
    changes: Mapping[str, float]
    colour: str
    dash: str

    def line(self, result: str) -> np.ndarray:
        """Return a result of the rack at every rent of the chart."""
        return np.asarray(
            BOOK.model("rack").evaluate(self.changes, rent_per_chip_hour=RENTS)[result]
        )

    def rents_where(self, result: str, band: Band) -> Band:
        """Return the lowest and the highest rent at which a result lies in a band."""
        values = self.line(result)
        inside = RENTS[(values >= band[0]) & (values <= band[1])]
        return float(inside.min()), float(inside.max())

    def rent_where(self, result: str, value: float) -> float:
        """Return the rent at which a result, which only rises or only falls, has a value."""
        values = self.line(result)
        order = np.argsort(values)
        return float(np.interp(value, values[order], RENTS[order]))

    def at(self, result: str, rent: float) -> float:
        """Return a result at a rent."""
        return float(BOOK.model("rack").evaluate(self.changes, rent_per_chip_hour=rent)[result])


BASE = Case("base", {}, RENT, "solid")


def cases() -> tuple[Case, Case, Case]:
    """Return the base case and two sets of assumptions that bring the checks nearer together."""
    scenario = BOOK.load_scenarios()["amazon_words"].changes
    long = {name: scenario[name] for name in ("rent_erosion", "rental_years")}
    latest = BOOK.load_parameters()["golive_lag"].high
    late = {"golive_lag": latest, "rental_years": long["rental_years"]}
    return (
        BASE,
        Case("no fall, six years", long, "muted", "dash"),
        Case("a year’s wait, six years", late, "ink", "solid"),
    )


def payback_band() -> Band:
    """Return how long Amazon says its servers take to pay for themselves, as this book reads it."""
    stated = BOOK.fact(PAYBACK).number
    return stated - LITTLE, stated


def margin_band() -> Band:
    """Return AWS's lowest and highest reported margin among the quarters compared with."""
    margins = [BOOK.fact(address).number / 100 for address in MARGINS]
    return min(margins), max(margins)


def _checks() -> dict[str, Band]:
    return {"payback_years": payback_band(), "operating_margin": margin_band()}


def payback_and_margin() -> go.Figure:
    """Return both checks over the rent: at the base and with two sets of other assumptions."""
    checks = _checks()
    drawn = cases()
    return framed(
        [*_lines("payback_years", drawn[::2]), *_lines("operating_margin", drawn), *_points()],
        "No rent alone gives both the payback that Amazon states and the margin AWS reports",
        " ".join(_in_words(case, checks) for case in drawn),
        "Source: the book’s model, other assumptions at their base values; not measurements. Bands: "
        "Amazon’s call of 2026-07-30, “a little less” read as up to three months; AWS’s reported "
        "margins, first two quarters of 2026. AWS is more than Trainium. Payback here counts the first "
        f"year’s cash throughout; with the base’s fall of rents it would be {_with_falling_rents()}.",
        height=600,
        annotations=_notes(drawn, checks),
        shapes=[
            *(_band(AXES[check], *band) for check, band in checks.items()),
            *map(_upright, base_meets()),
        ],
        xaxis={
            "title": "AWS’s rent, a chip-hour",
            "tickformat": "$.2f",
            "anchor": "y2",
            "nticks": 6,
            "range": [RENTS[0], RENTS[-1]],
        },
        yaxis={"title": "Payback, years", "domain": [0.56, 1], "range": [0, 4.6]},
        yaxis2={
            "title": "Operating margin",
            "domain": [0, 0.44],
            "range": [0, 0.62],
            "tickformat": ".0%",
        },
    )


def _lines(check: str, drawn: Sequence[Case]) -> list[go.Scatter]:
    return [
        go.Scatter(
            x=RENTS.tolist(),
            y=case.line(check).tolist(),
            name=f"{CHECK_WORDS[check]}, {case.words}",
            mode="lines",
            yaxis=AXES[check],
            line={"color": PALETTE[case.colour], "width": 2.5, "dash": case.dash},
        )
        for case in drawn
    ]


def _in_words(case: Case, checks: Mapping[str, Band]) -> str:
    payback, margin = (case.rents_where(check, band) for check, band in checks.items())
    return (
        f"{case.words.capitalize()}: payback as Amazon states it at rents of {_span(payback)}, "
        f"margin as AWS reports it at {_span(margin)} dollars a chip-hour."
    )


def _span(rents: Band) -> str:
    return f"{rents[0]:.2f} to {rents[1]:.2f}"


def base_meets() -> list[float]:
    """Return the rents at which the base case meets the middle of each band."""
    return [BASE.rent_where(check, sum(band) / 2) for check, band in _checks().items()]


def _notes(drawn: Sequence[Case], checks: Mapping[str, Band]) -> list[dict[str, Any]]:
    return [*_line_notes(*drawn), *_band_notes(*checks.values()), *_point_notes(*base_meets())]


def _line_notes(base: Case, long: Case, late: Case) -> list[dict[str, Any]]:
    end, early, middle = (float(RENTS[place]) for place in (-1, 34, 62))
    earned = long.at("operating_margin", middle)
    return [
        label(end, base.at("payback_years", end), base.words, RENT, "below", **END),
        label(
            middle,
            base.at("operating_margin", middle),
            base.words,
            RENT,
            "right",
            **LOWER,
            yshift=-8,
        ),
        label(early, late.at("payback_years", early), late.words, late.colour, "above", **START),
        label(middle, earned, long.words, long.colour, "above", **END, **LOWER),
    ]


def _band_notes(payback: Band, margin: Band) -> list[dict[str, Any]]:
    end = float(RENTS[-1])
    return [
        label(end, payback[1], "as Amazon says", "ink", "above", **END),
        label(end, margin[0], "as AWS reports", "ink", "below", **END, **LOWER),
    ]


def _point_notes(paid: float, earned: float) -> list[dict[str, Any]]:
    """Return the other check at each rent where the base case meets one."""
    margin, payback = BASE.at("operating_margin", paid), BASE.at("payback_years", earned)
    years = f"{payback:.1f} years at ${earned:.2f}"
    return [
        label(paid, margin, f"{margin:.0%} at ${paid:.2f}", RENT, "right", yshift=-8, **LOWER),
        label(earned, payback, years, RENT, "below", xshift=-6, **END),
    ]


def _points() -> list[go.Scatter]:
    """Return where the base case meets each of the two, in both charts."""
    rents = base_meets()
    return [
        go.Scatter(
            x=rents,
            y=[BASE.at(check, rent) for rent in rents],
            name="base, where one of the two is met",
            mode="markers",
            yaxis=axis,
            marker={"color": PALETTE[RENT], "size": 9},
        )
        for check, axis in AXES.items()
    ]


def payback_with_falling_rents(rent: float) -> float:
    """Return the years until a rack has paid for itself if the rent falls as in the base case.

    Each year brings its cash evenly: rent, services and their costs fall, power and upkeep stay.
    """
    base = BOOK.model("rack").evaluate(rent_per_chip_hour=rent)
    parameters = BOOK.load_parameters()
    fixed = base["power_per_year"] + base["upkeep_per_year"]
    falling = base["cash_year_one"] + fixed
    years, owed = parameters["golive_lag"].base, base["build_cost"]
    while owed > falling - fixed:
        owed -= falling - fixed
        falling *= 1 - parameters["rent_erosion"].base
        years += 1
    return float(years + owed / (falling - fixed))


def _with_falling_rents() -> str:
    rents = (
        BOOK.load_scenarios()["amazon_words"].changes["rent_per_chip_hour"],
        BOOK.load_parameters()["rent_per_chip_hour"].base,
    )
    return " and ".join(
        f"{payback_with_falling_rents(rent):.1f} years at ${rent:.2f}" for rent in rents
    )


def _band(axis: str, low: float, high: float) -> dict[str, Any]:
    across = {"x0": 0, "x1": 1, "xref": "paper", "y0": low, "y1": high, "yref": axis}
    fill = {"fillcolor": PALETTE[RENT_PALE], "line": {"width": 0}}
    return {"type": "rect", "layer": "below"} | fill | across


def _upright(rent: float) -> dict[str, Any]:
    """Join the two charts at a rent."""
    ends = {"x0": rent, "x1": rent, "y0": 0, "y1": 1, "yref": "paper"}
    line = {"color": PALETTE[RENT], "width": 1, "dash": "dot"}
    return {"type": "line", "layer": "below", "line": line} | ends
