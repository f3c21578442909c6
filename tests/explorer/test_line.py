"""A line runs as far as its view says: over the hard limits, or wider than the range."""

from __future__ import annotations

import re

import pytest

from rent_or_sell.book import BOOK
from rent_or_sell.explorer.frame import part_frame
from rent_or_sell.explorer.part import BaseCase
from rent_or_sell.explorer.parts.line.part import Line

MARKET = BaseCase(BOOK.model("market"), BOOK.facts)
FLEET = BaseCase(BOOK.model("fleet"), BOOK.facts)
(PAIRS,) = (part for part in BOOK.view("market").parts if isinstance(part, Line))
(GAIN,) = (part for part in BOOK.view("fleet").parts if isinstance(part, Line))
SUPPLY = MARKET.model.parameters["chip_supply"]


def ends(line: Line, base: BaseCase) -> list[str]:
    """Return what stands below the frame: the first value, the parameter, the last value."""
    html = str(part_frame(line, base))
    across = re.search(r'class="axis axis-across".*?</svg>', html)
    name = re.search(r'class="plot-name">(.*?)<', html)
    assert across is not None
    assert name is not None
    values = [text for text in re.findall(r">([^<]*)</text>", across[0]) if text]
    return [values[0], name[1], values[-1]]


def test_a_wide_line_runs_from_half_the_low_to_twice_the_high() -> None:
    settings = PAIRS.settings(MARKET)
    assert (settings["low"], settings["high"]) == (SUPPLY.low / 2, 2 * SUPPLY.high)
    first, name, last = ends(PAIRS, MARKET)
    assert name == SUPPLY.label
    assert SUPPLY.low / 2 <= float(first) < float(last) <= 2 * SUPPLY.high


def test_a_line_over_the_limits_runs_from_one_to_the_other() -> None:
    settings = GAIN.settings(FLEET)
    share = FLEET.model.parameters[GAIN.over]
    assert GAIN.span == "limits"
    assert (settings["low"], settings["high"]) == (share.minimum, share.maximum) == (0, 1)
    assert ends(GAIN, FLEET) == ["0%", share.label, "100%"]


def test_the_frame_is_drawn_over_the_whole_range() -> None:
    path = re.search(r'class="plot-line" d="M([^"]*)"', str(part_frame(PAIRS, MARKET)))
    assert path is not None
    points = [tuple(map(float, pair.split())) for pair in path[1].split("L")]
    assert [across for across, _ in points] == pytest.approx(
        [100 * place / (len(points) - 1) for place in range(len(points))], abs=0.01
    )
    highest = 1.25 * MARKET.model.parameters["sale_price_per_chip"].high
    for across, down in points[:: len(points) // 8]:
        supply = SUPPLY.low / 2 + across / 100 * (2 * SUPPLY.high - SUPPLY.low / 2)
        price = highest * (1 - down / 100)
        if 1 <= price <= 1_000_000:
            sold = MARKET.model.evaluate(chip_supply=supply, sale_price_per_chip=price)
            assert sold["merchant_run_rate"] == pytest.approx(50, rel=1e-2)
