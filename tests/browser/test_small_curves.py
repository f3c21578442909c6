"""The small curve above a slider: the answer over its range, and where it flips."""

from __future__ import annotations

import re

import numpy as np
import pytest
from playwright.sync_api import Locator, Page
from test_pages import Reader, link

from rent_or_sell import evaluate, load_parameters
from rent_or_sell.book import BOOK

HEIGHT = 24  # of the curve's own units


@pytest.fixture
def reader(page: Page, site: str) -> Reader:
    return Reader(page, site)


def curve(page: Page, name: str) -> Locator:
    return page.locator(f'[data-explorer="rack"] [data-parameter="{name}"] .curve')


def numbers(path: Locator) -> list[float]:
    return [
        float(text) for text in re.findall(r"-?[\d.]+(?:e-?\d+)?", path.get_attribute("d") or "")
    ]


@pytest.mark.parametrize("name", BOOK.view("rack").controls)
def test_every_open_control_draws_the_answer_over_its_range(reader: Reader, name: str) -> None:
    page = reader.open("index")
    parameter = load_parameters()[name]
    values = np.linspace(parameter.low, parameter.high, 33)
    answers = evaluate("rack", {name: values})
    expected = next(
        answers[result]
        for result in BOOK.view("rack").curves
        if name in BOOK.model("rack").depends_on(result)
    )
    gain = numbers(curve(page, name).locator(".curve-gain"))[3:-2:2]
    loss = numbers(curve(page, name).locator(".curve-loss"))[3:-2:2]
    top, bottom = max(0.0, expected.max()), min(0.0, expected.min())
    zero = HEIGHT * top / (top - bottom)
    drawn = [2 * zero - up - down for up, down in zip(gain, loss, strict=True)]
    assert drawn == pytest.approx(expected * HEIGHT / (top - bottom), abs=0.01)
    crossings = int((expected[:-1] * expected[1:] < 0).sum())
    assert curve(page, name).locator(".curve-flip").count() == crossings


def test_a_curve_follows_the_other_controls(reader: Reader) -> None:
    before = numbers(curve(reader.open("index"), "displacement").locator(".curve-gain"))
    page = reader.open("index", link({"attach_rate": 0.5}))
    assert numbers(curve(page, "displacement").locator(".curve-gain")) != before


def test_the_market_line_runs_from_half_the_low_to_twice_the_high(reader: Reader) -> None:
    page = reader.open("fifty-billion")
    supply, price = (load_parameters()[name] for name in ("chip_supply", "sale_price_per_chip"))
    figure = page.locator('[data-explorer="market"] [data-part="line"]')
    ends = figure.locator(".plot-ends span")
    assert ends.first.inner_text() == f"{supply.low / 2:.1f}"
    assert ends.last.inner_text() == f"{2 * supply.high:.1f}"
    points = np.reshape(numbers(figure.locator(".plot-line")), (-1, 2))
    assert points[[0, -1], 0].tolist() == pytest.approx([0, 100])
    # Its height is a quarter more than the highest price of the slider.
    stated = BOOK.fact("amazon_statements.JL05").number
    last = (
        stated
        / evaluate("market", {"chip_supply": 2 * supply.high, price.name: 1})["merchant_run_rate"]
    )
    assert points[-1, 1] == pytest.approx(100 * (1 - last / (1.25 * price.high)), abs=0.01)
